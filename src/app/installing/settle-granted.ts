import type { Instant } from '../../domain/local-time.js'
import type { Installations } from '../ports/installations.js'
import { revokeWorkspaces } from './revoke-workspaces.js'

/**
 * The workspaces that an organisation grants are these, as Slack listed them at an instant. Answers those that are left by
 * it now: events that told so may have been missed.
 */
export const settleGranted = async (
  installations: Pick<Installations, 'grant' | 'revoke' | 'granted'>,
  enterpriseId: string,
  { workspaceIds, at }: { readonly workspaceIds: readonly string[]; readonly at: Instant },
): Promise<readonly string[]> => {
  const listed = new Set(workspaceIds)
  const gone = (await installations.granted(enterpriseId)).filter((id) => !listed.has(id))
  await installations.grant(enterpriseId, workspaceIds, at)
  return revokeWorkspaces(installations, enterpriseId, { workspaceIds: gone, at })
}

import type { Instant } from '../../domain/local-time.js'
import type { Installations } from '../ports/installations.js'
import { eraseAfter } from './kept-for.js'

/**
 * An organisation takes workspaces out of its installation. Answers those that are left by it now; one of them with an
 * installation of its own goes on by that.
 */
export const revokeWorkspaces = (
  installations: Pick<Installations, 'revoke'>,
  enterpriseId: string,
  { workspaceIds, at }: { readonly workspaceIds: readonly string[]; readonly at: Instant },
): Promise<readonly string[]> =>
  installations.revoke(enterpriseId, workspaceIds, {
    at,
    why: 'team_access_revoked',
    eraseAt: eraseAfter(at),
  })

import { z } from 'zod'
import { noteTakenAway } from '../../app/installing/note-taken-away.js'
import { revokeWorkspaces } from '../../app/installing/revoke-workspaces.js'
import type { Installations } from '../../app/ports/installations.js'
import type { Clock } from '../../app/ports.js'
import type { Log } from '../../logging.js'
import type { Whether } from './still-there.js'

/** What an organisation tells of its workspaces; subscribed to where the app is installed by OAuth. */
export const organisationEvents = ['team_access_granted', 'team_access_revoked'] as const

export type InstallationEventPorts = {
  readonly installations: Pick<
    Installations,
    'get' | 'fallSilent' | 'grant' | 'granted' | 'revoke' | 'tokens'
  >
  /** Real time. */
  readonly clock: Clock
  /** Whether Slack takes a token: see `asksWhether`. */
  readonly whether: (token: string) => Promise<Whether>
  readonly log: Log
}

/** What came of it, by the installation; `left` and `granted` name the workspaces of an organisation. */
export type InstallationChange =
  | { readonly kind: 'silent'; readonly installationId: string }
  | {
      readonly kind: 'granted' | 'left'
      readonly installationId: string
      readonly workspaceIds: readonly string[]
    }
  | { readonly kind: 'nothing' }

const optionalId = z.string().min(1).nullish()
const ids = z.array(z.string().min(1)).default([])
const body = z.object({
  team_id: optionalId,
  enterprise_id: optionalId,
  event_time: z.number().positive().optional(),
  authorizations: z
    .array(
      z.object({
        team_id: optionalId,
        enterprise_id: optionalId,
        is_enterprise_install: z.boolean().nullish(),
      }),
    )
    .nullish(),
  event: z.discriminatedUnion('type', [
    z.object({ type: z.literal('app_uninstalled') }),
    z.object({ type: z.literal('tokens_revoked'), tokens: z.object({ bot: ids }).optional() }),
    z.object({ type: z.literal('team_access_granted'), team_ids: ids }),
    z.object({ type: z.literal('team_access_revoked'), team_ids: ids }),
  ]),
})
type Body = z.output<typeof body>

/** Whether an event is of an installation itself. */
export const isOfInstallation = (delivered: unknown): boolean => body.safeParse(delivered).success

const nothing: InstallationChange = { kind: 'nothing' }

/**
 * What Slack tells of an installation itself. Such events name no `authorizations`, come in any order, and late: one
 * that is older than the newest install changes nothing.
 */
export const takeInstallationEvent = async (
  ports: InstallationEventPorts,
  delivered: unknown,
): Promise<InstallationChange> => {
  const read = body.safeParse(delivered)
  if (!read.success) return nothing
  const { event, event_time: seconds } = read.data
  const at = seconds === undefined ? ports.clock() : new Date(seconds * 1000).toISOString()
  if (event.type === 'team_access_granted' || event.type === 'team_access_revoked')
    return access(ports, read.data, event, at)
  // Users may take back tokens of their own, which the bot does not use.
  if (event.type === 'tokens_revoked' && event.tokens !== undefined && event.tokens.bot.length === 0)
    return nothing
  const id = await whose(ports, read.data)
  if (id === null) return nothing
  if (event.type === 'tokens_revoked' && (await isStillTaken(ports, id))) return nothing
  const fell = await noteTakenAway(ports.installations, id, { at, why: event.type })
  if (!fell) return nothing
  ports.log.info('Slack has taken the bot away', { installation: id, event: event.type })
  return { kind: 'silent', installationId: id }
}

/** A token that was refreshed is revoked too, once a third one is given out: the newest decides. */
const isStillTaken = async (
  { installations, whether }: InstallationEventPorts,
  id: string,
): Promise<boolean> => {
  const tokens = await installations.tokens(id)
  return tokens !== null && (await whether(tokens.token)) === 'there'
}

const access = async (
  { installations }: InstallationEventPorts,
  said: Body,
  event: {
    readonly type: 'team_access_granted' | 'team_access_revoked'
    readonly team_ids: readonly string[]
  },
  at: string,
): Promise<InstallationChange> => {
  const installationId = said.enterprise_id ?? said.authorizations?.[0]?.enterprise_id ?? null
  const workspaceIds = event.team_ids
  if (installationId === null || workspaceIds.length === 0) return nothing
  if ((await installations.get(installationId))?.isOrg !== true) return nothing
  if (event.type === 'team_access_granted') {
    await installations.grant(installationId, workspaceIds, at)
    const granted = new Set(await installations.granted(installationId))
    return { kind: 'granted', installationId, workspaceIds: workspaceIds.filter((id) => granted.has(id)) }
  }
  const left = await revokeWorkspaces(installations, installationId, { workspaceIds, at })
  return left.length === 0 ? nothing : { kind: 'left', installationId, workspaceIds: left }
}

/** Which installation it is of: the workspace's own, where there is one, else its organisation's. */
const whose = async ({ installations }: InstallationEventPorts, said: Body): Promise<string | null> => {
  const [first] = said.authorizations ?? []
  const isOrgs = first?.is_enterprise_install === true
  const workspaceId = isOrgs ? null : (first?.team_id ?? said.team_id)
  const enterpriseId = first?.enterprise_id ?? said.enterprise_id
  for (const id of [workspaceId, enterpriseId]) if (id && (await installations.get(id)) !== null) return id
  return null
}

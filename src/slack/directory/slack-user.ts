import type { SlackUser } from '../../app/ports.js'
import { isZone } from '../../domain/local-time.js'
import type { Identity } from '../connection/identity.js'

/** What `users.info` says of a user, as far as it is used. */
export type UserSeen = {
  readonly team_id?: string
  readonly name?: string
  readonly real_name?: string
  readonly tz?: string | null
  readonly deleted?: boolean
  readonly is_bot?: boolean
  readonly is_restricted?: boolean
  readonly is_ultra_restricted?: boolean
  readonly is_stranger?: boolean
  readonly is_admin?: boolean
  readonly is_owner?: boolean
  readonly is_primary_owner?: boolean
  readonly profile?: { readonly display_name?: string; readonly real_name?: string; readonly team?: string }
  readonly enterprise_user?: { readonly teams?: readonly string[] }
}

export const slackUserOf = (id: string, user: UserSeen, me: Identity): SlackUser => ({
  id,
  name: user.profile?.real_name || user.real_name || user.profile?.display_name || user.name || '',
  zone: user.tz && isZone(user.tz) ? user.tz : null,
  standing: standingOf(id, user, me),
  admin: Boolean(user.is_admin || user.is_owner || user.is_primary_owner),
})

/** Somebody whom Slack does not show us belongs elsewhere. */
export const stranger = (id: string): SlackUser => ({
  id,
  name: '',
  zone: null,
  standing: 'outsider',
  admin: false,
})

const standingOf = (id: string, user: UserSeen, me: Identity): SlackUser['standing'] => {
  if (user.deleted) return 'gone'
  if (user.is_bot || id === 'USLACKBOT') return 'bot'
  if (user.is_stranger || !isOfOurTeam(user, me)) return 'outsider'
  if (user.is_restricted || user.is_ultra_restricted) return 'guest'
  return 'member'
}

/** In an organisation of several workspaces a user has one `team_id` and may be a member of ours all the same. */
const isOfOurTeam = (user: UserSeen, me: Identity): boolean => {
  const team = user.team_id ?? user.profile?.team ?? me.workspaceId
  return team === me.workspaceId || (user.enterprise_user?.teams ?? []).includes(me.workspaceId)
}

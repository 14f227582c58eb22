import type { Json } from '../json.js'
import type { Organisation } from './organisation.js'

/** What somebody is in the workspace, or to it. */
type Standing = 'owner' | 'admin' | 'member' | 'guest' | 'single-channel-guest' | 'outsider' | 'bot'

/** Somebody whom Slack knows. */
export interface User {
  id: string
  teamId: string
  /** The handle, as in @ana. */
  name: string
  realName: string
  /** The job title in the profile; empty when none is set. */
  title: string
  email: string
  /** An IANA zone; null where Slack gives none. */
  tz: string | null
  standing: Standing
  deleted: boolean
  statusText: string
  /** What Slack shows beside somebody of another organisation. */
  organisation?: string
  /** Epoch seconds of the last change. */
  updated: number
}

/** What is needed to add somebody; the rest is made up from it. */
export interface UserDraft {
  /** Made up when left out. */
  id?: string
  name: string
  realName?: string
  title?: string
  email?: string
  tz?: string | null
  /** `member` unless told otherwise. */
  standing?: Standing
  /** Another organisation's id, and its name; only for an outsider. */
  teamId?: string
  organisation?: string
}

export function isFullMember(user: User): boolean {
  return !user.deleted && ['owner', 'admin', 'member'].includes(user.standing)
}

/** The user object as `users.info` and `user_change` carry it. */
export function userObject(user: User, organisation: Organisation | null): Json {
  const { standing } = user
  const isGuest = standing === 'guest' || standing === 'single-channel-guest'
  const [firstName = '', ...rest] = user.realName.split(' ')
  return {
    id: user.id,
    team_id: user.teamId,
    name: user.name,
    deleted: user.deleted,
    color: '9f69e7',
    real_name: user.realName,
    // A zone of null is what Slack gives for some bots and people who never signed in.
    tz: user.tz,
    tz_label: user.tz ?? '',
    tz_offset: user.tz ? offsetSeconds(user.tz, user.updated) : 0,
    profile: {
      title: user.title,
      real_name: user.realName,
      real_name_normalized: user.realName,
      display_name: user.name,
      display_name_normalized: user.name,
      first_name: firstName,
      last_name: rest.join(' '),
      status_text: user.statusText,
      status_emoji: '',
      avatar_hash: 'practice',
      team: user.teamId,
    },
    is_admin: standing === 'admin' || standing === 'owner',
    is_owner: standing === 'owner',
    is_primary_owner: false,
    is_restricted: isGuest,
    is_ultra_restricted: standing === 'single-channel-guest',
    // Slackbot says of itself that it is no bot.
    is_bot: standing === 'bot' && user.id !== 'USLACKBOT',
    is_app_user: false,
    ...(standing === 'outsider' ? { is_stranger: true } : {}),
    ...(organisation && standing !== 'outsider'
      ? { enterprise_user: enterpriseUser(organisation, user) }
      : {}),
    updated: user.updated,
  }
}

function offsetSeconds(zone: string, epochSeconds: number): number {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' })
    .formatToParts(new Date(epochSeconds * 1000))
    .find((part) => part.type === 'timeZoneName')
  const match = /GMT([+-])(\d{2}):(\d{2})/.exec(parts?.value ?? '')
  if (!match) return 0
  return (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 3600 + Number(match[3]) * 60)
}

/** What Slack adds to somebody who belongs to an organisation: in which of its workspaces they are. */
function enterpriseUser(organisation: Organisation, { id, standing }: User): Json {
  return {
    id,
    enterprise_id: organisation.id,
    enterprise_name: organisation.name,
    is_admin: standing === 'admin' || standing === 'owner',
    is_owner: standing === 'owner',
    teams: organisation.teamsOf(id),
  }
}

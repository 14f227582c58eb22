import type { Carrier } from '../delivery/carrier.js'
import type { ResponseUrls } from '../delivery/response-urls.js'
import type { Triggers } from '../delivery/triggers.js'
import type { Json } from '../json.js'
import type { Announce } from '../world/announcement.js'
import type { Files } from '../world/files.js'
import { enterpriseOf } from '../world/organisation.js'
import type { Places } from '../world/places.js'
import type { Posts } from '../world/posts.js'
import type { StepRuns } from '../world/step-runs.js'
import type { User } from '../world/user.js'
import type { Views } from '../world/views.js'
import type { Workspace } from '../world/workspace.js'

/** What somebody's hands can reach in this Slack. */
export interface ActorParts {
  workspace: Workspace
  places: Places
  posts: Posts
  views: Views
  files: Files
  stepRuns: StepRuns
  triggers: Triggers
  responseUrls: ResponseUrls
  carrier: Carrier
  announce: Announce
  /** Where this Slack listens. */
  origin: () => string
}

/** Which workspace the payload's `team` names: the one of the installation, or the actor's own. */
type NamedTeam = 'of the installation' | 'of the user'

/**
 * What every interaction payload tells of the app, the workspace and the one who acts. Presses, type-aheads and
 * shortcuts name the team of the installation (null for one of the whole organisation); forms the team of whoever
 * submits them, which may be another one.
 */
export function interactionBase(parts: ActorParts, user: User, named: NamedTeam): Json {
  const { identity, standing } = parts.workspace
  const isOrgWide = standing()?.isOrgWide === true
  const own = { id: identity.teamId, domain: identity.teamDomain }
  const isForeign = user.teamId !== identity.teamId
  const theirs = isForeign ? { id: user.teamId, domain: 'elsewhere' } : own
  return {
    token: 'practice',
    api_app_id: identity.appId,
    team: named === 'of the user' ? theirs : isOrgWide ? null : own,
    user: { id: user.id, username: user.name, name: user.name, team_id: user.teamId },
    enterprise: enterpriseOf(parts.workspace),
    is_enterprise_install: isOrgWide,
  }
}

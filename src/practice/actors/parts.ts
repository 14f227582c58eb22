import type { Carrier } from '../delivery/carrier.js'
import type { ResponseUrls } from '../delivery/response-urls.js'
import type { Triggers } from '../delivery/triggers.js'
import type { Json } from '../json.js'
import type { Announce } from '../world/announcement.js'
import type { Files } from '../world/files.js'
import type { Places } from '../world/places.js'
import type { Posts } from '../world/posts.js'
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
  triggers: Triggers
  responseUrls: ResponseUrls
  carrier: Carrier
  announce: Announce
  /** Where this Slack listens. */
  origin: () => string
}

/** What every interaction payload tells of the app, the workspace and the one who acts. */
export function interactionBase(parts: ActorParts, user: User): Json {
  const { identity } = parts.workspace
  const isForeign = user.teamId !== identity.teamId
  return {
    token: 'practice',
    api_app_id: identity.appId,
    // For somebody of another organisation Slack names that organisation here too.
    team: { id: user.teamId, domain: isForeign ? 'elsewhere' : identity.teamDomain },
    user: { id: user.id, username: user.name, name: user.name, team_id: user.teamId },
    enterprise: null,
    is_enterprise_install: false,
  }
}

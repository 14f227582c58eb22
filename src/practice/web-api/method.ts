import type { Sockets } from '../delivery/sockets.js'
import type { Triggers } from '../delivery/triggers.js'
import type { Json } from '../json.js'
import type { Files } from '../world/files.js'
import type { Places } from '../world/places.js'
import type { Posts } from '../world/posts.js'
import type { StepRuns } from '../world/step-runs.js'
import type { Views } from '../world/views.js'
import type { Workspace } from '../world/workspace.js'
import type { Arguments } from './arguments.js'
import type { Holder } from './holder.js'
import type { PostingPace } from './posting-pace.js'

/** What a method works on. */
export interface MethodParts {
  workspace: Workspace
  places: Places
  posts: Posts
  views: Views
  files: Files
  stepRuns: StepRuns
  triggers: Triggers
  sockets: Sockets
  pace: PostingPace
  /** Where this Slack listens, as http://127.0.0.1:4000. */
  origin: () => string
}

export interface MethodCall extends MethodParts {
  args: Arguments
  holder: Holder
  /** Ends the call with `missing_scope` unless the token has one of these. */
  needScope: (...anyOf: string[]) => void
}

/** A method of the Web API. */
export interface Method {
  /** Any one of these lets the app call it; empty: none is needed, or the handler asks itself. */
  scopes: readonly string[]
  token: 'bot' | 'app'
  /** Returns the answer without `ok`; refuses by throwing. */
  handle: (call: MethodCall) => Json
}

/** A method for bot tokens. */
export function botMethod(scopes: readonly string[], handle: Method['handle']): Method {
  return { scopes, token: 'bot', handle }
}

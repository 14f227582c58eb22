import type { Json } from '../json.js'
import type { User } from '../world/user.js'
import { choice, type Given } from './choice.js'
import type { ActorParts } from './parts.js'
import { handIn } from './share.js'

/** The new state of an element; files are given by the ids with which they were brought. */
export function held(parts: ActorParts, user: User, element: Json, given: Given): Json {
  if (element.type !== 'file_input') return choice(element, given)
  const ids = Array.isArray(given) ? given : given === null ? [] : [given]
  const most = typeof element.max_files === 'number' ? element.max_files : 10
  if (ids.length > most) throw new Error(`Slack takes ${most} files here at most`)
  return choice(
    element,
    ids.map((id) => handIn(parts, user, element, String(id))),
  )
}

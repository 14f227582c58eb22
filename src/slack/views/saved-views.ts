import type { Widened } from '../../app/entries/widen.js'
import type { Logged } from '../../app/interactions/log-contact.js'
import type { Kept } from '../../app/notes/keep-note.js'
import type { Answered } from '../../app/nudges/answer.js'
import type { Moved } from '../../app/people/change-home.js'
import type { RhythmSet } from '../../app/people/set-rhythm.js'
import type { ReactionLogged } from '../../app/reactions/log-reaction.js'
import type { RoleLeft } from '../../app/roles/leave-role.js'
import type { RoleTaken } from '../../app/roles/take-role.js'
import type { TakenBack } from '../../app/take-back.js'
import type { Person } from '../../domain/person.js'
import type { Reply } from '../answer.js'
import type { ViewContext } from './context.js'

const soon = (...said: readonly unknown[]): Reply => ({ text: String(said[0]), blocks: [] })
export const introducedView = (
  person: Person,
  roleText: string,
  ctx: ViewContext,
  actId: string | null,
): Reply => soon(person.name, roleText, ctx, actId)
export const recognisedView = (person: Person, ctx: ViewContext): Reply => soon(person.name, ctx)
export const keptView = (kept: Kept, ctx: ViewContext): Reply => soon(kept.person.name, ctx)
export const loggedView = (logged: Logged, ctx: ViewContext): Reply => soon(logged.person.name, ctx)
export const rhythmView = (set: RhythmSet, ctx: ViewContext): Reply => soon(set.person.name, ctx)
export const roleTakenView = (taken: RoleTaken, ctx: ViewContext): Reply => soon(taken.person.name, ctx)
export const roleLeftView = (left: RoleLeft, ctx: ViewContext): Reply => soon(left.person.name, ctx)
export const movedView = (moved: Moved, ctx: ViewContext): Reply => soon(moved.person.name, ctx)
export const handedView = (person: Person, toUserId: string, ctx: ViewContext): Reply =>
  soon(person.name, toUserId, ctx)
export const takenBackView = (t: TakenBack, ctx: ViewContext): Reply => soon('taken back', t, ctx)
export const correctedView = (person: Person, ctx: ViewContext): Reply => soon(person.name, ctx)
export const removedView = (person: Person, ctx: ViewContext): Reply => soon(person.name, ctx)
export const widenedView = (w: Widened, ctx: ViewContext): Reply => soon(w.person.name, ctx)
export const reactionView = (r: ReactionLogged, ctx: ViewContext): Reply => soon(r.person.name, ctx)
export const answeredView = (a: Answered, ctx: ViewContext): Reply => soon(a.person.name, ctx)

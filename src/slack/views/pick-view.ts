import type { PersonName } from '../../app/ports.js'
import type { Meaning } from '../../app/reactions/log-reaction.js'
import type { LocalDate } from '../../domain/local-time.js'
import type { Reply } from '../answer.js'

const soon = (...said: readonly unknown[]): Reply => ({ text: String(said[0]), blocks: [] })
export const pickView = (
  question: string,
  people: readonly PersonName[],
  draftId: string,
  offset: number,
): Reply => soon(question, people, draftId, offset)
export const nobodyView = (
  typedName: string,
  near: readonly PersonName[],
  nearVerbs: readonly string[],
  draftId: string,
  canAdd: boolean,
  typed: string | null = null,
): Reply => soon(typedName, near, nearVerbs, draftId, canAdd, typed)
export const samePersonView = (name: string, people: readonly PersonName[], draftId: string): Reply =>
  soon(name, people, draftId)
export const thatSomeoneView = (name: string, people: readonly PersonName[], draftId: string): Reply =>
  soon(name, people, draftId)
export const aboutWhomView = (meaning: Meaning, people: readonly PersonName[], draftId: string): Reply =>
  soon(meaning, people, draftId)
/** Each button's value is `DRAFT:YYYY-MM-DD`, of an action `pick`. */
export const dateView = (options: readonly [LocalDate, LocalDate], draftId: string): Reply =>
  soon(options, draftId)

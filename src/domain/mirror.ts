import { daysBetween, type LocalDate } from './local-time.js'
import type { OpenQuestion } from './open-question.js'

/**
 * A conversation that a teammate wrote down. What is known of it says how it went:
 *
 * They *asked* when a question of ours for that person was answered on that day; when they wrote one down for them on that
 * day, or in the two weeks before and it was open still; or when there is a question in what they wrote.
 * They *heard* when they kept words of that person on that day, or put some in quotation marks.
 * Else they *told*: all that is known is what was said or done by us. It may have been more, and nobody wrote it down.
 */
export type Conversation = {
  /** With whom: several people who were met together were one conversation. */
  readonly personIds: readonly string[]
  readonly on: LocalDate
  readonly text: string
}
/** Words of somebody that were kept on a day. */
export type Heard = { readonly personId: string; readonly on: LocalDate }
/** What a teammate wanted to know, or wrote down an answer to. */
export type Asked = Pick<OpenQuestion, 'personId' | 'on' | 'answered'>

/** Of how many conversations; in how many of them they asked, and heard. In the rest, `told`, neither. */
export type Mirror = {
  readonly of: number
  readonly asked: number
  readonly heard: number
  readonly told: number
  readonly suggestion: Suggestion
}
/** What to try next, one thing at a time: keep their words; bring a question; pass on what was heard. */
export type Suggestion = 'keep-words' | 'bring-a-question' | 'pass-it-on'

/** A mirror shows the last so many conversations, and none of fewer than so many. */
export const mostConversations = 20
const leastConversations = 5

const openForDays = 14

/** Null: there are too few to say anything. `conversations`: the newest first. */
export const mirrorOf = (
  conversations: readonly Conversation[],
  heard: readonly Heard[],
  questions: readonly Asked[],
): Mirror | null => {
  const last = conversations.slice(0, mostConversations)
  if (last.length < leastConversations) return null
  const asked = last.filter((each) => hasAsked(each, questions))
  const listened = last.filter((each) => hasHeard(each, heard))
  const told = last.filter((each) => !asked.includes(each) && !listened.includes(each)).length
  const counts = { of: last.length, asked: asked.length, heard: listened.length, told }
  return { ...counts, suggestion: suggestionFor(counts) }
}

const hasAsked = ({ personIds, on, text }: Conversation, questions: readonly Asked[]): boolean =>
  /[?？؟]/u.test(text) ||
  questions.some(({ personId, on: writtenOn, answered }) => {
    if (!personIds.includes(personId)) return false
    if (answered?.on === on) return true
    const days = daysBetween(writtenOn, on)
    return days >= 0 && days <= openForDays && (answered === null || answered.on > on)
  })

const hasHeard = ({ personIds, on }: Conversation, heard: readonly Heard[]): boolean =>
  heard.some((words) => personIds.includes(words.personId) && words.on === on)

const suggestionFor = ({ of, asked, heard }: Omit<Mirror, 'suggestion'>): Suggestion => {
  if (heard * 2 < of) return 'keep-words'
  return asked * 2 < of ? 'bring-a-question' : 'pass-it-on'
}

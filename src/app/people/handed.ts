import type { Commitment } from '../../domain/commitment.js'
import type { LocalDate } from '../../domain/local-time.js'
import type { Question } from '../../domain/question.js'
import type { Stores } from '../ports.js'
import { type Card, cardModel } from './card-model.js'

/** What somebody gets who looks after a person from now on. */
export type HandedModel = {
  /** Who handed them over, and to whom. */
  readonly from: string
  readonly to: string
  readonly on: LocalDate
  readonly card: Card
  /** The soonest due of the open promises of ours and steps of theirs; `card.promisedCount` counts all. */
  readonly promised: readonly Commitment[]
  /** What need not be asked again, the newest first. */
  readonly asked: readonly Asked[]
}
/** `answer` is null where none was written down. */
export type Asked = { readonly question: string; readonly answer: string | null; readonly on: LocalDate }

export type HandingOver = {
  readonly personId: string
  readonly from: string
  readonly to: string
  readonly on: LocalDate
}

/** As many as are read in one message. */
const mostPromised = 15
const mostAsked = 5
const recentQuestions = { limit: 20, offset: 0 }
const recentNudges = 10

/**
 * The card, what was promised, and what was asked lately. The stores are bound to what the new owner may see; null
 * when that person is not among it.
 */
export const handedModel = async (
  stores: Stores,
  questions: readonly Question[],
  { personId, from, to, on }: HandingOver,
): Promise<HandedModel | null> => {
  const card = await cardModel(stores, questions, personId, on)
  if (card === null) return null
  const asked = [
    ...(await answered(stores, personId)),
    ...(await askedOnNudges(stores, questions, card)),
  ].sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0))
  const promised = await stores.commitments.open(personId, mostPromised)
  return { from, to, on, card, promised, asked: asked.slice(0, mostAsked) }
}

/** The team's own questions that were answered. An answer typed where the new owner may not look stays there. */
const answered = async ({ openQuestions, notes }: Stores, personId: string): Promise<Asked[]> => {
  const asked: Asked[] = []
  for (const { text, answered: answer } of await openQuestions.of(personId, recentQuestions)) {
    if (answer === null) continue
    const note = answer.noteId === null ? null : await notes.get(answer.noteId)
    asked.push({ question: text, answer: note?.text ?? null, on: answer.on })
  }
  return asked
}

/** Questions that stood on a nudge after which somebody was in touch: a nudge that nobody took up asked nothing. */
const askedOnNudges = async (
  { nudges }: Stores,
  questions: readonly Question[],
  { person, contacts }: Card,
): Promise<Asked[]> => {
  const lastOn = contacts[0]?.on ?? ''
  const recent = await nudges.of(person.id, recentNudges)
  const takenUp = recent.filter(
    ({ answer, moot, on }) => answer?.kind === 'reached-out' || (answer === null && moot && lastOn >= on),
  )
  const byQuestion = new Map(takenUp.toReversed().map((nudge) => [nudge.questionId, nudge]))
  return [...byQuestion.values()].flatMap(({ questionId, on }) => {
    const question = questions.find(({ id }) => id === questionId)
    return question === undefined ? [] : [{ question: question.text, answer: null, on }]
  })
}

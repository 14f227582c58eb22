import type { LocalDate, Zone } from '../../domain/local-time.js'
import type { Note } from '../../domain/note.js'
import { type Answer, isLastTurn, type Nudge, type Reason } from '../../domain/nudge.js'
import type { Question } from '../../domain/question.js'
import { heldNow, roleText } from '../../domain/role.js'
import type { RoleAnswered } from '../../domain/role-change/role-question.js'
import { type Corrected, corrected } from '../entries/put-right-by.js'
import type { Stores } from '../ports.js'
import {
  type ClosedModel,
  type ContactModel,
  closedModel,
  contactModel,
  type WhyModel,
  whyModels,
} from './why-model.js'

export type { ClosedModel, ContactModel, WhyModel } from './why-model.js'

/** What a post says, as everybody in its place may know it. */
export type PostModel = {
  readonly kind: 'digest' | 'role-news'
  readonly entries: readonly EntryModel[]
  /** Said once where Slack gave no zone. */
  readonly zoneToTell: Zone | null
}
export type EntryModel = {
  readonly nudgeId: string
  /** The day of the post: days in it are said as seen from there. */
  readonly on: LocalDate
  readonly personId: string
  readonly name: string
  readonly role: string
  readonly why: readonly WhyModel[]
  /** The reasons that `why` puts in words. */
  readonly said: readonly Reason[]
  /** The person's own words; if there are none, a note that is not about business. */
  readonly told: Corrected<Pick<Note, 'kind' | 'text' | 'on' | 'by'>> | null
  /** The newest one that the team wants to ask; if there is none, one of the bank. */
  readonly question: string | null
  readonly prefers: string | null
  readonly ownerId: string
  /** The teammate in whose DM it stands; null in a channel. */
  readonly readerId: string | null
  readonly standing: EntryStanding
}
export type EntryStanding =
  | { readonly kind: 'open'; readonly lastTurn: boolean }
  | { readonly kind: 'answered'; readonly answer: Answer }
  /** Somebody was in touch, or the reason is gone; null where that may not be told here. */
  | { readonly kind: 'moot'; readonly contact: ContactModel | null }
  /** What was promised is done, or never will be. */
  | { readonly kind: 'closed'; readonly closed: ClosedModel }
  /** Whether a change of role is so was answered. */
  | { readonly kind: 'role-answered'; readonly answered: RoleAnswered }

/** One entry, read through the stores of those who will see the post; null when they may not see the person. */
export const entryModel = async (
  stores: Stores,
  nudge: Nudge,
  questions: readonly Question[],
  readerId: string | null,
): Promise<EntryModel | null> => {
  const person = await stores.people.get(nudge.personId)
  if (person === null) return null
  const [last = null] = await stores.interactions.of(person.id, { limit: 1, offset: 0 })
  const [asked] = await stores.openQuestions.open(person.id, 1)
  const roles = heldNow(await stores.roles.of(person.id))
  const { why, said } = await whyModels(stores, nudge, person.rhythm, last)
  return {
    nudgeId: nudge.id,
    on: nudge.on,
    personId: person.id,
    name: person.name,
    role: roles.map(roleText).join(', '),
    why,
    said,
    told: await lastTold(stores, person.id),
    question: asked?.text ?? questions.find(({ id }) => id === nudge.questionId)?.text ?? null,
    prefers: person.prefers,
    ownerId: person.ownerId,
    readerId,
    standing: await standingOf(stores, nudge, why),
  }
}

const lastTold = async (stores: Stores, personId: string): Promise<EntryModel['told']> => {
  const note = await lastNote(stores, personId)
  if (note === null) return null
  const [told = note] = await corrected(stores.journal, [note])
  return told
}

const lastNote = async ({ notes }: Stores, personId: string): Promise<Note | null> => {
  const [heard] = await notes.of(personId, { limit: 1, offset: 0, kind: 'heard' })
  if (heard !== undefined) return heard
  const recent = await notes.of(personId, { limit: 30, offset: 0, kind: 'note' })
  const human = recent.filter((note) => !note.facets.includes('situation'))
  return human.find((note) => note.facets.length > 0) ?? human[0] ?? null
}

const standingOf = async (stores: Stores, nudge: Nudge, why: readonly WhyModel[]): Promise<EntryStanding> => {
  if (nudge.answer !== null) return { kind: 'answered', answer: nudge.answer }
  // A reason that may no longer be told here is none: nobody is asked to press without one.
  if (!nudge.moot && why.length > 0) return { kind: 'open', lastTurn: isLastTurn(nudge) }
  const answered = await answeredModel(stores, nudge)
  if (answered !== null) return { kind: 'role-answered', answered }
  const { interactions } = stores
  const since = await interactions.since(nudge.personId, nudge.plannedSeq)
  // `since` counts contacts that may not be told here; the bound `get` tells only those that may.
  for (const { interactionId } of [...since].reverse()) {
    const contact = await interactions.get(interactionId)
    if (contact !== null) return { kind: 'moot', contact: contactModel(contact) }
  }
  const closed = await closedModel(stores, nudge)
  return closed === null ? { kind: 'moot', contact: null } : { kind: 'closed', closed }
}

/** Where nothing but a change of role was asked about: how that was answered last. */
const answeredModel = async ({ roleQuestions }: Stores, { reasons }: Nudge): Promise<RoleAnswered | null> => {
  if (reasons.some(({ kind }) => kind !== 'role-question')) return null
  const asked = await Promise.all(reasons.map(({ occasion }) => roleQuestions.get(occasion)))
  return asked.flatMap((question) => question?.answered ?? []).at(-1) ?? null
}

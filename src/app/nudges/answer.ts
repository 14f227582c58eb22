import { notBefore, oneRhythmAfter } from '../../domain/cadence.js'
import type { CommitmentKind } from '../../domain/commitment.js'
import type { Interaction, InteractionKind } from '../../domain/interaction.js'
import { type LocalDate, localDateOf } from '../../domain/local-time.js'
import { longestNote, type Note } from '../../domain/note.js'
import type { Answer, Nudge, Reason } from '../../domain/nudge.js'
import { isNews, isSameOccasion } from '../../domain/nudge-policy.js'
import type { Person } from '../../domain/person.js'
import type { Question } from '../../domain/question.js'
import { workingDayFrom } from '../../domain/working-time.js'
import { type ActPorts, act } from '../acting.js'
import type { Asker, AskerPorts } from '../asker.js'
import { type Asides, asidesOf } from '../interactions/asides.js'
import { writeContact } from '../interactions/write-contact.js'
import { type Outcome, ok, rejected } from '../outcome.js'
import { giveTo } from '../people/give-to.js'
import { mayReceive } from '../people/may-receive.js'
import type { ActingStores } from '../ports.js'
import { tellsAll } from '../tells-all.js'

export type Pressed =
  | {
      readonly kind: 'reached-out'
      readonly how: InteractionKind
      readonly on: LocalDate
      readonly text: string
    }
  | { readonly kind: 'later'; readonly until: LocalDate }
  | { readonly kind: 'not-needed' }
  | { readonly kind: 'handed-over'; readonly to: string }

export type Answered = {
  readonly person: Person
  readonly answer: Answer
  /** The contact that was logged by it; its home decides who sees it. */
  readonly interaction: Interaction | null
  /** The words in quotation marks, kept as heard too. */
  readonly heard: readonly Note[]
  readonly asides: Asides | null
  /** After "not needed": what comes up again, and when. Null where it does not come up again by itself. */
  readonly again: Again | null
}
/** By their rhythm (null: they have none), or since something promised is open until somebody closes it. */
export type Again =
  | { readonly by: 'rhythm'; readonly on: LocalDate | null }
  | { readonly by: CommitmentKind; readonly on: LocalDate }

/** A press on a nudge, where it stands. Anyone who may see the person may press; the first press counts. */
export const answerNudge = async (
  ports: ActPorts & AskerPorts & { readonly questions?: readonly Question[] },
  asker: Asker,
  nudgeId: string,
  personId: string,
  pressed: Pressed,
): Promise<Outcome<Answered>> => {
  if (pressed.kind === 'reached-out' && pressed.text.length > longestNote)
    return rejected({ reason: 'text-too-long', longest: longestNote })
  const receiver =
    pressed.kind === 'handed-over' ? await mayReceive(ports, asker, personId, pressed.to) : ok(null)
  if (!receiver.ok) return receiver
  const kind = pressed.kind === 'handed-over' ? 'hand' : pressed.kind
  return act(ports, asker, kind, personId, async (stores) => {
    const nudge = await stores.nudges.standingIn(asker.place.home, nudgeId)
    const person = await stores.people.get(personId)
    if (nudge === null || person === null || nudge.personId !== personId)
      return rejected({ reason: 'person-gone' })
    if (nudge.answer !== null)
      return rejected({ reason: 'answered-already', name: person.name, by: nudge.answer.by })
    const meant = await onAWorkingDay(stores, asker, pressed)
    const today = await todayThere(stores, asker, person)
    const answer = answerOf(asker, person, meant, today)
    await stores.nudges.answer(nudgeId, answer)
    if (answer.kind === 'later' || answer.kind === 'not-needed')
      await answerTheSame(stores, asker, nudge, answer)
    // What was promised for one day is no matter of the rhythm, and in a narrower place that is not theirs to change.
    const isForAll = nudge.reasons.some(isOfRhythm) && tellsAll(asker, person.home)
    if (isForAll) await putOff(stores, person, meant, today)
    const { interaction, heard } = await contactOf(ports, stores, asker, person, meant)
    if (receiver.value !== null) await giveTo(stores, asker, person, receiver.value)
    const asides =
      interaction === null ? null : await asidesOf(stores, ports.questions ?? [], asker, person, interaction)
    const again = meant.kind === 'not-needed' ? againAfter(nudge, person, today, isForAll) : null
    return ok({ person, answer, interaction, heard, asides, again })
  })
}

/** The same was brought up there once more, and may be on its way: it is answered too. */
const answerTheSame = async (
  { nudges }: ActingStores,
  { place }: Asker,
  answered: Nudge,
  answer: Answer,
): Promise<void> => {
  const others = (await nudges.unanswered(answered.personId)).nudges
  for (const other of others.filter(({ id, reasons }) => id !== answered.id && isForSame(reasons, answered)))
    if ((await nudges.standingIn(place.home, other.id)) !== null) await nudges.answer(other.id, answer)
}

const isForSame = (reasons: readonly Reason[], answered: Nudge): boolean =>
  reasons.every((reason) => answered.reasons.some((known) => isSameOccasion(known, reason)))

/** Nobody comes back on a Saturday. */
const onAWorkingDay = async (
  { places }: ActingStores,
  { place: { home } }: Asker,
  pressed: Pressed,
): Promise<Pressed> => {
  const place = pressed.kind === 'later' ? await places.get(home) : null
  if (pressed.kind !== 'later' || place === null) return pressed
  return { ...pressed, until: workingDayFrom(pressed.until, place) }
}

const todayThere = async ({ places }: ActingStores, { at, zone }: Asker, { home }: Person) =>
  localDateOf(at, (await places.get(home))?.zone ?? zone)

const answerOf = ({ userId: by }: Asker, person: Person, pressed: Pressed, today: LocalDate): Answer => {
  if (pressed.kind === 'reached-out') return { kind: 'reached-out', by }
  if (pressed.kind === 'not-needed') return { kind: 'not-needed', by, until: notBefore(today, person.rhythm) }
  return pressed.kind === 'later'
    ? { kind: 'later', by, until: pressed.until }
    : { kind: 'handed-over', by, to: pressed.to }
}

const isOfRhythm = (reason: Reason): boolean => reason.kind === 'quiet' || isNews(reason)

/** The rhythm begins anew, or waits: for everybody who sees the person. */
const putOff = async (
  { people }: ActingStores,
  { id }: Person,
  pressed: Pressed,
  today: LocalDate,
): Promise<void> => {
  if (pressed.kind === 'not-needed') await people.change(id, { letBeOn: today })
  if (pressed.kind === 'later') await people.change(id, { laterUntil: pressed.until })
}

const againAfter = (
  { reasons }: Nudge,
  { rhythm }: Person,
  today: LocalDate,
  isForAll: boolean,
): Again | null => {
  const promised = reasons.map(({ kind }) => kind).find((kind) => kind === 'promise' || kind === 'step')
  if (promised !== undefined) return { by: promised, on: notBefore(today, rhythm) }
  const returns = isForAll || reasons.some(({ kind }) => kind === 'quiet')
  return returns ? { by: 'rhythm', on: oneRhythmAfter(today, rhythm) } : null
}

const contactOf = async (
  { newId }: ActPorts,
  stores: ActingStores,
  asker: Asker,
  person: Person,
  pressed: Pressed,
): Promise<{ interaction: Interaction | null; heard: readonly Note[] }> => {
  if (pressed.kind !== 'reached-out') return { interaction: null, heard: [] }
  const { how, on, text } = pressed
  return writeContact(stores, newId, asker, person, { kind: how, on, text })
}

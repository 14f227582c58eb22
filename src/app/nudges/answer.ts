import type { Interaction, InteractionKind } from '../../domain/interaction.js'
import { type LocalDate, localDateOf } from '../../domain/local-time.js'
import { longestNote } from '../../domain/note.js'
import type { Answer } from '../../domain/nudge.js'
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
  readonly asides: Asides | null
}

/** A press on a nudge. Anyone who may see the person may press; the first press counts. */
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
    const nudge = await stores.nudges.get(nudgeId)
    const person = await stores.people.get(personId)
    if (nudge === null || person === null || nudge.personId !== personId)
      return rejected({ reason: 'person-gone' })
    if (nudge.answer !== null)
      return rejected({ reason: 'answered-already', name: person.name, by: nudge.answer.by })
    const meant = await onAWorkingDay(stores, person, pressed)
    const answer = answerOf(asker, meant)
    await stores.nudges.answer(nudgeId, answer)
    const interaction = await carryOut(ports, stores, asker, person, meant)
    if (receiver.value !== null) await giveTo(stores, asker, person, receiver.value)
    const asides =
      interaction === null ? null : await asidesOf(stores, ports.questions ?? [], asker, person, interaction)
    return ok({ person, answer, interaction, asides })
  })
}

/** Nobody comes back on a Saturday. */
const onAWorkingDay = async (
  { places }: ActingStores,
  { home }: Person,
  pressed: Pressed,
): Promise<Pressed> => {
  const place = pressed.kind === 'later' ? await places.get(home) : null
  if (pressed.kind !== 'later' || place === null) return pressed
  return { ...pressed, until: workingDayFrom(pressed.until, place) }
}

const answerOf = ({ userId: by }: Asker, pressed: Pressed): Answer => {
  if (pressed.kind === 'reached-out') return { kind: 'reached-out', by }
  if (pressed.kind === 'not-needed') return { kind: 'not-needed', by }
  return pressed.kind === 'later'
    ? { kind: 'later', by, until: pressed.until }
    : { kind: 'handed-over', by, to: pressed.to }
}

const carryOut = async (
  { newId }: ActPorts,
  stores: ActingStores,
  asker: Asker,
  person: Person,
  pressed: Pressed,
): Promise<Interaction | null> => {
  if (pressed.kind === 'reached-out') {
    const { how, on, text } = pressed
    const { interaction } = await writeContact(stores, newId, asker, person, { kind: how, on, text })
    return interaction
  }
  if (pressed.kind === 'not-needed') {
    const place = await stores.places.get(person.home)
    await stores.people.change(person.id, { letBeOn: localDateOf(asker.at, place?.zone ?? asker.zone) })
  }
  if (pressed.kind === 'later') await stores.people.change(person.id, { laterUntil: pressed.until })
  return null
}

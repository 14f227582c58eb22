import type { Home } from '../../domain/audience.js'
import type { Interaction } from '../../domain/interaction.js'
import type { LocalDate } from '../../domain/local-time.js'
import { facetsIn, longestNote } from '../../domain/note.js'
import type { Person } from '../../domain/person.js'
import type { Question } from '../../domain/question.js'
import type { ReactionMeaning } from '../../domain/reaction-meaning.js'
import { type ActPorts, act } from '../acting.js'
import type { Asker } from '../asker.js'
import { type Asides, asidesOf } from '../interactions/asides.js'
import { type Outcome, ok, rejected } from '../outcome.js'
import type { ActingStores, Mark, NewId } from '../ports.js'
import { tellsAll } from '../tells-all.js'

export type Meaning = ReactionMeaning

export type ReactionDetails = {
  readonly channelId: string
  readonly messageTs: string
  readonly emoji: string
  /** When Slack saw the reaction; a later turn of the same reaction has a greater one. */
  readonly eventTs: string
  readonly meaning: Meaning
  readonly text: string
  /** The message's day. */
  readonly on: LocalDate
}
export type ReactionLogged = {
  readonly person: Person
  readonly meaning: Meaning
  readonly actId: string
  readonly joined: boolean
  /** What was logged, or joined; its home decides who sees it. */
  readonly entry: LoggedEntry
  /** What is worth saying beside a contact that was logged. */
  readonly asides: Asides | null
}
export type LoggedEntry = Mark['entry'] & { readonly home: Home; readonly by: string }

export const reactionKey = (
  reaction: { channelId: string; messageTs: string; emoji: string },
  userId: string,
): string => [reaction.channelId, reaction.messageTs, userId, reaction.emoji].join(' ')

/** A reaction logs a contact or keeps a note; a second teammate joins what the first has logged. */
export const logReaction = (
  ports: ActPorts & { readonly questions?: readonly Question[] },
  asker: Asker,
  personId: string,
  details: ReactionDetails,
): Promise<Outcome<ReactionLogged>> =>
  act(ports, asker, 'reaction', personId, async (stores, journalled) => {
    const person = await stores.people.get(personId)
    if (person === null) return rejected({ reason: 'person-gone' })
    // Looking at the message takes a while, and a question waits for its answer: it may be off again by now.
    if (!(await stores.desk.reactionStands(reactionKey(details, asker.userId), details.eventTs)))
      return rejected({ reason: 'reaction-off' })
    const marks = await stores.marks.on(details.channelId, details.messageTs)
    const mine = (mark: Mark) => mark.userId === asker.userId && mark.emoji === details.emoji
    if (marks.some((mark) => mine(mark) && mark.personId === personId))
      return rejected({ reason: 'repeated' })
    await stores.places.know(asker.place.home, asker.zoneGiven)
    const entry = await joined(stores, marks, asker, personId, details)
    const made = entry ?? (await entered(stores, ports.newId, asker, person, details))
    const { kind, id } = made
    await stores.marks.add({
      id: ports.newId(),
      channelId: details.channelId,
      messageTs: details.messageTs,
      emoji: details.emoji,
      userId: asker.userId,
      by: asker.userId,
      home: asker.place.home,
      personId,
      entry: { kind, id },
    })
    const { meaning } = details
    const contact = kind === 'interaction' ? await stores.interactions.get(id) : null
    const bank = ports.questions ?? []
    return ok({
      person,
      meaning,
      actId: journalled.id,
      joined:
        entry !== null && !marks.some((mark) => mark.entry.id === made.id && mark.userId === asker.userId),
      entry: made,
      asides: contact === null ? null : await asidesOf(stores, bank, asker, person, contact),
    })
  })

/** What is logged already from this message about this person, now with one more teammate; null when nothing is. */
const joined = async (
  stores: ActingStores,
  marks: readonly Mark[],
  asker: Asker,
  personId: string,
  { meaning }: ReactionDetails,
): Promise<LoggedEntry | null> => {
  const same = marks.filter((mark) => mark.personId === personId)
  for (const { entry } of same) {
    const note = entry.kind === 'note' ? await stores.notes.get(entry.id) : null
    if (note?.kind === meaning) return { ...entry, home: note.home, by: note.by }
    if (entry.kind !== 'interaction' || meaning === 'heard' || meaning === 'note') continue
    const interaction = await stores.interactions.get(entry.id)
    if (interaction === null) continue
    if (!interaction.teammates.includes(asker.userId))
      await stores.interactions.change(entry.id, { teammates: [...interaction.teammates, asker.userId] })
    return { ...entry, home: interaction.home, by: interaction.by }
  }
  return null
}

const entered = async (
  stores: ActingStores,
  newId: NewId,
  asker: Asker,
  person: Person,
  { meaning, on, ...details }: ReactionDetails,
): Promise<LoggedEntry> => {
  const home: Home = asker.place.home
  const text = details.text.slice(0, longestNote)
  const typed = { id: newId(), personId: person.id, home, by: asker.userId, at: asker.at, on, text }
  if (meaning === 'heard' || meaning === 'note') {
    await stores.notes.add({ ...typed, kind: meaning, facets: facetsIn(text), interactionId: null })
    return { kind: 'note', id: typed.id, home, by: asker.userId }
  }
  const interaction: Interaction = { ...typed, kind: meaning, teammates: [asker.userId] }
  await stores.interactions.add(interaction)
  if (person.laterUntil !== null) await stores.people.change(person.id, { laterUntil: null })
  // Where fewer read than know the person, that they were met is not told to the others.
  if (person.offstage && tellsAll(asker, person.home))
    await stores.people.change(person.id, { offstage: false })
  return { kind: 'interaction', id: typed.id, home, by: asker.userId }
}

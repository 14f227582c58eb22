import { channelHome, type Home } from '../../../src/domain/audience.js'
import type { Interaction } from '../../../src/domain/interaction.js'
import type { Note } from '../../../src/domain/note.js'
import type { Person } from '../../../src/domain/person.js'
import type { Role } from '../../../src/domain/role.js'
import { chance } from './chance.js'
import { channel, introducedOn, type LifeEvent, notesEach, rhythmOf, spokenOn, teammate } from './life.js'
import { addressOf, companyOf, nameOf, rareWord, textOf, titleOf } from './vocabulary.js'

/** As long as the ids of the program, in the order of what they name. */
const idOf = (kind: string, nth: number): string => {
  const digits = nth.toString(16).padStart(12, '0')
  return `019${kind}${digits.slice(0, 4)}-${digits.slice(4, 8)}-7000-8000-${digits.slice(8)}00000000`
}
const personIdOf = (person: number): string => idOf('a', person)
const roleIdOf = (person: number): string => idOf('b', person)
const entryIdOf = (seq: number): string => idOf('c', seq)
export const actIdOf = (seq: number): string => idOf('d', seq)

/** What one act of a teammate wrote. */
export type WrittenAct = {
  readonly seq: number
  readonly kind: 'add' | 'note' | 'met'
  readonly by: string
  readonly at: string
  readonly place: Home
  readonly personId: string
  readonly person: Person | null
  readonly role: Role | null
  readonly note: Note | null
  readonly interaction: Interaction | null
}

/** Where somebody was introduced. */
const homeOf = (person: number): Home => channelHome(channel(chance(person, 7)))
const ownerOf = (person: number): string => teammate(chance(person, 8))

/** What a teammate typed at an event in a life, as the use cases would have it written. */
export const writtenAt = ({ seq, person, note, at, on }: LifeEvent, people: number): WrittenAct => {
  const [personId, home] = [personIdOf(person), homeOf(person)]
  const by = note === 0 ? ownerOf(person) : teammate(chance(person, 20 + note))
  const about = { personId, home, by, at }
  const act = { seq, by, at, place: home, personId, person: null, role: null, note: null, interaction: null }
  if (note === 0)
    return { ...act, kind: 'add', person: personOf(person, people, at), role: roleOf(person, about) }
  const entry = { ...about, id: entryIdOf(seq), on, text: textWith(seq, person, note, people) }
  if (note <= notesEach)
    return { ...act, kind: 'note', note: { ...entry, kind: 'note', facets: [], interactionId: null } }
  return { ...act, kind: 'met', interaction: { ...entry, kind: 'met', teammates: [by] } }
}

const textWith = (seq: number, person: number, note: number, people: number): string =>
  person === Math.floor(people / 2) && note === 1 ? `${textOf(seq)} ${rareWord}` : textOf(seq)

const personOf = (person: number, people: number, at: string): Person => {
  const on = introducedOn(person, people)
  return {
    id: personIdOf(person),
    name: nameOf(person),
    home: homeOf(person),
    by: ownerOf(person),
    introducedAt: at,
    introducedOn: on,
    ownerId: ownerOf(person),
    rhythm: { every: rhythmOf(person, people), unit: 'day' },
    rhythmSetOn: on,
    firstDueOn: null,
    letBeOn: null,
    laterUntil: null,
    slackUserId: null,
    prefers: null,
    offstage: false,
    addresses: [addressOf(person)],
  }
}

const roleOf = (person: number, about: Pick<Role, 'personId' | 'home' | 'by' | 'at'>): Role => ({
  ...about,
  id: roleIdOf(person),
  title: titleOf(person),
  company: companyOf(person),
  sinceOn: null,
  untilOn: null,
})

/** The last conversation, as it shows in the row of the person. */
export const lastContactOf = spokenOn

import { colleaguesContact } from '../../domain/colleague.js'
import type { Interaction } from '../../domain/interaction.js'
import { type LocalDate, plusDays } from '../../domain/local-time.js'
import type { Note } from '../../domain/note.js'
import { isOneSided, timesInARow } from '../../domain/one-sided.js'
import type { Person } from '../../domain/person.js'
import type { Question } from '../../domain/question.js'
import type { Asker } from '../asker.js'
import { askedAlready, worthAsking } from '../people/worth-asking.js'
import type { PersonName, Stores } from '../ports.js'
import { sameFor } from '../same-for.js'

/** What is worth saying beside what was logged, to the one who logged it and to nobody else. */
export type Asides = {
  /** What a colleague heard from the same person a day or two ago. */
  readonly colleague: ColleagueHeard | null
  /** One question in place of another message, when nothing came back. */
  readonly question: string | null
  /** Those about whom the same was written today. */
  readonly sameFor: readonly PersonName[]
}
export type ColleagueHeard = {
  readonly teammates: readonly string[]
  readonly kind: Interaction['kind']
  readonly on: LocalDate
  /** The person's own words, as the colleague heard them. */
  readonly heard: readonly string[]
  /** What the colleague wrote of it; may be empty. */
  readonly text: string
}

/** A colleague's contact may be of a day before or after mine. */
const nearDays = 2
const mostNear = 20
/** The newest words of theirs among which those of one day are looked for. */
const recent = { limit: 20, offset: 0 }

/** Looked at right after a contact was logged, through the stores of the one who logged it. */
export const asidesOf = async (
  stores: Stores,
  bank: readonly Question[],
  asker: Asker,
  person: Person,
  interaction: Interaction,
): Promise<Asides> => ({
  colleague: await colleagueHeard(stores, asker, interaction),
  question: await questionInstead(stores, bank, person, interaction),
  sameFor: await sameFor(stores, asker, interaction),
})

const colleagueHeard = async (
  { interactions, notes }: Stores,
  { userId, zone }: Asker,
  mine: Interaction,
): Promise<ColleagueHeard | null> => {
  const [from, to] = [plusDays(mine.on, -nearDays), plusDays(mine.on, nearDays)]
  const near = await interactions.between(mine.personId, from, to, mostNear)
  const theirs = colleaguesContact(mine, near, userId, zone)
  if (theirs === null) return null
  const { teammates, kind, on, text } = theirs
  const quoted = (await notes.with(theirs.id)).filter((note) => note.kind === 'heard')
  const told = quoted.length > 0 ? quoted : await notes.of(mine.personId, { ...recent, kind: 'heard' })
  // Words typed by themselves, then or on the next morning, belong to that contact.
  const isOfIt = (note: Note) => note.on >= on && note.on <= plusDays(on, 1) && teammates.includes(note.by)
  const heard = told.filter(isOfIt)
  return { teammates, kind, on, heard: heard.map((note) => note.text), text }
}

const questionInstead = async (
  stores: Stores,
  bank: readonly Question[],
  person: Person,
  { id: loggedId, personId }: Interaction,
): Promise<string | null> => {
  const contacts = await stores.interactions.of(personId, { limit: timesInARow, offset: 0 })
  const heard = await stores.notes.of(personId, { ...recent, kind: 'heard' })
  if (!isOneSided(contacts, heard, loggedId)) return null
  const [own] = await stores.openQuestions.open(personId, 1)
  if (own !== undefined) return own.text
  const situation = (await stores.notes.situationsOf([personId])).get(personId) ?? null
  const fromBank = worthAsking(await askedAlready(stores, personId), bank, person, {
    situation,
    hasOwn: false,
  })
  return fromBank?.question.text ?? null
}

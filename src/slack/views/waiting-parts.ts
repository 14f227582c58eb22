import type { Promised } from '../../app/home/promised.js'
import type { RoleNews } from '../../app/home/role-news.js'
import type { Waiting } from '../../app/home/waiting.js'
import { clip } from './blocks.js'
import type { Reader } from './context.js'
import { named, ours, say, sentence, typed, type Words } from './copy.js'
import { day, plainDay, rhythm } from './days.js'
import { asSaidWords } from './role-claim.js'

/** A promise is shown in short; the card has more of it. */
const shown = 400

const nameWithRole = (name: string, role: string): Words =>
  role === '' ? named(name) : say`${named(name)} · ${role}`

/** Somebody who would be glad to hear from the reader, and why. */
export const waitingLines = (
  { person, role, neverSpoken, dueOn }: Waiting,
  { today }: Pick<Reader, 'today'>,
): Words[] => {
  const since = dueOn === null || dueOn >= today ? 'due since today' : `due since ${plainDay(dueOn, today)}`
  const every = rhythm(person.rhythm)
  const facts = [
    neverSpoken ? 'nobody has spoken with them yet' : null,
    every === null ? null : `rhythm: ${every}`,
    since,
  ].filter((fact) => fact !== null)
  return [nameWithRole(person.name, role), sentence(ours(facts.join(', ')))]
}

/** "Frank Ortiz, due on Fri 27 Nov: send the sample". */
export const promiseLine = ({ commitment, person }: Promised, { today }: Pick<Reader, 'today'>): Words => {
  const { dueOn, text } = commitment
  const late = dueOn !== null && dueOn < today ? 'and it was due' : 'due'
  const due = dueOn === null ? '' : `, ${late} ${day(dueOn, today)}`
  return say`${named(person.name)}${ours(due)}: ${typed(clip(text, shown))}`
}

/** What somebody does now, or no longer does. */
export const newsLine = (
  { kind, person, role, on, before, said }: RoleNews,
  { today }: Pick<Reader, 'today'>,
): Words => {
  const since = plainDay(on, today)
  const says = said === null ? ours('') : say`, ${asSaidWords(said, today)}`
  if (kind === 'left') return say`${named(person.name)} is no longer ${role}, since ${since}${says}.`
  const earlier = before === '' ? [] : say` Before that: ${before}.`
  return person.role === ''
    ? say`${named(person.name)} has something new to do, since ${since}${says}.${earlier}`
    : say`${named(person.name)} is ${person.role} now, since ${since}${says}.${earlier}`
}

import { evenly } from './chance.js'

/** What happened to so many people in a thousand days before the first day of every measurement, one event after another. */

export const workspaceId = 'T0BENCH'
export const teammates = 100
export const channels = 100
export const notesEach = 10
export const zone = 'America/Chicago'

/** A Friday morning in Chicago, on which nobody is due and from which on clocks run. */
export const firstMoment = '2026-11-20T16:00:00.000Z'
/** From here on somebody is due, as many each day. */
const dueAfterDays = 10
const dueWithinDays = 350
/** A Tuesday morning in Chicago, by which everybody is due. */
export const allDueMoment = '2027-11-16T16:00:00.000Z'

const days = 1_000
const dayMs = 86_400_000
const firstDay = Date.parse('2026-11-20') / dayMs - days
/** Introductions end early enough for everything else to have happened. */
const introducingDays = 690
const withinDays = 300
const morningMs = 14 * 3_600_000
const workedMs = 10 * 3_600_000
/** Apart by more than the search index needs to tell two of them apart. */
const leastGapMs = 192

export const teammate = (n: number): string => `U0BENCH${String(n % teammates).padStart(3, '0')}`
export const channel = (n: number): string => `C0BENCH${String(n % channels).padStart(3, '0')}`

/** `note` 0 is the introduction, 1 to 10 are notes, 11 a conversation. */
export type LifeEvent = {
  /** Its place in the journal, from 1. */
  readonly seq: number
  readonly person: number
  readonly note: number
  readonly at: string
  readonly on: string
}

const eventsEach = notesEach + 2
const dayOf = (person: number, note: number, people: number): number => {
  const introduced = Math.floor((person * introducingDays) / people)
  return note === 0 ? introduced : introduced + 1 + evenly(person * eventsEach + note, 6, withinDays)
}
const dateOf = (day: number): string => new Date((firstDay + day) * dayMs).toISOString().slice(0, 10)

export const introducedOn = (person: number, people: number): string => dateOf(dayOf(person, 0, people))
export const spokenOn = (person: number, people: number): string =>
  dateOf(dayOf(person, notesEach + 1, people))
/** So many days after the conversation they are due, on a day that is still to come. */
export const rhythmOf = (person: number, people: number): number =>
  days - dayOf(person, notesEach + 1, people) + dueAfterDays + (person % dueWithinDays)

/** Everything that happened, in the order in which it did. */
export function* lifeOf(people: number): Generator<LifeEvent> {
  // By day, as counting sorts: a list of all events and no more, however many there are.
  const starts = new Uint32Array(days + 1)
  for (let note = 0; note < eventsEach; note++)
    for (let person = 0; person < people; person++) add(starts, dayOf(person, note, people) + 1)
  for (let day = 0; day < days; day++) starts[day + 1] = (starts[day + 1] ?? 0) + (starts[day] ?? 0)
  const next = starts.slice()
  const events = new Uint32Array(people * eventsEach)
  for (let note = 0; note < eventsEach; note++)
    for (let person = 0; person < people; person++)
      events[add(next, dayOf(person, note, people))] = note * people + person
  for (let day = 0; day < days; day++) {
    const [from, until] = [starts[day] ?? 0, starts[day + 1] ?? 0]
    const on = dateOf(day)
    const gap = Math.floor(workedMs / Math.max(until - from, 1))
    if (gap < leastGapMs) throw new RangeError('So many people do not fit into these days')
    const morning = (firstDay + day) * dayMs + morningMs
    for (let nth = from; nth < until; nth++) {
      const event = events[nth] ?? 0
      const at = new Date(morning + (nth - from) * gap).toISOString()
      yield { seq: nth + 1, person: event % people, note: Math.floor(event / people), at, on }
    }
  }
}

const add = (counts: Uint32Array, at: number): number => {
  const before = counts[at] ?? 0
  counts[at] = before + 1
  return before
}

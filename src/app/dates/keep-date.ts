import { type KeyDate, nextOccurrence } from '../../domain/key-date.js'
import type { LocalDate } from '../../domain/local-time.js'
import { longestNote } from '../../domain/note.js'
import type { Person } from '../../domain/person.js'
import { raisedDays } from '../../domain/reasons/raised-days.js'
import { type ActPorts, act } from '../acting.js'
import type { Asker } from '../asker.js'
import { nextDigest } from '../next-digest.js'
import { type Outcome, ok, rejected } from '../outcome.js'
import { mayTellHere, tellsAll } from '../tells-all.js'
import { isSameText, typedAgain } from '../typed-again.js'

export type KeyDateDraft = Pick<KeyDate, 'personId' | 'kind' | 'monthDay' | 'year' | 'yearly' | 'text'>
export type DateKept = {
  readonly person: Person
  readonly date: KeyDate
  /** The first time that it comes, today included. */
  readonly nextOn: LocalDate
  /** The working days on which it is brought up for that time, the first one first; empty when it is not any more. */
  readonly raisedOn: readonly LocalDate[]
}
type Written = Omit<DateKept, 'raisedOn'>

/** `date`: a day to remember, once or each year. `trigger`: the dated thing that forces a move. */
export const keepDate = async (
  ports: ActPorts,
  asker: Asker,
  { personId, kind, monthDay, year, yearly, text }: KeyDateDraft,
): Promise<Outcome<DateKept>> => {
  if (text.length > longestNote) return rejected({ reason: 'text-too-long', longest: longestNote })
  const written = await act<Written>(ports, asker, kind, personId, async (stores) => {
    const person = await stores.people.get(personId)
    if (person === null) return rejected({ reason: 'person-gone' })
    const nextOn = nextOccurrence({ monthDay, year, yearly }, asker.today)
    if (nextOn === null) {
      const on = `${year ?? asker.today.slice(0, 4)}-${monthDay}`
      return rejected({ reason: 'day-passed', what: kind, name: person.name, on })
    }
    const { home } = asker.place
    await stores.places.know(home, asker.zoneGiven)
    const known = (await stores.keyDates.on(personId, monthDay)).filter(
      (date) => date.kind === kind && date.yearly === yearly && isSameText(date.text, text),
    )
    // A day that was typed with its year says all that it says without.
    const said = known.filter((date) => date.year === year || year === null)
    if (typedAgain(asker, said).here !== null)
      return rejected({ reason: 'known-already', what: kind, name: person.name })
    const more = fuller(asker, known, year)
    if (more !== null) {
      await stores.keyDates.change(more.id, { year, home: more.home })
      return ok({ person, date: more, nextOn })
    }
    const typed = { by: asker.userId, at: asker.at, on: asker.today, home }
    const date: KeyDate = { id: ports.newId(), personId, kind, monthDay, year, yearly, text, ...typed }
    await stores.keyDates.add(date)
    return ok({ person, date, nextOn })
  })
  if (!written.ok) return written
  const { person, date, nextOn } = written.value
  const { first, time } = await nextDigest(ports.uow, asker, person, date.home)
  return ok({ person, date, nextOn, raisedOn: raisedDays(date, nextOn, first, time) })
}

/** What was known of the day before, and can be told here now, or now has its year; null where all of it is new. */
const fuller = (asker: Asker, known: readonly KeyDate[], year: number | null): KeyDate | null => {
  const yearless = year === null ? [] : known.filter((date) => date.year === null)
  const there = yearless.find(({ home }) => mayTellHere(asker, home) && tellsAll(asker, home))
  if (there !== undefined) return { ...there, year }
  const { own } = typedAgain(asker, [...known.filter((date) => date.year === year), ...yearless])
  return own === null ? null : { ...own, year, home: asker.place.home }
}

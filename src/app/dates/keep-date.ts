import { type KeyDate, nextOccurrence } from '../../domain/key-date.js'
import type { LocalDate } from '../../domain/local-time.js'
import { longestNote } from '../../domain/note.js'
import type { Person } from '../../domain/person.js'
import { type ActPorts, act } from '../acting.js'
import type { Asker } from '../asker.js'
import { type Outcome, ok, rejected } from '../outcome.js'

export type KeyDateDraft = Pick<KeyDate, 'personId' | 'kind' | 'monthDay' | 'year' | 'yearly' | 'text'>
export type DateKept = {
  readonly person: Person
  readonly date: KeyDate
  /** The first time that it comes, today included. */
  readonly nextOn: LocalDate
}

/** `date`: a day to remember, once or each year. `trigger`: the dated thing that forces a move. */
export const keepDate = async (
  ports: ActPorts,
  asker: Asker,
  { personId, kind, monthDay, year, yearly, text }: KeyDateDraft,
): Promise<Outcome<DateKept>> => {
  if (text.length > longestNote) return rejected({ reason: 'text-too-long', longest: longestNote })
  return act(ports, asker, kind, personId, async (stores) => {
    const person = await stores.people.get(personId)
    if (person === null) return rejected({ reason: 'person-gone' })
    const nextOn = nextOccurrence({ monthDay, year, yearly }, asker.today)
    if (nextOn === null) {
      const on = `${year ?? asker.today.slice(0, 4)}-${monthDay}`
      return rejected({ reason: 'day-passed', what: kind, name: person.name, on })
    }
    const { home } = asker.place
    await stores.places.know(home, asker.zoneGiven)
    const typed = { by: asker.userId, at: asker.at, on: asker.today, home }
    const date: KeyDate = { id: ports.newId(), personId, kind, monthDay, year, yearly, text, ...typed }
    await stores.keyDates.add(date)
    return ok({ person, date, nextOn })
  })
}

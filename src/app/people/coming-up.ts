import { channelOf, type Home } from '../../domain/audience.js'
import { type LocalDate, plusDays } from '../../domain/local-time.js'
import type { Person } from '../../domain/person.js'
import type { Raised } from '../../domain/reasons/next-raised.js'
import { farLead } from '../../domain/reasons/trigger.js'
import { restAfter, standardWorkingTime } from '../../domain/working-time.js'
import { type Asker, scopeOf } from '../asker.js'
import type { PersonName, SeenStanding, UnitOfWork } from '../ports.js'
import { inTheirOrder, isOne, turnByRhythm, turnsAhead } from './turns.js'

export type Upcoming = {
  readonly person: Person
  readonly role: string
  /** The working day on which they come up; today or earlier means that their turn has come. */
  readonly on: LocalDate
  readonly channelId: string | null
  /** What is written down for that day; empty when it is their rhythm alone. */
  readonly why: readonly Raised[]
}
export type ComingUp = {
  readonly people: readonly Upcoming[]
  readonly offset: number
  readonly more: boolean
}

const pageLength = 15
/** So many days ahead are looked at for what is written down. */
const aheadDays = 30

/** `due`: who comes up, in what order, on which day. */
export const comingUp = (uow: UnitOfWork, asker: Asker, offset: number): Promise<ComingUp> =>
  uow.read(scopeOf(asker), async ({ people, places }) => {
    const { today } = asker
    const settings = new Map((await places.all()).map((place) => [place.home, place]))
    const timeOf = (home: Home) => settings.get(home) ?? standardWorkingTime(asker.zone)
    const byRhythm = (standing: SeenStanding) => turnByRhythm(standing, timeOf(standing.person.home), today)

    const dueBy = plusDays(today, aheadDays)
    // What falls on days off comes up before them.
    const rest = Math.max(0, ...[...settings.values()].map((place) => restAfter(dueBy, place)))
    const to = plusDays(dueBy, rest + farLead)
    const ahead = await people.daysAhead({ dueBy: plusDays(dueBy, rest), from: today, to })
    const theirs = ahead.map((each) => ({ each, turns: turnsAhead(each, asker, dueBy, timeOf) }))
    const dated = theirs.flatMap(({ turns }) => turns)
    // Whose rhythm falls on a day on which they come up anyway, comes up once.
    const once = theirs
      .filter(({ each, turns }) => turns.some((turn) => isOne(turn, byRhythm(each), today)))
      .map(({ each }) => each.person.id)

    const before = Math.min(offset, dated.length)
    const page = { limit: before + pageLength + 1, offset: offset - before }
    const rhythmic = (await people.comingUp(page, once, today)).map(byRhythm)
    const turns = inTheirOrder([...dated, ...rhythmic]).slice(before)
    const shown = turns.slice(0, pageLength)
    const names = new Map<string, PersonName>()
    for (const name of await people.names(shown.map(({ person }) => person.id))) names.set(name.id, name)
    return {
      offset,
      more: turns.length > pageLength,
      people: shown.map(({ person, on, home, why }) => {
        const role = names.get(person.id)?.role ?? ''
        return { person, role, on, channelId: channelOf(home), why }
      }),
    }
  })

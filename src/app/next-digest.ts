import { channelOf, type Home, teammateHome } from '../domain/audience.js'
import { type LocalDate, plusDays, wallClock } from '../domain/local-time.js'
import type { Person } from '../domain/person.js'
import { isOfToday } from '../domain/reasons/quiet.js'
import { isDigestTime, type WorkingTime, workingDayFrom } from '../domain/working-time.js'
import { type Asker, scopeOf } from './asker.js'
import { newPlace, type UnitOfWork } from './ports.js'

/** The first working day whose digest can tell of what is written down about somebody now, and the time it is told in. */
export type NextDigest = { readonly first: LocalDate; readonly time: WorkingTime }

/** As `turnsAhead` has it: told where the person lives what may be told there, else where it was typed. */
export const nextDigest = (
  uow: UnitOfWork,
  asker: Asker,
  person: Person,
  typedIn: Home,
): Promise<NextDigest> =>
  uow.keep(scopeOf(asker), async ({ places, posts }) => {
    const told = asker.openToAll.includes(typedIn) ? person.home : typedIn
    const there = (await places.get(told)) ?? newPlace(told, asker.zoneGiven)
    // Where the bot cannot speak, the owner hears by DM.
    const silent = channelOf(told) !== null && !there.postable
    const place = silent ? ((await places.get(teammateHome(person.ownerId))) ?? there) : there
    const { on, minutes } = wallClock(asker.at, place.zone)
    const isOver =
      minutes >= place.toHour * 60 ||
      (isDigestTime(asker.at, place) && (await posts.digestFixed(place.home, on)))
    const first = isOver || isOfToday(person, on) ? plusDays(on, 1) : on
    return { first: workingDayFrom(first, place), time: place }
  })

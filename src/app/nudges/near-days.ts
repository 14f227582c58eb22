import { type Home, teammateOf } from '../../domain/audience.js'
import { type Instant, localDateOf, plusDays } from '../../domain/local-time.js'
import { isWorkingDay, restAfter } from '../../domain/working-time.js'
import type { NearDay, NearDaysQuery } from '../ports/posts.js'
import type { PlaceSettings } from '../ports.js'

/** All that has a day and may have to be told of in a pass, by the places in which it may be told. */
export type NearDays = {
  /** About whom something is near who live in one of these homes; with `ownerId`, those alone who are theirs. */
  livingIn(homes: readonly Home[], ownerId?: string): string[]
  /** What may be told in a place about people who live elsewhere; who lives in a `silent` home does so anyway. */
  visiting(place: Home, silent: readonly Home[]): NearDay[]
}

export const nearDaysOf = (days: readonly NearDay[]): NearDays => {
  const living = by(days, ({ person }) => person.home)
  const typed = by(days, ({ home }) => home)
  const written = by(days, (day) => day.by)
  const owned = by(days, ({ person }) => person.ownerId)
  return {
    livingIn: (homes, ownerId) => {
      const there = homes.flatMap((home) => living(home))
      const theirs = there.filter(({ person }) => ownerId === undefined || person.ownerId === ownerId)
      return [...new Set(theirs.map(({ person }) => person.id))]
    },
    visiting: (place, silent) => {
      const userId = teammateOf(place)
      const told = userId === null ? typed(place) : [...typed(place), ...written(userId), ...owned(userId)]
      const apart = told.filter(({ home, person }) => home !== person.home || silent.includes(person.home))
      return [...new Set(apart)]
    },
  }
}

const by = <K>(days: readonly NearDay[], keyOf: (day: NearDay) => K): ((key: K) => readonly NearDay[]) => {
  const groups = new Map<K, NearDay[]>()
  for (const day of days) {
    const group = groups.get(keyOf(day))
    if (group === undefined) groups.set(keyOf(day), [day])
    else group.push(day)
  }
  return (key) => groups.get(key) ?? []
}

/** Nobody who is told of for the first time has a longer rest than a weekend: no days off are set for them. */
const weekend = 2

/** What is near for any of these places at an instant, or for a teammate whose place is made in the same pass. */
export const nearFor = (places: readonly PlaceSettings[], now: Instant): NearDaysQuery => {
  const utc = localDateOf(now, 'UTC')
  const rests = places.map((place) => {
    const on = localDateOf(now, place.zone)
    return isWorkingDay(on, place) ? restAfter(on, place) : 0
  })
  // Nowhere is it another day than the one before or after.
  return { from: plusDays(utc, -1), to: plusDays(utc, 1), rest: Math.max(weekend, ...rests) }
}

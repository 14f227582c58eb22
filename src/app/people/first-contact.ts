import type { Home } from '../../domain/audience.js'
import { oneRhythmAfter, type Rhythm } from '../../domain/cadence.js'
import { type LocalDate, plusDays } from '../../domain/local-time.js'
import { workingDayFrom } from '../../domain/working-time.js'
import type { PlaceSettings, Stores } from '../ports.js'

/** The search for a free day ends here: a place with thousands of newcomers fills years of mornings. */
const daysAhead = 3_700

/**
 * The day set aside for a first contact: introduction + rhythm, moved to the first working day that has fewer such
 * people than the cap. Null for those who are never to be brought up.
 */
export const firstContactDay = async (
  { people }: Pick<Stores, 'people'>,
  place: PlaceSettings,
  introduced: {
    readonly home: Home
    readonly on: LocalDate
    readonly rhythm: Rhythm
    readonly notBefore: LocalDate
  },
): Promise<LocalDate | null> => {
  const wished = oneRhythmAfter(introduced.on, introduced.rhythm)
  if (wished === null) return null
  let on = workingDayFrom(later(wished, introduced.notBefore), place)
  for (let tries = 0; tries < daysAhead; tries++) {
    if ((await people.firstContactsOn(introduced.home, on)) < place.cap) return on
    on = workingDayFrom(plusDays(on, 1), place)
  }
  return on
}

const later = (a: LocalDate, b: LocalDate): LocalDate => {
  if (a > b) return a
  return b
}

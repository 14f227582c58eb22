import type { Home } from '../../domain/audience.js'
import { oneRhythmAfter, type Rhythm } from '../../domain/cadence.js'
import { type LocalDate, plusDays } from '../../domain/local-time.js'
import { workingDayFrom } from '../../domain/working-time.js'
import type { PlaceSettings, Stores } from '../ports.js'

/** Days looked at in one go: a place where hundreds were introduced fills months of mornings. */
const daysAtOnce = 100

/**
 * The day set aside for a first contact: introduction + rhythm, moved to the first working day that has fewer such
 * people than the cap. Null for those who are never to be brought up.
 */
export const firstContactDay = async (
  { people }: { readonly people: Pick<Stores['people'], 'firstContacts'> },
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
  for (;;) {
    const to = plusDays(on, daysAtOnce)
    const taken = await people.firstContacts(introduced.home, on, to)
    for (; on <= to; on = workingDayFrom(plusDays(on, 1), place))
      if ((taken.get(on) ?? 0) < place.cap) return on
  }
}

const later = (a: LocalDate, b: LocalDate): LocalDate => {
  if (a > b) return a
  return b
}

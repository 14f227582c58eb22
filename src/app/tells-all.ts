import { type Home, teammateHome } from '../domain/audience.js'
import type { Asker } from './asker.js'

/**
 * Whether the asker's place is as wide as a home: whoever may see that home is told what is typed here, or the asker
 * alone lives there. In a narrower place nothing may be changed that others see there.
 */
export const tellsAll = ({ place, userId }: Asker, home: Home): boolean =>
  place.seenBy.kind === 'everyone' || place.home === home || home === teammateHome(userId)

/**
 * Whether something is known to more people than a form said that was filled with it: it lived elsewhere then (`shownIn`,
 * null when that is not known any more), and lives now where others see it than read in the asker's place.
 */
export const isWiderThanShown = (asker: Asker, shownIn: Home | null, home: Home): boolean =>
  shownIn !== null && shownIn !== home && !tellsAll(asker, home)

/** Whether what lives in a home may be repeated where the asker types: all who read here may see it. */
export const mayTellHere = ({ place, openToAll }: Asker, home: Home): boolean =>
  place.seenBy.kind === 'you' || place.home === home || openToAll.includes(home)

import type { Place, SeenBy } from '../../app/asker.js'
import type { LocalDate } from '../../domain/local-time.js'

/** Who reads a reply, where, and on which day. */
export type ViewContext = {
  readonly today: LocalDate
  readonly userId: string
  readonly place: Place
  /** Who sees the home of the person that the reply is about; left out where that is not known. */
  readonly personSeenBy?: SeenBy
}

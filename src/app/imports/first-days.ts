import type { Rhythm } from '../../domain/cadence.js'
import { type LocalDate, localDateOf, plusDays } from '../../domain/local-time.js'
import type { Asker } from '../asker.js'
import { firstContactDay } from '../people/first-contact.js'
import { placeOfIntroduction } from '../people/place-of-introduction.js'
import type { ActingStores, Stores } from '../ports.js'

export type FirstDay = { readonly introducedOn: LocalDate; readonly firstDueOn: LocalDate | null }

/**
 * The days set aside for first contacts with those whom one batch introduces. Each looks on from the day of the one
 * before: with thousands of them, every day up to it is full.
 */
export class FirstDays {
  readonly #asker: Asker
  readonly #rhythm: Rhythm
  #place: Awaited<ReturnType<typeof placeOfIntroduction>> | null = null
  #introducedOn: LocalDate | null = null
  #from: LocalDate
  /** How many were given each day up to `#until`, and what was given since it was looked. */
  readonly #taken = new Map<LocalDate, number>()
  #until: LocalDate | null = null

  /** `from`: no day before it has room. */
  constructor(asker: Asker, rhythm: Rhythm, from: LocalDate) {
    this.#asker = asker
    this.#rhythm = rhythm
    this.#from = from
  }

  async next(stores: ActingStores): Promise<FirstDay> {
    const { home } = this.#asker.place
    this.#place ??= await placeOfIntroduction(stores, home, this.#asker)
    this.#introducedOn ??= localDateOf(this.#asker.at, this.#place.zone)
    const introducedOn = this.#introducedOn
    const earliest = plusDays(introducedOn, 1)
    const notBefore = this.#from > earliest ? this.#from : earliest
    const introduced = { home, on: introducedOn, rhythm: this.#rhythm, notBefore }
    const people: Pick<Stores['people'], 'firstContacts'> = {
      firstContacts: (_, from, to) => this.#takenBetween(stores, from, to),
    }
    const firstDueOn = await firstContactDay({ people }, this.#place, introduced)
    if (firstDueOn === null) return { introducedOn, firstDueOn }
    this.#from = firstDueOn
    this.#taken.set(firstDueOn, (this.#taken.get(firstDueOn) ?? 0) + 1)
    return { introducedOn, firstDueOn }
  }

  /** Looked at once: those of this batch are written together, and are not there yet. */
  async #takenBetween(
    { people }: ActingStores,
    from: LocalDate,
    to: LocalDate,
  ): Promise<ReadonlyMap<LocalDate, number>> {
    if (this.#until !== null && to <= this.#until) return this.#taken
    const since = this.#until === null ? from : plusDays(this.#until, 1)
    const { home } = this.#asker.place
    for (const [day, count] of await people.firstContacts(home, since, to)) this.#taken.set(day, count)
    this.#until = to
    return this.#taken
  }

  /** No day before it has room any more. */
  get from(): LocalDate {
    return this.#from
  }
}

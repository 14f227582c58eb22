import type { Rhythm } from '../../domain/cadence.js'
import { type LocalDate, localDateOf, plusDays } from '../../domain/local-time.js'
import type { Asker } from '../asker.js'
import { firstContactDay } from '../people/first-contact.js'
import { placeOfIntroduction } from '../people/place-of-introduction.js'
import type { ActingStores } from '../ports.js'

export type FirstDay = { readonly introducedOn: LocalDate; readonly firstDueOn: LocalDate | null }

/**
 * The days set aside for first contacts with those whom one batch introduces. Each looks on from the day of the one
 * before: with thousands of them, every day up to it is full.
 */
export class FirstDays {
  readonly #asker: Asker
  readonly #rhythm: Rhythm
  #place: Awaited<ReturnType<typeof placeOfIntroduction>> | null = null
  #from: LocalDate

  /** `from`: no day before it has room. */
  constructor(asker: Asker, rhythm: Rhythm, from: LocalDate) {
    this.#asker = asker
    this.#rhythm = rhythm
    this.#from = from
  }

  async next(stores: ActingStores): Promise<FirstDay> {
    const { home } = this.#asker.place
    this.#place ??= await placeOfIntroduction(stores, home, this.#asker)
    const introducedOn = localDateOf(this.#asker.at, this.#place.zone)
    const earliest = plusDays(introducedOn, 1)
    const notBefore = this.#from > earliest ? this.#from : earliest
    const introduced = { home, on: introducedOn, rhythm: this.#rhythm, notBefore }
    const firstDueOn = await firstContactDay(stores, this.#place, introduced)
    if (firstDueOn !== null) this.#from = firstDueOn
    return { introducedOn, firstDueOn }
  }

  /** No day before it has room any more. */
  get from(): LocalDate {
    return this.#from
  }
}

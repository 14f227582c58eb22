import { sql } from 'kysely'
import type { Weeks } from '../app/ports/week.js'
import type { PlaceSettings } from '../app/ports.js'
import type { Home } from '../domain/audience.js'
import { groupBy } from '../domain/group-by.js'
import type { Instant, LocalDate } from '../domain/local-time.js'
import type { ToldWeek } from '../domain/week.js'
import type { Books } from './books.js'
import type { Bound } from './bound.js'
import { KeptQuery } from './kept-query.js'
import { settingsOf } from './place-store.js'

/** Which weeks were told. Handed out for the bot's own bookkeeping alone. */
export class WeekStore implements Weeks {
  readonly #books: Books
  readonly #bound: Bound
  constructor(bound: Bound, books: Books) {
    this.#books = books
    this.#bound = bound
  }

  hearing(from: LocalDate) {
    return hearingWeeks(this.#books, from)
  }

  async lengthAt(instant: Instant): Promise<number> {
    const row = await lengthAtQuery(this.#bound, instant).executeTakeFirst()
    return row?.seq ?? 0
  }

  async tell(place: Home, { beginsOn, upToSeq }: ToldWeek): Promise<boolean> {
    const added = this.#books.add('weeks', { place, begins_on: beginsOn, up_to_seq: upToSeq })
    const done = await added.onConflict((conflict) => conflict.doNothing()).executeTakeFirst()
    return done.numInsertedOrUpdatedRows === 1n
  }
}

export const hearingWeeks = async (
  books: Books,
  from: LocalDate,
): Promise<{ readonly place: PlaceSettings; readonly told: readonly ToldWeek[] }[]> => {
  const places = (await books.ask(hearing, {})).map(settingsOf)
  if (places.length === 0) return []
  const homes = places.map(({ home }) => home)
  const told = groupBy(await toldQuery(books, homes, from).execute(), (week) => week.place)
  return places.map((place) => ({
    place,
    told: (told.get(place.home) ?? []).map((week) => ({
      beginsOn: week.begins_on,
      upToSeq: week.up_to_seq,
    })),
  }))
}

const hearing = new KeptQuery((books: Books) => hearingQuery(books))
/** Word for word as the index has it. */
export const hearingQuery = (books: Books) =>
  books.places().selectAll().where(sql<boolean>`week = 1`).where('postable', '=', 1).orderBy('home')

export const toldQuery = (books: Books, homes: readonly Home[], from: LocalDate) =>
  books.weeks().selectAll().where(books.dialect.oneOf('place', homes)).where('begins_on', '>=', from)

/** From the last act backwards: a week's acts are passed over at most. */
export const lengthAtQuery = (bound: Bound, instant: Instant) =>
  bound
    .unbound()
    .acts()
    .select('a.seq')
    .where('a.written_at', '<=', instant)
    .orderBy('a.seq', 'desc')
    .limit(1)

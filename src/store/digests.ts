import type { DayThere } from '../app/ports/posts.js'
import type { Home } from '../domain/audience.js'
import { type Instant, instantAt, type LocalDate, plusDays, type Zone } from '../domain/local-time.js'
import type { Books } from './books.js'

/**
 * A day of the calendar that a place has now, from its first instant up to but not with its last. Days are counted by
 * instants and not by the names that they had, since a place may have had another zone: so nobody reads two digests on
 * one day, nor none on another, on whichever side of the date line the place went.
 */
export const dayThere = async (
  books: Books,
  place: Home,
  on: LocalDate,
): Promise<{ readonly from: Instant; readonly to: Instant }> => {
  const row = await books.places().select('zone').where('home', '=', place).executeTakeFirst()
  return spanOf(on, row?.zone ?? 'UTC')
}
const spanOf = (on: LocalDate, zone: Zone): { readonly from: Instant; readonly to: Instant } => ({
  from: instantAt(on, 0, zone),
  to: instantAt(plusDays(on, 1), 0, zone),
})

export const digestFixed = async (books: Books, place: Home, on: LocalDate): Promise<boolean> => {
  const { from, to } = await dayThere(books, place, on)
  const near = books
    .digests()
    .select('place')
    .where('place', '=', place)
    // No two zones are more than two days of the calendar apart.
    .where('on_day', '>=', plusDays(on, -2))
    .where('on_day', '<=', plusDays(on, 2))
  const fixed = near.where('fixed_at', '>=', from).where('fixed_at', '<', to)
  return (await fixed.executeTakeFirst()) !== undefined
}

/** The same of many places, in one statement. */
export const digestsFixed = async (books: Books, days: readonly DayThere[]): Promise<ReadonlySet<Home>> => {
  const all = days.map(({ on }) => on).sort()
  const [first, last] = [all[0], all.at(-1)]
  if (first === undefined || last === undefined) return new Set()
  const near = await books
    .digests()
    .select(['place', 'fixed_at'])
    .where(
      books.dialect.oneOf(
        'place',
        days.map(({ place }) => place),
      ),
    )
    .where('on_day', '>=', plusDays(first, -2))
    .where('on_day', '<=', plusDays(last, 2))
    .execute()
  const spans = new Map<string, ReturnType<typeof spanOf>>()
  const spanThere = ({ on, zone }: DayThere) => {
    const key = `${on} ${zone}`
    const span = spans.get(key) ?? spanOf(on, zone)
    spans.set(key, span)
    return span
  }
  const there = new Map<string, ReturnType<typeof spanOf>>(days.map((day) => [day.place, spanThere(day)]))
  const fixed = new Set<string>(
    near.flatMap(({ place, fixed_at: at }) => {
      const span = there.get(place)
      return span !== undefined && at >= span.from && at < span.to ? [place] : []
    }),
  )
  return new Set(days.flatMap(({ place }) => (fixed.has(place) ? [place] : [])))
}

/** Whichever process writes the row first has fixed the digest: nobody else is between the look and the writing. */
export const fixDigest = async (books: Books, place: Home, on: LocalDate, at: Instant): Promise<boolean> => {
  if (await digestFixed(books, place, on)) return false
  // West of the date line a day of the same name comes once more, and the name is its own from then on.
  await books
    .add('digests', { place, on_day: on, fixed_at: at })
    .onConflict((conflict) =>
      conflict.columns(['workspace_id', 'place', 'on_day']).doUpdateSet({ fixed_at: at }),
    )
    .execute()
  return true
}

import type { Home } from '../domain/audience.js'
import { type Instant, instantAt, type LocalDate, plusDays } from '../domain/local-time.js'
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
  const zone = row?.zone ?? 'UTC'
  return { from: instantAt(on, 0, zone), to: instantAt(plusDays(on, 1), 0, zone) }
}

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

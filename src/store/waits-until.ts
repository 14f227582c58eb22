import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Instant } from '../domain/local-time.js'

/** Nothing is claimed or put off for so long: an instant further ahead was written by a clock that was set back since. */
const longestMs = 60 * 60_000

/** What lies further ahead was written by a clock that was set back since. */
export const furthest = (now: Instant): Instant => new Date(Date.parse(now) + longestMs).toISOString()

/** Whether the instant in a column, up to which something waits, is over; so it is where there is none. */
export const isOver = (column: string, now: Instant): RawBuilder<SqlBool> => {
  const until = sql.ref(column)
  return sql`(${until} is null or ${until} <= ${now} or ${until} > ${furthest(now)})`
}

/** The same of an instant that was read. */
export const waits = (until: Instant | null, now: Instant): boolean =>
  until !== null && until > now && until <= furthest(now)

import type { AheadQuery, DaysAhead } from '../app/ports.js'
import type { LocalDate } from '../domain/local-time.js'
import type { Bound } from './bound.js'
import { groupBy } from './group-by.js'
import { commitmentCodec, keyDateCodec } from './knowledge-codec.js'
import { datesIn, windowsBetween } from './near-days.js'
import { standingOf } from './standing.js'

/** People about whom something is written down for a day ahead, with that alone; found by its day, not by them. */
export const daysAhead = async (bound: Bound, { dueBy, from, to }: AheadQuery): Promise<DaysAhead[]> => {
  const due = (await dueByQuery(bound, dueBy).execute()).map(commitmentCodec.decode)
  const rows = await Promise.all(
    windowsBetween(from, to).map((window) => datesIn(bound, from, window).orderBy('e.id').execute()),
  )
  const commitments = groupBy(due, ({ personId }) => personId)
  const dates = groupBy(rows.flat().map(keyDateCodec.decode), ({ personId }) => personId)
  const ids = [...new Set([...commitments.keys(), ...dates.keys()])]
  if (ids.length === 0) return []
  const people = bound.people().selectAll('p').where(bound.dialect.oneOf('p.id', ids))
  return (await people.orderBy('p.id').execute()).map((row) => ({
    ...standingOf(row),
    commitments: commitments.get(row.id) ?? [],
    dates: dates.get(row.id) ?? [],
  }))
}

export const dueByQuery = (bound: Bound, dueBy: LocalDate) =>
  bound
    .commitments()
    .selectAll('e')
    .where('e.closed_as', 'is', null)
    .where('e.due_on', '<=', dueBy)
    .orderBy('e.due_on')
    .orderBy('e.id')

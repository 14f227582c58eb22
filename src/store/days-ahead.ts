import type { AheadQuery, DaysAhead } from '../app/ports.js'
import { groupBy } from '../domain/group-by.js'
import type { KeyDate } from '../domain/key-date.js'
import type { LocalDate } from '../domain/local-time.js'
import { readOccasion } from '../domain/reasons/occasion.js'
import type { Bound } from './bound.js'
import { nudgeCodec } from './codec.js'
import { commitmentCodec, keyDateCodec } from './knowledge-codec.js'
import { datesIn, dueByQuery, windowsOf } from './near-days.js'
import { seenStandingOf } from './standing.js'

/** People about whom something is written down for a day ahead, with that alone; found by its day, not by them. */
export const daysAhead = async (bound: Bound, { dueBy, from, to }: AheadQuery): Promise<DaysAhead[]> => {
  const due = dueByQuery(bound, dueBy).selectAll('e').orderBy('e.due_on').orderBy('e.id')
  const open = (await due.execute()).map(commitmentCodec.decode)
  const found: KeyDate[] = []
  for (const window of windowsOf({ from, to })) {
    const rows = await datesIn(bound, from, window).selectAll('e').orderBy('e.id').execute()
    found.push(...rows.map(keyDateCodec.decode))
  }
  const commitments = groupBy(open, ({ personId }) => personId)
  const dates = groupBy(found, ({ personId }) => personId)
  const ids = [...new Set([...commitments.keys(), ...dates.keys()])]
  if (ids.length === 0) return []
  const putOff = await putOffOf(bound, ids, from)
  const people = bound.standings().where(bound.dialect.oneOf('p.id', ids))
  return (await people.orderBy('p.id').execute()).map((row) => ({
    ...seenStandingOf(row),
    commitments: commitments.get(row.id) ?? [],
    dates: dates.get(row.id) ?? [],
    putOff: putOff.get(row.id) ?? new Map(),
  }))
}

/** Until when teammates have put off what these people were brought up for. */
const putOffOf = async (
  bound: Bound,
  people: readonly string[],
  today: LocalDate,
): Promise<Map<string, Map<string, LocalDate>>> => {
  const answered = bound.nudgesRead().selectAll('e').where(bound.dialect.oneOf('e.person_id', people))
  const found = new Map<string, Map<string, LocalDate>>()
  for (const row of await answered.where('e.answer', 'is not', null).execute()) {
    const { personId, reasons, answer } = nudgeCodec.decode(row)
    const until = answer?.kind === 'later' || answer?.kind === 'not-needed' ? answer.until : undefined
    if (until === undefined || until <= today) continue
    const pieces = found.get(personId) ?? new Map<string, LocalDate>()
    found.set(personId, pieces)
    for (const { occasion } of reasons) pieces.set(readOccasion(occasion)?.id ?? '', until)
  }
  return found
}

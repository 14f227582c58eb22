import type { Home } from '../domain/audience.js'
import { groupBy } from '../domain/group-by.js'
import type { Bound } from './bound.js'

/** What a source says is written down for a place, but nobody typed it there. */
const bySource = 'heard-role'

/** By person, who did something about them in a place, whoever did it last first. */
export const whoActed = async (
  bound: Bound,
  personIds: readonly string[],
  place: Home,
): Promise<ReadonlyMap<string, readonly string[]>> => {
  if (personIds.length === 0) return new Map()
  const rows = await whoActedQuery(bound, personIds, place).execute()
  const found = groupBy(
    rows.toSorted((a, b) => Number(b.last) - Number(a.last)),
    (row) => row.person_id ?? '',
  )
  return new Map([...found].map(([personId, acts]) => [personId, acts.map((act) => act.written_by)]))
}

export const whoActedQuery = (bound: Bound, personIds: readonly string[], place: Home) =>
  bound
    // Wherever the asker reads: they are only looked through for who may see.
    .unbound()
    .acts()
    .innerJoin('changes as c', (join) =>
      join.onRef('c.workspace_id', '=', 'a.workspace_id').onRef('c.act_seq', '=', 'a.seq'),
    )
    .select(['c.person_id', 'a.written_by', ({ fn }) => fn.max('a.seq').as('last')])
    .where(bound.dialect.oneOf('c.person_id', personIds))
    .where('a.place', '=', place)
    .where('a.kind', '<>', bySource)
    .groupBy(['c.person_id', 'a.written_by'])

/** Reads the whole journal of the workspace, so it is asked once of a place. */
export const whoTyped = async (bound: Bound, place: Home): Promise<ReadonlySet<string>> => {
  const acts = bound.unbound().acts().select('a.written_by').distinct()
  const rows = await acts.where('a.place', '=', place).where('a.kind', '<>', bySource).execute()
  return new Set(rows.map((row) => row.written_by))
}

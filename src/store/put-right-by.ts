import type { Bound } from './bound.js'
import { changeOf } from './change.js'
import type { List } from './dialect.js'
import { type Given, KeptQuery } from './kept-query.js'

/** The columns of entries that say something; the rest is how they are kept, and who closed them has a column. */
const saying: ReadonlySet<string> = new Set([
  'text',
  'title',
  'company',
  'kind',
  'happened_on',
  'since_on',
  'until_on',
  'due_on',
  'month_day',
  'year',
  'yearly',
])

/** Who put these entries right last, by their ids: read from the journal, so that `undo` takes it back too. */
export const putRightBy = async (
  bound: Bound,
  entryIds: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  if (entryIds.length === 0) return new Map()
  const rows = await bound.ask(putRight, { entryIds })
  // Sorted here: an order by the journal would lead SQLite through all of it.
  const inOrder = rows.toSorted((a, b) => a.act_seq - b.act_seq)
  const edits = inOrder.map((row) => ({ by: row.edited_by, ...changeOf(row) }))
  const said = edits.filter(({ after }) => Object.keys(after ?? {}).some((column) => saying.has(column)))
  return new Map(said.map(({ id, by }) => [id, by]))
}

export const putRightQuery = (bound: Bound, entryIds: List) =>
  bound
    // Wherever it was put right: whoever reads the words is told whose they are.
    .unbound()
    .acts()
    .innerJoin('changes as c', (join) =>
      join.onRef('c.workspace_id', '=', 'a.workspace_id').onRef('c.act_seq', '=', 'a.seq'),
    )
    .selectAll('c')
    .select('a.written_by as edited_by')
    .where(bound.dialect.oneOf('c.row_id', entryIds))
    .where('a.kind', '=', 'edit')
    .where('a.undone_by', 'is', null)
    .where('c.row_before', 'is not', null)
    .where('c.row_after', 'is not', null)

const putRight = new KeptQuery((bound: Bound, { entryIds }: Given<{ entryIds: readonly string[] }>) =>
  putRightQuery(bound, entryIds),
)

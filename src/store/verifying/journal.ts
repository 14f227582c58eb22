import { setImmediate as turn } from 'node:timers/promises'
import { sql } from 'kysely'
import { groupBy } from '../../domain/group-by.js'
import { changeOf } from '../change.js'
import type { Cells } from '../codec.js'
import type { JournalledTable } from '../tables.js'
import { atOnce, type Finding, type Looked } from './finding.js'
import { presentOf } from './present.js'
import {
  addUp,
  comesPast,
  differingIn,
  isKeptPast,
  type JournalFacts,
  type Step,
  type Told,
} from './steps.js'

type Row = { readonly table: JournalledTable; readonly id: string; readonly told: Told }

/** Holds every row of the journal against the row as it stands; answers how many there were. */
export const rowsAgainstJournal = async (
  looked: Looked,
  facts: JournalFacts,
  find: (finding: Finding) => void,
): Promise<number> => {
  let rows = 0
  let batch: Row[] = []
  const settle = async () => {
    for (const [table, some] of groupBy(batch, (row) => row.table)) {
      const ids = some.map(({ id }) => id)
      const present = await presentOf(looked, table, ids)
      for (const row of some) compare(row, present.get(row.id) ?? null, facts, find)
    }
    rows += batch.length
    batch = []
    await turn()
  }
  for await (const steps of stepsByRow(looked)) {
    for (const ofTable of groupBy(steps, ({ table }) => table).values()) {
      const [first] = ofTable
      if (first !== undefined) batch.push({ table: first.table, id: first.id, told: addUp(ofTable, facts) })
    }
    if (batch.length >= atOnce) await settle()
  }
  await settle()
  return rows
}

const compare = (
  { table, id, told }: Row,
  present: Cells | null,
  facts: JournalFacts,
  find: (finding: Finding) => void,
): void => {
  const says = (what: string): void => find({ check: 'journal', table, id, says: what })
  for (const fault of told.faults) says(fault)
  const mayBeLater = facts.hasGapAfter(told.lastAt)
  if (present === null) {
    if (told.isThere === true && !comesPast(table)) says('is missing')
    return
  }
  if (told.isThere === false) {
    if (!mayBeLater) says('is there, though it was removed')
    return
  }
  const differing = differingIn(told.cells, present, facts.gapsEnd > 0).filter(
    (column) => !isKeptPast(table, column) && !facts.hasGapAfter(told.writtenAt.get(column) ?? 0),
  )
  if (differing.length > 0) says(`is not as the journal says: ${differing.join(', ')}`)
  const unknown = Object.keys(told.cells).filter((column) => !(column in present))
  if (unknown.length > 0) says(`has no ${unknown.join(', ')}`)
}

/** The steps of each row together, oldest first. */
async function* stepsByRow({ db, workspaceId }: Looked): AsyncGenerator<readonly Step[]> {
  let open: Step[] = []
  let last = { rowId: '', seq: -1, ordinal: -1 }
  for (;;) {
    const page = await db
      .selectFrom('changes')
      .selectAll()
      .where('workspace_id', '=', workspaceId)
      .where(sql<boolean>`(row_id, act_seq, ordinal) > (${last.rowId}, ${last.seq}, ${last.ordinal})`)
      .orderBy('row_id')
      .orderBy('act_seq')
      .orderBy('ordinal')
      .limit(atOnce)
      .execute()
    for (const row of page) {
      if (open.length > 0 && open[0]?.id !== row.row_id) {
        yield open
        open = []
      }
      open.push({ ...changeOf(row), seq: row.act_seq })
      last = { rowId: row.row_id, seq: row.act_seq, ordinal: row.ordinal }
    }
    if (page.length < atOnce) break
  }
  if (open.length > 0) yield open
}

import { sql } from 'kysely'
import { count } from '../codec.js'
import { gapsUpTo } from '../forgetting/tidying.js'
import type { JournalledTable } from '../tables.js'
import type { Finding, Looked } from './finding.js'
import { comesPast, type JournalFacts } from './steps.js'

/** The tables that the journal speaks of: does not compile while one is missing. */
const journalled: Readonly<Record<JournalledTable, true>> = {
  people: true,
  roles: true,
  notes: true,
  interactions: true,
  news: true,
  commitments: true,
  key_dates: true,
  open_questions: true,
  ties: true,
  merges: true,
  sightings: true,
  role_questions: true,
  marks: true,
  personas: true,
  persona_claims: true,
  persona_trials: true,
  nudges: true,
  places: true,
  minded: true,
}

/** An archive that was taken in wrote its rows past the journal, and one act by nobody after them. */
const archivedUpTo = async ({ db, workspaceId }: Looked): Promise<number> => {
  const first = await db
    .selectFrom('acts')
    .select(['seq', 'kind', 'written_by'])
    .where('workspace_id', '=', workspaceId)
    .orderBy('seq')
    .limit(1)
    .executeTakeFirst()
  return first?.kind === 'import' && first.written_by === '' ? first.seq : 0
}

/** What forgetting did to the journal. */
export const journalFacts = async ({ db, workspaceId }: Looked): Promise<JournalFacts> => {
  const gapsEnd = await gapsUpTo(db, workspaceId)
  if (gapsEnd === 0) return { gapsEnd, hasGapAfter: () => false }
  const { rows } = await sql<{ seq: number }>`select max(a.seq) as seq from acts as a
    left join (select act_seq, count(*) as steps, max(ordinal) as top from changes
      where workspace_id = ${workspaceId} and act_seq <= ${gapsEnd} group by act_seq) as c on c.act_seq = a.seq
    where a.workspace_id = ${workspaceId} and a.seq <= ${gapsEnd}
      and (c.steps is null or c.steps <= c.top)`.execute(db)
  const last = count(rows[0]?.seq)
  return { gapsEnd, hasGapAfter: (seq) => last > seq }
}

/** Looks whether the acts are all there, and name each other rightly; answers how many there are. */
export const actsAgainstEachOther = async (
  looked: Looked,
  { gapsEnd }: JournalFacts,
  find: (finding: Finding) => void,
): Promise<number> => {
  const { db, workspaceId } = looked
  const says = (table: string, id: string | null, what: string): void =>
    find({ check: 'acts', table, id, says: what })
  const { acts, top } = await db
    .selectFrom('acts')
    .select((eb) => [eb.fn.countAll().as('acts'), eb.fn.max('seq').as('top')])
    .where('workspace_id', '=', workspaceId)
    .executeTakeFirstOrThrow()
  const archived = await archivedUpTo(looked)
  const expected = archived > 0 ? count(top) - archived + 1 : count(top)
  if (count(acts) !== expected) says('acts', null, `are ${count(acts)} where ${expected} were numbered`)
  const strays = await sql<{ id: string; naming: string }>`
    select a.id, 'undone_by' as naming from acts as a where a.workspace_id = ${workspaceId}
      and a.undone_by is not null and not exists (
        select 1 from acts as o where o.workspace_id = a.workspace_id and o.id = a.undone_by)
    union all select a.id, 'part_of' as naming from acts as a where a.workspace_id = ${workspaceId}
      and a.part_of is not null and not exists (
        select 1 from acts as o where o.workspace_id = a.workspace_id and o.id = a.part_of)`.execute(db)
  for (const { id, naming } of strays.rows) says('acts', id, `names an act that is not there: ${naming}`)
  const gaps = await sql<{ seq: number }>`select act_seq as seq from changes
    where workspace_id = ${workspaceId} and act_seq > ${gapsEnd}
    group by act_seq having count(*) <> max(ordinal) + 1 or min(ordinal) <> 0`.execute(db)
  for (const { seq } of gaps.rows) says('changes', null, `of act ${seq} are not all there`)
  for (const table of Object.keys(journalled))
    await unjournalled(looked, table, Math.max(archived, gapsEnd), count(top), says)
  return count(acts)
}

/** Rows that nobody's act added. Those of before somebody was forgotten may have lost that. */
const unjournalled = async (
  { db, workspaceId }: Looked,
  table: string,
  upTo: number,
  top: number,
  says: (table: string, id: string | null, what: string) => void,
): Promise<void> => {
  if (comesPast(table)) return
  const { rows } = await sql<{
    id: string
    act_seq: number
  }>`select e.id, e.act_seq from ${sql.table(table)} as e
    where e.workspace_id = ${workspaceId} and (e.act_seq > ${top} or e.act_seq > ${upTo} and not exists (
      select 1 from changes as c where c.workspace_id = e.workspace_id and c.row_id = e.id
        and c.act_seq = e.act_seq and c.table_name = ${table} and c.row_before is null))`.execute(db)
  for (const { id, act_seq: seq } of rows)
    says(table, id, seq > top ? 'is of an act that is not there' : 'was added by no act')
}

import type pg from 'pg'
import { workspaceTables } from '../../src/store/tables-in-order.js'
import { weekBegins } from './templates.js'
import { templateId, workspaceId, zones } from './town.js'

/**
 * What is looked at where nobody types: of all other workspaces there is that alone. Ten million people with all that was
 * ever said of them would be sixty gigabytes.
 */
const lookedAt = new Set(['people', 'places', 'commitments', 'key_dates', 'secrets', 'place_members'])
const copiedAtOnce = 50
const hourMs = 3_600_000

export type Filling = {
  readonly workspaces: number
  /** So many of them, the first, have all that was typed in their template, with journal, names and index. */
  readonly whole: number
  readonly say: (line: string) => void
}

/** The ids of all workspaces, by number: of their kinds there are as many of each. */
export const workspaceIds = (count: number): string[] =>
  Array.from({ length: count }, (_, n) => workspaceId(n % zones.length, n))

/** Fills a database with copies of the templates in it; keys and indexes come last. */
export const copyTemplates = async (db: pg.Client, filling: Filling): Promise<void> => {
  const { workspaces, whole, say } = filling
  const ids = workspaceIds(workspaces)
  const laid = await layAside(db)
  for (const table of [...workspaceTables].reverse()) {
    const { rows } = await db.query<{ any: boolean }>(`select exists (select 1 from ${table}) as any`)
    if (rows[0]?.any !== true || table === 'turns' || table === 'pulses') continue
    const begun = performance.now()
    const columns = await columnsOf(db, table)
    const chosen = lookedAt.has(table) ? ids : ids.slice(0, whole)
    for (let kind = 0; kind < zones.length; kind++) {
      const ofKind = chosen.filter((_, n) => n % zones.length === kind)
      for (let n = 0; n < ofKind.length; n += copiedAtOnce)
        await db.query(
          `insert into ${table} (${columns.join(', ')})
            select ${columns.map(copyOf).join(', ')} from ${table} as e cross join unnest($2::text[]) as w (id)
            where e.workspace_id = $1`,
          [templateId(kind), ofKind.slice(n, n + copiedAtOnce)],
        )
    }
    say(`  ${table}: ${seconds(begun)}`)
  }
  await install(db, ids)
  for (const statement of laid) {
    const begun = performance.now()
    await db.query(statement)
    if (performance.now() - begun > 2_000) say(`  ${statement.slice(0, 70)}: ${seconds(begun)}`)
  }
  const begun = performance.now()
  await db.query('vacuum analyze')
  say(`  looked over: ${seconds(begun)}`)
}

const seconds = (begun: number): string => `${((performance.now() - begun) / 1000).toFixed(1)} s`

const copyOf = (column: string): string => {
  if (column === 'workspace_id') return 'w.id'
  // Each word in the index has its workspace before it.
  return column === 'words' ? `replace(e.words::text, $1 || '/', w.id || '/')::tsvector` : `e.${column}`
}

const columnsOf = async (db: pg.Client, table: string): Promise<string[]> => {
  const { rows } = await db.query<{ name: string }>(
    `select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped`,
    [table],
  )
  return rows.map(({ name }) => name)
}

/** Takes keys and indexes away, and answers what puts them back. */
const layAside = async (db: pg.Client): Promise<string[]> => {
  const keys = await db.query<{ table: string; name: string; def: string; kind: string }>(
    `select conrelid::regclass::text as table, conname as name, pg_get_constraintdef(oid) as def, contype as kind
      from pg_constraint where connamespace = 'public'::regnamespace and contype in ('p', 'u', 'f')
      order by contype = 'f', contype`,
  )
  for (const { table, name } of [...keys.rows].reverse())
    await db.query(`alter table ${table} drop constraint ${name}`)
  const indexes = await db.query<{ name: string; def: string }>(
    `select indexname as name, indexdef as def from pg_indexes where schemaname = 'public'`,
  )
  for (const { name } of indexes.rows) await db.query(`drop index ${name}`)
  const put = ({ table, name, def, kind }: (typeof keys.rows)[number]): string =>
    `alter table ${table} add constraint ${name} ${def}${kind === 'f' ? ' not valid' : ''}`
  const [own, foreign] = [
    keys.rows.filter(({ kind }) => kind !== 'f'),
    keys.rows.filter(({ kind }) => kind === 'f'),
  ]
  return [...own.map(put), ...indexes.rows.map(({ def }) => def), ...foreign.map(put)]
}

/** The bot is in all of them; their turns are spread over an hour, as they are where it has been at work. */
const install = async (db: pg.Client, ids: readonly string[]): Promise<void> => {
  const columns = (await columnsOf(db, 'installations')).filter(
    (name) => !['workspace_id', 'token'].includes(name),
  )
  await db.query(
    `insert into installations (workspace_id, token, ${columns.join(', ')})
      select w.id, 'xoxb-' || w.id, ${columns.map((name) => `e.${name}`).join(', ')}
      from installations as e cross join unnest($2::text[]) as w (id) where e.workspace_id = $1`,
    [templateId(0), ids],
  )
  await db.query(`delete from installations where workspace_id like 'TM%'`)
  await db.query(`delete from turns`)
  const wakes = ids.map((_, n) =>
    new Date(weekBegins + ((n * 7919) % ids.length) * (hourMs / ids.length)).toISOString(),
  )
  await db.query(
    `insert into turns (workspace_id, wake_at, wakes, rest_until) select *, 0, '' from unnest($1::text[], $2::text[])`,
    [ids, wakes],
  )
}

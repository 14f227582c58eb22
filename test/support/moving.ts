import { execFileSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { setImmediate as turn } from 'node:timers/promises'
import pg from 'pg'
import { onTestFinished } from 'vitest'
import { connect } from '../../src/store/dialect.js'
import { migrate } from '../../src/store/migrate.js'
import { type DatabaseMoved, type Move, moveDatabase, type Step } from '../../src/store/moving/move.js'
import { Workspace } from '../store/contract/workspace.js'
import { fillAsOfThen } from '../store/schema-fixture.js'
import { inDatabase } from './process-database.js'
import { usual } from './sealed.js'
import { type FreshDatabase, freshDatabase } from './stores.js'

export const movedAt = '2026-11-23T09:00:00.000Z'

export type Sides = { readonly file: FreshDatabase; readonly path: string; readonly server: FreshDatabase }

/** A file that is not there yet, and an empty database on a server. `damaged`: what is left is not looked at. */
export const twoSides = async (as?: 'damaged'): Promise<Sides> => {
  const [file, server] = [await freshDatabase('SQLite'), await freshDatabase('PostgreSQL')]
  onTestFinished(async () => {
    await file.drop('damaged')
    await server.drop(as)
  })
  return { file, server, path: file.url.slice('file:'.length) }
}

/** A workspace with some people about whom something is known, in the file. */
export const aTeam = async ({ file }: Sides, people = 12) => {
  const store = await file.open()
  const here = new Workspace(store, 'T1')
  const adds = async (name: string) => {
    const person = await here.knows(name)
    await here.does('UANA', ({ notes }) => notes.add(here.note(person, `${name} likes jazz`)))
    return person
  }
  const known = []
  for (let n = 0; n < people; n++) known.push(await adds(`Person${n} Ortiz`))
  return { store, here, adds, known }
}

/** The file with rows in every table that there is. */
export const everyTableFilled = async ({ file, path }: Sides): Promise<void> => {
  const handle = connect(file.url, 5_000)
  await migrate(handle, 5_000)
  await fillAsOfThen(handle)
  await handle.db.destroy()
  inDatabase(path, (open) => {
    for (const table of tablesIn(path)) {
      if (table === 'seals' || open.prepare(`select 1 from "${table}"`).all().length > 0) continue
      const columns = open.prepare(`select name, type from pragma_table_info('${table}')`).all() as Column[]
      const cells = columns.map(({ name, type }) =>
        type.toLowerCase() === 'integer' ? 7 : (known[name] ?? `a ${name}`),
      )
      const marks = columns.map(() => '?').join(', ')
      open.prepare(`insert into "${table}" values (${marks})`).run(...cells)
    }
  })
}
/** Rows of other tables name these. */
const known: Readonly<Record<string, string>> = { workspace_id: 'T1', person_id: 'frank' }
type Column = { readonly name: string; readonly type: string }

/** The tables in a file that hold anything of ours. */
export const tablesIn = (path: string): readonly string[] =>
  inDatabase(path, (open) =>
    open
      .prepare(`select name from pragma_table_list where schema = 'main' and type = 'table' order by name`)
      .pluck()
      .all()
      .map(String)
      .filter((name) => !/^(sqlite|personable)_/.test(name)),
  )

/** Moves; steps are told, and may throw. */
export const moving = (
  { file, server }: Pick<Sides, 'file' | 'server'>,
  onStep: (step: Step) => void = () => {},
  more: Partial<Move> = {},
): Promise<DatabaseMoved> =>
  moveDatabase({
    ...{ from: file.url, to: server.url, encryption: usual, clock: () => movedAt, onStep },
    ...{ lookAgainMs: 5, atOnce: 4, ...more },
  })

/** A move beside somebody who goes on writing, each time that some ranges were looked at; resolves with the move once that waits for them to stop. */
export const movingBeside = async (
  sides: Sides,
  writes: (turn: number) => Promise<unknown>,
  onStep: (step: Step) => void = () => {},
) => {
  let isToStop = false
  let looked = 0
  const done = moving(sides, (step) => {
    isToStop ||= step.kind === 'stop-the-bot'
    looked++
    onStep(step)
  })
  done.catch(() => {
    isToStop = true
  })
  for (let nth = 0; !isToStop; nth++) {
    await writes(nth)
    for (const from = looked; !isToStop && looked < from + 40; ) await turn()
  }
  return { done }
}

export const onServer = async <T>(
  { server }: Pick<Sides, 'server'>,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> => {
  const client = new pg.Client({ connectionString: server.url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

type Rows = Readonly<Record<string, readonly string[]>>
const sorted = (rows: readonly object[]): readonly string[] =>
  rows.map((row) => JSON.stringify(Object.entries(row).sort())).sort()
const wordsSorted = (words: string): string => words.split(' ').sort().join(' ')

/** Every row of every table, read without what moves them. */
export const rowsInFile = (path: string): Rows =>
  inDatabase(path, (open) =>
    Object.fromEntries(
      tablesIn(path).map((table) => {
        const rows = open.prepare(`select * from "${table}"`).all() as Record<string, unknown>[]
        const said = rows.map((row) =>
          table === 'search_entries' ? { ...row, words: wordsSorted(String(row.words)) } : row,
        )
        return [table, sorted(said)]
      }),
    ),
  )

export const rowsOnServer = (sides: Sides): Promise<Rows> =>
  onServer(sides, async (client) => {
    const rows: Record<string, readonly string[]> = {}
    for (const table of tablesIn(sides.path)) {
      const found = await client.query(`select * from "${table}"`)
      const said = found.rows.map((row) =>
        table === 'search_entries'
          ? { ...row, place: Number(row.place), words: plainWords(row.workspace_id, row.words) }
          : row,
      )
      rows[table] = sorted(said)
    }
    return rows
  })

/** A tsvector is written as `'T1/word' 'T1/other'`. */
const plainWords = (workspaceId: string, words: string): string =>
  wordsSorted(
    words
      .slice(1, -1)
      .split("' '")
      .map((word) => word.replaceAll("''", "'").slice(workspaceId.length + 1))
      .join(' '),
  )

/** Ends whatever is connected to the server's database, before it returns. */
export const hangUpAll = ({ server }: Pick<Sides, 'server'>): void => {
  const script = `
    const pg = require(${JSON.stringify(createRequire(import.meta.url).resolve('pg'))})
    const client = new pg.Client({ connectionString: ${JSON.stringify(server.url)} })
    client.connect()
      .then(() => client.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()'))
      .then(() => client.end())`
  execFileSync(process.execPath, ['-e', script])
}

import pg from 'pg'
import { openStore } from '../../src/store/open-store.js'
import { copyTemplates } from './copies.js'
import type { Server } from './server.js'
import { typeTemplates } from './templates.js'

/** Databases that are made once and kept where a folder was given, by what is in them. */
export type Wanted = {
  readonly workspaces: number
  readonly people: number
  readonly whole: number
  readonly seed: number
}

export const connected = async <T>(url: string, work: (db: pg.Client) => Promise<T>): Promise<T> => {
  const db = new pg.Client({ connectionString: url })
  await db.connect()
  try {
    return await work(db)
  } finally {
    await db.end()
  }
}

/** Makes a filled database unless there is one, and answers its name. */
export const filled = async (
  server: Server,
  wanted: Wanted,
  say: (line: string) => void,
): Promise<string> => {
  const { workspaces, people, whole, seed } = wanted
  const typed = `typed_p${people}_s${seed}`
  const name = `scale_w${workspaces}_p${people}_h${whole}_s${seed}`
  await once(server, typed, async () => {
    let known = 0
    const onKnown = (): void => {
      if (++known % 500 === 0) say(`  ${known} people typed`)
    }
    say(`Typing what each kind of workspace knows of ${people} people`)
    await typeTemplates({ databaseUrl: server.database(typed), people, seed, onKnown })
  })
  await once(
    server,
    name,
    async () => {
      say(`Filling ${workspaces} workspaces, ${whole} of them whole`)
      await connected(server.database(name), (db) => copyTemplates(db, { workspaces, whole, say }))
    },
    typed,
  )
  return name
}

/** Takes away what was decided and posted there since it was filled. */
export const asFilled = async (db: pg.Client): Promise<void> => {
  for (const table of ['nudge_reasons', 'nudges', 'posts', 'digests', 'pulses', 'place_troubles'])
    await db.query(`delete from ${table}`)
}

/** A database that was begun and not finished is begun anew. */
const once = (server: Server, name: string, make: () => Promise<void>, from = 'template1'): Promise<void> =>
  connected(server.database('postgres'), async (db) => {
    if ((await db.query('select 1 from pg_database where datname = $1', [name])).rowCount === 1) return
    await db.query(`drop database if exists unfinished`)
    await db.query(`create database ${name} template ${from}`)
    try {
      await make()
    } catch (error) {
      await db.query(`drop database ${name} with (force)`)
      throw error
    }
  })

/** Looks whether what is in some workspaces agrees, as `npm run verify` does. The others count as half erased from then on. */
export const verified = async (url: string, some: readonly string[]): Promise<readonly object[]> => {
  await connected(url, async (db) => {
    for (const table of ['acts', 'people', 'places', 'search_entries'])
      await db.query(
        `insert into erasures (workspace_id, begun_at) select distinct workspace_id, '' from ${table}
          where not workspace_id = any($1) on conflict do nothing`,
        [some],
      )
  })
  const store = await openStore(url, { newId: () => '' })
  try {
    return (await store.verify()).findings
  } finally {
    await store.close()
  }
}

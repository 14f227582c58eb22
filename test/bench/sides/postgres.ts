import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { moveDatabase } from '../../../src/store/moving/move.js'
import { startPostgres } from '../../support/postgres-server.js'
import { copyOfTown } from '../people/town.js'

const encryption = { key: null, before: [] }

/** A PostgreSQL for the length of a run, as fast as one is that keeps nothing. */
export const startServer = async () => {
  const server = await startPostgres()
  return {
    /** The address of a database in which a file has been moved, as `npm run move` does it. */
    filled: async (path: string, people: number): Promise<string> => {
      const name = `people_${people}`
      const client = new pg.Client({ connectionString: `${server.url}postgres` })
      await client.connect()
      await client.query(`create database ${name}`)
      await client.end()
      const folder = mkdtempSync(join(tmpdir(), 'personable-moved-'))
      try {
        // A file that was moved away is not used any more.
        const copy = copyOfTown(path, folder, 'people.db')
        const clock = () => new Date().toISOString()
        await moveDatabase({
          from: `file:${copy}`,
          to: `${server.url}${name}`,
          encryption,
          clock,
          onStep: () => {},
        })
      } finally {
        rmSync(folder, { recursive: true, force: true })
      }
      await analyzed(`${server.url}${name}`)
      return `${server.url}${name}`
    },
    stop: () => server.drop(),
  }
}

/** What the server does by itself some minutes later. */
const analyzed = async (connectionString: string): Promise<void> => {
  const client = new pg.Client({ connectionString })
  await client.connect()
  await client.query('vacuum analyze')
  await client.end()
}

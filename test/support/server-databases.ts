import pg from 'pg'
import { inject } from 'vitest'
import { openStore } from '../../src/store/open-store.js'

/** A database on the tests' PostgreSQL; everybody who is in it is thrown out when it is dropped. */
export type ServerDatabase = { readonly url: string; readonly drop: () => Promise<void> }

/** A database with our tables in it, from which each team's is copied: to migrate each anew would take a second. */
const template = 'personable_template'

/**
 * As hosts make them, by the words of a language and not by bytes: whatever the product sorts or compares without saying
 * how would show. The product has to answer as it does on SQLite all the same.
 */
const asHostsMakeIt = `template template0 encoding 'UTF8' locale_provider icu icu_locale 'en-US' locale 'C'`

/** Has nothing in it yet. */
export const emptyOnServer = (): Promise<ServerDatabase> => made(asHostsMakeIt)

/** Has the tables of this release, and no row. */
export const migratedOnServer = async (): Promise<ServerDatabase> => {
  await makeTemplate()
  return made(`template ${template}`)
}

let databases = 0

const made = async (how: string): Promise<ServerDatabase> => {
  const name = `t${process.pid}_${++databases}`
  await onServer((client) => client.query(`create database ${name} ${how}`))
  return {
    url: addressOf(name),
    drop: async () => {
      await onServer((client) => client.query(`drop database ${name} with (force)`))
    },
  }
}

let whole: Promise<void> | null = null

/** Once for a run of the tests, by whichever file comes first; it has its name when it is whole. */
const makeTemplate = (): Promise<void> => {
  whole ??= onServer(async (client) => {
    await client.query(`select pg_advisory_lock(hashtext('${template}'))`)
    const { rowCount } = await client.query(`select from pg_database where datname = '${template}'`)
    if (rowCount !== 0) return
    const unfinished = `${template}_unfinished`
    await client.query(`drop database if exists ${unfinished}`)
    await client.query(`create database ${unfinished} ${asHostsMakeIt}`)
    const store = await openStore(addressOf(unfinished), { newId: () => '' })
    await store.close()
    await client.query(`alter database ${unfinished} rename to ${template}`)
  })
  return whole
}

const addressOf = (name: string): string => `${inject('postgresUrl')}${name}`

const onServer = async <T>(work: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client({ connectionString: addressOf('postgres') })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

import { type Kysely, type KyselyPlugin, sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { connect, type Handle } from '../../src/store/dialect.js'
import { migrate } from '../../src/store/migrate.js'
import { nameSpellings } from '../../src/store/migrations/0033-name-spellings.js'
import { firstWords } from '../../src/store/migrations/0035-first-words.js'
import { migrations } from '../../src/store/migrations/index.js'
import { type FreshDatabase, freshDatabase } from '../support/stores.js'

describe.each([
  ['names', '0033', nameSpellings, 'insert into name_spellings'],
  ['first words', '0035', firstWords, 'insert into first_words'],
])('%s', (what, number, gather, filling) => {
  /** What a bot of the release before has, which works on while the next one begins. */
  const before = Object.fromEntries(Object.entries(migrations).filter(([name]) => name < number))

  let database: FreshDatabase
  let handle: Handle
  let other: Handle
  beforeAll(async () => {
    database = await freshDatabase('PostgreSQL')
    handle = connect(database.url, 5_000)
    other = connect(database.url, 200)
    await migrate(handle, 5_000, before)
  })
  afterAll(async () => {
    for (const { db } of [handle, other]) await db.destroy()
    await database.drop('damaged')
  })

  it(`whoever is forgotten while the ${what} are gathered waits until they are`, async () => {
    const asked: string[] = []
    const forgets = () => sql`delete from person_keys where key = 'zwicky'`.execute(other.db)
    let refused = 0
    const meanwhile: KyselyPlugin = {
      transformQuery: ({ node }) => {
        asked.push(JSON.stringify(node))
        return node
      },
      transformResult: async ({ result }) => {
        if (!asked.some((text) => text.includes('create trigger'))) return result
        await expect(forgets()).rejects.toThrow(/lock timeout/)
        refused++
        return result
      },
    }
    await handle.db.transaction().execute(async (db) => {
      await gather(handle.dialect)(db.withPlugin(meanwhile) as unknown as Kysely<unknown>)
    })
    // Before they are read, and until the end.
    expect(asked.at(-1)).toContain(filling)
    expect(refused).toBeGreaterThan(1)
    await forgets()
  })
})

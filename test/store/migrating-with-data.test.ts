import { sql } from 'kysely'
import { describe, expect, it, onTestFinished } from 'vitest'
import { keptKinds } from '../../src/app/archive/archive.js'
import { connect, type Handle } from '../../src/store/dialect.js'
import { migrate } from '../../src/store/migrate.js'
import { migrations } from '../../src/store/migrations/index.js'
import { engines, freshDatabase } from '../support/stores.js'
import { Workspace } from './contract/workspace.js'
import { fillAsOfThen } from './schema-fixture.js'

const names = Object.keys(migrations)
/** From this schema on there is a search; what was found by it later was indexed by a migration. */
const search = names.findIndex((name) => name.startsWith('0006')) + 1

/** What a later schema finds, and how past roles were called before. */
const indexedAsOfThen = async ({ db, dialect }: Handle, count: number): Promise<void> => {
  if (count < 11) await sql`delete from search_entries where source = 'prefers'`.execute(db)
  if (count < 13) await sql`delete from search_entries where source = 'ties'`.execute(db)
  if (count >= 21 || !dialect.ownsAll) return
  const rows = await db.selectFrom('search_entries').selectAll().where('kind', '=', 'past-role').execute()
  await sql`delete from search_entries where kind = 'past-role'`.execute(db)
  for (const row of rows)
    await db
      .insertInto('search_entries')
      .values({ ...row, words: row.words.replace('__past_role', '__past-role') })
      .execute()
}

describe.each(engines)('a database of an earlier schema, on %s', (engine) => {
  it.each(names.map((name, n) => [name, n + 1] as const))(
    '%s, with what was kept in it',
    async (_, count) => {
      const database = await freshDatabase(engine)
      onTestFinished(() => database.drop(count < search ? 'damaged' : undefined))
      const before = connect(database.url, 5_000)
      await migrate(before, 5_000, Object.fromEntries(Object.entries(migrations).slice(0, count)))
      const written = await fillAsOfThen(before)
      if (count >= search) await indexedAsOfThen(before, count)
      await before.db.destroy()

      const store = await database.open()
      const { findings } = await store.verify()
      const isWhole = count >= search
      expect(isWhole ? findings : findings.filter(({ check }) => check === 'file')).toEqual([])
      const here = new Workspace(store, 'T1')
      const [called] = await here.readAll(({ people }) => people.called(['frank']))
      const frank = await here.readAll(({ people }) => people.get(called?.person.id ?? ''))
      expect(frank).toMatchObject({ name: 'Frank Ortiz', addresses: ['frank@acme.example'] })
      const page = { limit: 10, offset: 0 }
      const finds = (word: string) => here.readAll(({ search: found }) => found.entries([word], page))
      if (isWhole) {
        for (const word of ['ohio', 'plant', 'porter', 'pigeon']) expect(await finds(word)).toHaveLength(1)
        expect(await finds('role')).toEqual([])
        expect(await finds('reports')).toHaveLength(written.includes('ties') ? 1 : 0)
      }
      const decoded = await store.archive.read(async (archive) => {
        let rows = 0
        for (const kind of keptKinds) for await (const row of archive.rows('T1', kind)) rows += row.it ? 1 : 0
        return rows
      })
      expect(decoded).toBeGreaterThanOrEqual(written.filter((table) => table !== 'merges').length)
      const nudged = await here.keep(({ posts }) => posts.nudgesOf('post'))
      expect(nudged).toHaveLength(count >= 4 ? 1 : 0)
      // And it goes on from there.
      if (frank !== null && isWhole)
        await here.does('U1', ({ notes }) => notes.add(here.note(frank, 'plays golf')))
    },
  )
})

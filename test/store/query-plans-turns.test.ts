import { type Compilable, sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Books } from '../../src/store/books.js'
import { Bound } from '../../src/store/bound.js'
import { dueQuery, newsQuery } from '../../src/store/candidates.js'
import { connect, type Handle } from '../../src/store/dialect.js'
import { migrate } from '../../src/store/migrate.js'
import { comeQuery, takeQuery } from '../../src/store/turn-store.js'
import { openAt, openQuery, staleQuery, unsentQuery } from '../../src/store/waits.js'
import { manyHomes, planIn, scans } from '../support/query-plan.js'
import { engines, type FreshDatabase, freshDatabase } from '../support/stores.js'
import { manyPeople, manyPosts, manyTurns } from './many-rows.js'

const now = '2026-11-23T16:00:00.000Z'
const at = { now, realNow: now }
const taking = { ...at, by: 'me', until: now, restUntil: now, limit: 4 }
const hours = {
  ...{ zone: 'America/Chicago', days: '[1,2,3,4,5]', from_hour: 9, to_hour: 17 },
  ...{ digest_hour: 9, holidays: '[]' },
}
const due = { homes: manyHomes, dueBy: '2026-11-23', near: { people: [], rest: 2 } }

/** Where all rows of a table are read that grows with people or workspaces. */
const readsWhole = (plan: readonly string[]): string[] =>
  [...scans(plan), ...plan.filter((line) => line.includes('Seq Scan on'))].filter((line) =>
    /\b(turns|people|posts|p)\b/.test(line),
  )

describe.each(engines)('whom to work for is answered from indexes, on %s', (engine) => {
  let database: FreshDatabase
  let handle: Handle
  beforeAll(async () => {
    database = await freshDatabase(engine)
    handle = connect(database.url, 5_000)
    await migrate(handle, 5_000)
    await manyTurns(handle, 20_000)
    await manyPeople(handle, 20_000)
    await manyPosts(handle, 20_000)
    await sql`analyze`.execute(handle.db)
  }, 60_000)
  afterAll(async () => {
    await handle.db.destroy()
    await database.drop('damaged')
  })
  const bound = () => new Bound(handle.db, handle.dialect, { workspaceId: 'W1', audience: 'everything' })
  const books = () => new Books(handle.db, handle.dialect, 'W1')

  it.each<[string, () => Compilable, RegExp]>([
    ['whose turn has come', () => comeQuery(handle.db, at).limit(1), /turns_to_take/],
    ['taking turns', () => takeQuery(handle, taking), /turns_to_take/],
    ['posts to send', () => unsentQuery(books()), /posts_to_send/],
    ['posts to put right', () => staleQuery(books()).limit(1), /posts_to_put_right/],
    ['digests to fix', () => openQuery(books(), openAt(hours, now)), /digests/],
    ['people who are due', () => dueQuery(bound(), due), /people_by_(home|due)/],
    ['people with news', () => newsQuery(bound(), due), /people_(with_news|by_home)/],
  ])('%s', async (_, query, index) => {
    const plan = await planIn(handle, query())
    expect(plan.join('\n')).toMatch(index)
    expect(readsWhole(plan)).toEqual([])
  })
})

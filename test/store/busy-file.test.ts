import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import SQLite from 'better-sqlite3'
import { sql } from 'kysely'
import { beforeEach, expect, it, onTestFinished } from 'vitest'
import { ok } from '../../src/app/outcome.js'
import { StoreUnavailable } from '../../src/app/ports.js'
import { connect } from '../../src/store/dialect.js'
import { keepingStatements } from '../../src/store/kept-statements.js'
import { migrate } from '../../src/store/migrate.js'
import { openStore, type Store } from '../../src/store/open-store.js'
import { createUnitOfWork } from '../../src/store/unit-of-work.js'
import { countingIds } from '../support/stores.js'

let path: string
beforeEach(() => {
  const folder = mkdtempSync(join(tmpdir(), 'personable-busy-'))
  path = join(folder, 'test.db')
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
})

const open = async (patienceMs?: number): Promise<Store> => {
  const patience = patienceMs === undefined ? {} : { patienceMs }
  const store = await openStore(`file:${path}`, { newId: countingIds(), ...patience })
  onTestFinished(() => store.close())
  return store
}
/** Another program that writes, and is not done. */
const writer = (): SQLite.Database => {
  const other = keepingStatements(new SQLite(path))
  onTestFinished(() => void other.close())
  other.exec('begin immediate')
  return other
}
const scope = { workspaceId: 'W1', audience: 'everything' } as const
const draft = {
  kind: 'add',
  by: 'U1',
  at: '2026-11-20T15:00:00.000Z',
  place: 'channel:C1',
  personId: null,
  cause: null,
} as const

it('a file locked for two seconds is waited for, while this process goes on with other things', async () => {
  const store = await open()
  const other = writer()
  const delay = monitorEventLoopDelay({ resolution: 5 })
  delay.enable()
  let carriedOut = 0
  const began = performance.now()
  const acting = store.uow.act(scope, draft, async () => ok(++carriedOut))
  // Reading goes on beside the writer.
  expect(await store.uow.read(scope, ({ journal }) => journal.length())).toBe(0)
  expect(performance.now() - began).toBeLessThan(1_000)
  setTimeout(() => other.exec('commit'), 2_000)
  expect(await acting).toEqual(ok(1))
  delay.disable()
  expect(performance.now() - began).toBeGreaterThan(1_900)
  expect(carriedOut).toBe(1)
  expect(delay.max / 1e6).toBeLessThan(200)
})

it('when it stays locked, the act is refused as busy and has done nothing', async () => {
  const store = await open(150)
  const other = writer()
  const acting = store.uow.act(scope, draft, async () => ok(null))
  await expect(acting).rejects.toThrow(StoreUnavailable)
  await expect(acting).rejects.toMatchObject({ trouble: 'busy' })
  other.exec('rollback')
  expect(await store.uow.read(scope, ({ journal }) => journal.length())).toBe(0)
  expect((await store.uow.act(scope, draft, async () => ok(null))).ok).toBe(true)
})

it('one unit of work inside another ends in an error, not in a standstill', async () => {
  const store = await open(100)
  const nested = store.uow.read(scope, () => store.uow.read(scope, ({ people }) => people.count()))
  await expect(nested).rejects.toMatchObject({ trouble: 'busy' })
  expect(await store.uow.read(scope, ({ people }) => people.count())).toBe(0)
})

it('a disk that is full is said to be, keeps nothing, and all goes on when there is room', async () => {
  const handle = connect(`file:${path}`, 1_000)
  onTestFinished(() => handle.db.destroy())
  await migrate(handle, 1_000)
  const uow = createUnitOfWork(handle, {
    newId: countingIds(),
    onActed: () => {},
    patienceMs: 1_000,
    realClock: () => '2026-11-20T12:00:00.000Z',
  })
  const fill = () =>
    uow.keep(scope, async ({ desk }) => {
      for (let n = 0; n < 200; n++)
        await desk.putDraft({ id: `${n}`, userId: 'U1', text: 'x'.repeat(9_000), expiresAt: '2027' })
    })
  // SQLite counts its pages against this limit as it would against a disk.
  await sql`pragma max_page_count = 200`.execute(handle.db)
  await expect(fill()).rejects.toMatchObject({ name: 'StoreUnavailable', trouble: 'full' })
  expect(await uow.read(scope, ({ desk }) => desk.draft('0', 'U1', '2026'))).toBeNull()
  await sql`pragma max_page_count = 20000`.execute(handle.db)
  await fill()
})

it('a disk that is full at the start is named with the file', async () => {
  const handle = connect(`file:${path}`, 100)
  onTestFinished(() => handle.db.destroy())
  await sql`pragma max_page_count = 20`.execute(handle.db)
  const problem = await migrate(handle, 100).catch((error: unknown) => handle.openError(error))
  expect(String(problem)).toMatch(
    new RegExp(`disk with the database file ${path} is full.*Nothing was changed`),
  )
})

it('closing waits for what is under way', async () => {
  const store = await openStore(`file:${path}`, { newId: countingIds() })
  const acting = store.uow.act(scope, draft, async ({ journal }) => {
    for (let n = 0; n < 50; n++) await journal.length()
    return ok('done')
  })
  await store.close()
  expect(await acting).toEqual(ok('done'))
})

it('after closing every call says that the store is gone', async () => {
  const store = await openStore(`file:${path}`, { newId: countingIds() })
  await store.close()
  await expect(store.ping()).rejects.toMatchObject({ trouble: 'gone' })
  await expect(store.uow.read(scope, ({ people }) => people.count())).rejects.toMatchObject({
    trouble: 'gone',
  })
})

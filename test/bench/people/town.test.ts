import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import SQLite from 'better-sqlite3'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ok } from '../../../src/app/outcome.js'
import { openStore, type Store } from '../../../src/store/open-store.js'
import { firstMoment, lifeOf, workspaceId } from './life.js'
import { columns } from './rows.js'
import { townFile, withPlaces } from './town.js'
import { actIdOf, writtenAt } from './written.js'

const people = 150
const folder = mkdtempSync(join(tmpdir(), 'personable-town-'))
const lived = join(folder, 'lived.db')
let made = ''
let store: Store

/** The same past, one act after another through the stores. */
const live = async (): Promise<void> => {
  let seq = 0
  const living = await openStore(`file:${lived}`, { newId: () => actIdOf(seq), clock: () => firstMoment })
  const scope = { workspaceId, audience: 'everything' } as const
  for (const event of lifeOf(people)) {
    seq = event.seq
    const { kind, by, at, place, personId, person, role, note, interaction } = writtenAt(event, people)
    await living.uow.act(scope, { kind, by, at, place, personId, cause: null }, async (stores) => {
      if (person !== null) await stores.people.add(person)
      if (role !== null) await stores.roles.add(role)
      if (note !== null) await stores.notes.add(note)
      if (interaction !== null) await stores.interactions.add(interaction)
      return ok(null)
    })
  }
  await living.close()
}

beforeAll(async () => {
  made = await townFile(folder, people, () => {})
  await withPlaces(`file:${lived}`)
  await live()
  store = await openStore(`file:${made}`, { newId: () => 'n' })
}, 60_000)
afterAll(async () => {
  await store.close()
  rmSync(folder, { recursive: true, force: true })
})

const rowsOf = (path: string, table: string): unknown[] => {
  const file = new SQLite(path, { readonly: true })
  const rows = file.prepare(`select * from ${table} order by 1, 2, 3, 4`).all()
  file.close()
  return rows
}

it.each(Object.keys(columns))('%s: made past the stores is as lived through them', (table) => {
  const rows = rowsOf(lived, table)
  expect(rows.length).toBeGreaterThanOrEqual(people)
  expect(rowsOf(made, table)).toEqual(rows)
})

it('has the indexes and triggers of the program', () => {
  expect(rowsOf(made, 'sqlite_master').map(withoutPages)).toEqual(
    expect.arrayContaining(rowsOf(lived, 'sqlite_master').map(withoutPages)),
  )
})
const withoutPages = (row: unknown): unknown => ({ ...(row as object), rootpage: 0 })

it('agrees with itself, as `npm run verify` sees it', async () => {
  expect((await store.verify()).findings).toEqual([])
})

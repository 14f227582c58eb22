import { sql } from 'kysely'
import { expect, it, onTestFinished } from 'vitest'
import { keptAt } from '../support/kept-text.js'
import { rawly } from '../support/rawly.js'
import { freshDatabase } from '../support/stores.js'
import { tracesIn } from '../support/traces.js'
import { ana, customers, Workspace } from './contract/workspace.js'

const now = '2026-11-20T15:00:00.000Z'

it('what was forgotten is in no row, and in nothing that the server noted of columns for its plans', async () => {
  const database = await freshDatabase('PostgreSQL')
  onTestFinished(() => database.drop())
  const store = await database.open()
  const here = new Workspace(store, 'W1')
  const [wendelin, susan] = [await here.knows('Wendelin Ottokar'), await here.knows('Susan Bell')]
  await here.does(ana, async ({ notes }) => {
    await notes.add(here.note(wendelin, 'keeps a quokka'))
    await notes.add(here.note(susan, 'plays the xylophone', { home: customers }))
  })
  // The server does so by itself every now and then.
  await rawly(database.url, ({ db }) => sql`analyze`.execute(db))
  const noted = () =>
    rawly(database.url, async ({ db }) => {
      const { rows } = await sql`select histogram_bounds::text from pg_stats
        where schemaname = 'public'`.execute(db)
      return JSON.stringify(rows).toLowerCase()
    })
  const traces = ['wendelin', 'quokka']
  expect(tracesIn(await noted(), traces)).toEqual(traces)

  await here.does(ana, ({ forgetting }) => forgetting.person(wendelin.id))
  expect(await store.tidy(now)).toBe(true)
  expect(tracesIn(await noted(), traces)).toEqual([])
  expect(tracesIn(await keptAt(database.url), [...traces, 'xylophone'])).toEqual(['xylophone'])
})

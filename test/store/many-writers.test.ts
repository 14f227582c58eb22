import { expect, it, onTestFinished } from 'vitest'
import type { Store } from '../../src/store/open-store.js'
import { freshDatabase } from '../support/stores.js'

const everything = (workspaceId: string) => ({ workspaceId, audience: 'everything' }) as const

const fresh = async () => {
  const database = await freshDatabase('PostgreSQL')
  onTestFinished(() => database.drop())
  return database
}

/** Somebody who writes in a workspace, and is not done until let go. */
const busyIn = async (store: Store, workspaceId: string) => {
  let open = (): void => {}
  const gate = new Promise<void>((resolve) => {
    open = resolve
  })
  let begun = (): void => {}
  const hasBegun = new Promise<void>((resolve) => {
    begun = resolve
  })
  const done = store.uow.keep(everything(workspaceId), async () => {
    begun()
    await gate
  })
  await hasBegun
  return {
    letGo: async () => {
      open()
      await done
    },
  }
}

const writesIn = (store: Store, workspaceId: string, said: string[] = []) =>
  store.uow.keep(everything(workspaceId), async () => void said.push(workspaceId))

it('many who write in one workspace leave the others their connections, and are all served in the end', async () => {
  const database = await fresh()
  const store = await database.open({ limits: { connections: 2 } })
  const busy = await busyIn(store, 'W1')
  const said: string[] = []
  const waiting = Array.from({ length: 40 }, () => writesIn(store, 'W1', said))
  // With one connection for each of them, these would wait for the first to end, which waits for this test.
  await writesIn(store, 'W2', said)
  expect(await store.uow.read(everything('W1'), ({ people }) => people.count())).toBe(0)
  expect(said).toEqual(['W2'])
  await busy.letGo()
  await Promise.all(waiting)
  expect(said).toHaveLength(41)
})

it('nor do workspaces that other processes are busy with, however many', async () => {
  const database = await fresh()
  const [other, store] = [await database.open(), await database.open({ limits: { connections: 4 } })]
  const names = ['W1', 'W2', 'W3', 'W4', 'W5', 'W6']
  const busy = await Promise.all(names.map((name) => busyIn(other, name)))
  const said: string[] = []
  const waiting = names.map((name) => writesIn(store, name, said))
  await writesIn(store, 'W9', said)
  expect(said).toEqual(['W9'])
  for (const one of busy) await one.letGo()
  await Promise.all(waiting)
  expect(said.toSorted()).toEqual([...names, 'W9'])
})

it('two processes that write in one workspace take turns: nothing is lost, and each comes to its end', async () => {
  const database = await fresh()
  const stores = [await database.open(), await database.open()]
  const said: string[] = []
  await Promise.all(stores.flatMap((store) => Array.from({ length: 25 }, () => writesIn(store, 'W1', said))))
  expect(said).toHaveLength(50)
})

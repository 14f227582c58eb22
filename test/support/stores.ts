import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { NewId } from '../../src/app/ports.js'
import { openStore, type Store, type StoreOptions } from '../../src/store/open-store.js'
import type { Finding } from '../../src/store/verifying/finding.js'
import { type EngineName, usualEngine } from './engines.js'
import { usual } from './sealed.js'
import { emptyOnServer } from './server-databases.js'
import { temporaryDatabase } from './temporary-database.js'

export { type EngineName, engines } from './engines.js'

/** Ids that are the same in every run: `id-000001`, `id-000002`, ... each greater than the one before. */
export const countingIds = (): NewId => {
  let last = 0
  return () => `id-${String(++last).padStart(6, '0')}`
}

/** A fresh database in memory. Close it when done. */
export const memoryStore = (options: Partial<StoreOptions> = {}): Promise<Store> =>
  openStore('file::memory:', { newId: countingIds(), encryption: usual, ...options })

/** A fresh database on the engine that the tests run on now. Close it when done. */
export const freshStore = async (options: Partial<StoreOptions> = {}): Promise<Store> => {
  if (usualEngine() === 'SQLite') return memoryStore(options)
  const url = await temporaryDatabase()
  return openStore(url, { newId: countingIds(), encryption: usual, ...options })
}

/** A fresh, empty database of its own, gone after `drop`; stores that were opened on it are closed first. */
export type FreshDatabase = {
  readonly url: string
  open(options?: Partial<StoreOptions>): Promise<Store>
  /** What a test has damaged is not looked at. */
  drop(as?: 'damaged'): Promise<void>
}

export const freshDatabase = async (engine: EngineName): Promise<FreshDatabase> => {
  const made = engine === 'SQLite' ? freshFile() : await emptyOnServer()
  const newId = countingIds()
  const stores: Store[] = []
  return {
    url: made.url,
    open: async (options = {}) => {
      const store = await openStore(made.url, { newId, encryption: usual, ...options })
      stores.push(store)
      return store
    },
    drop: async (as) => {
      await Promise.all(stores.map((store) => store.close()))
      const left = as === 'damaged' ? [] : await foundIn(made.url)
      await made.drop()
      if (left.length > 0) throw new Error(`What the tests left does not agree: ${JSON.stringify(left)}`)
    },
  }
}

/** What does not agree in a database; nothing for one that cannot be opened, or that is no database of ours. */
export const foundIn = async (url: string): Promise<readonly Finding[]> => {
  const store = await openStore(url, { newId: countingIds(), encryption: usual }).catch(() => null)
  if (store === null) return []
  try {
    return (await store.verify()).findings
  } finally {
    await store.close()
  }
}

const freshFile = () => {
  const directory = mkdtempSync(join(tmpdir(), 'personable-db-'))
  const drop = async () => rmSync(directory, { recursive: true, force: true })
  return { url: `file:${join(directory, 'test.db')}`, drop }
}

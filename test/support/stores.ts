import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { inject } from 'vitest'
import type { NewId } from '../../src/app/ports.js'
import { openStore, type Store, type StoreOptions } from '../../src/store/open-store.js'
import type { Finding } from '../../src/store/verifying/finding.js'
import { usual } from './sealed.js'

/** Ids that are the same in every run: `id-000001`, `id-000002`, ... each greater than the one before. */
export const countingIds = (): NewId => {
  let last = 0
  return () => `id-${String(++last).padStart(6, '0')}`
}

/** A fresh database in memory. Close it when done. */
export const memoryStore = (options: Partial<StoreOptions> = {}): Promise<Store> =>
  openStore('file::memory:', { newId: countingIds(), encryption: usual, ...options })

/** A fresh, empty database of its own, gone after `drop`; stores that were opened on it are closed first. */
export type FreshDatabase = {
  readonly url: string
  open(options?: Partial<StoreOptions>): Promise<Store>
  /** What a test has damaged is not looked at. */
  drop(as?: 'damaged'): Promise<void>
}

export type EngineName = 'SQLite' | 'PostgreSQL'
export const engines: readonly EngineName[] = ['SQLite', 'PostgreSQL']

export const freshDatabase = async (engine: EngineName): Promise<FreshDatabase> => {
  const made = engine === 'SQLite' ? freshFile() : await freshOnServer()
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

let databases = 0

const freshOnServer = async () => {
  const server = inject('postgresUrl')
  const name = `t${process.pid}_${++databases}`
  await onServer(`create database ${name}`)
  return { url: `${server}${name}`, drop: () => onServer(`drop database ${name} with (force)`) }
}

const onServer = async (statement: string): Promise<void> => {
  const client = new pg.Client({ connectionString: `${inject('postgresUrl')}postgres` })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { usualEngine } from './engines.js'
import { migratedOnServer } from './server-databases.js'

/** The address of a database of its own on the engine that the tests run on now; it goes with the test. */
export const temporaryDatabase = async (): Promise<string> => {
  if (usualEngine() === 'SQLite') return temporaryFile()
  const { url, drop } = await migratedOnServer()
  onTestFinished(drop)
  return url
}

/** The address of a SQLite file that does not exist yet, in a folder that goes with the test. */
export const temporaryFile = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'personable-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return `file:${join(folder, 'personable.db')}`
}

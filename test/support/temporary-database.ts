import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

/** The address of a SQLite file that does not exist yet, in a folder that goes with the test. */
export const temporaryDatabase = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'personable-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return `file:${join(folder, 'personable.db')}`
}

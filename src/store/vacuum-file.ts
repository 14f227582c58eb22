import { execFile } from 'node:child_process'
import { createRequire } from 'node:module'
import { promisify } from 'node:util'

/** How long another's reading or writing is waited for. */
const patienceMs = 30_000

/**
 * Writes a SQLite file anew out of what it still holds, and empties its write-ahead log. `secure_delete` overwrites
 * what is removed, but not what pages kept of it when they were rearranged. In a process of its own: SQLite would hold
 * this one up for as long as the file is big, and what reads the file reads on meanwhile. Rejects when the disk is full,
 * or when somebody holds on to the log.
 */
export const vacuumFile = async (path: string): Promise<void> => {
  const driver = createRequire(import.meta.url).resolve('better-sqlite3')
  const args = ['-e', work, '--', driver, path, String(patienceMs)]
  await promisify(execFile)(process.execPath, args, { env: {} })
}

/** As text, since a file with the code would be named differently in the sources and in the build. */
const work = `
const [driver, path, timeout] = process.argv.slice(1)
const file = new (require(driver))(path, { timeout: Number(timeout), fileMustExist: true })
file.exec('pragma secure_delete = on; pragma wal_checkpoint(truncate); vacuum')
const [{ busy }] = file.pragma('wal_checkpoint(truncate)')
file.close()
if (busy !== 0) throw new Error('the write-ahead log is in use')
`

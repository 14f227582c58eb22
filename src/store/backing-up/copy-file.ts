import { closeSync, openSync } from 'node:fs'
import SQLite from 'better-sqlite3'
import type { Instant } from '../../domain/local-time.js'
import { keepingBackups, keepingStatements } from '../kept-statements.js'
import { markAsCopy } from './copied.js'

/** Another program's moment of holding the file is waited for, here where nobody else waits. */
const patienceMs = 10_000
/** Pages copied before the process may turn to something else, as to the signal that ends it. */
const pagesAtOnce = 500

/**
 * SQLite's online backup of one moment. Then the copy is written anew out of what it still holds, since pages that were
 * rearranged may have kept what was removed since the file was last tidied; and it stands alone, without a log beside it. `at` is now.
 */
export const copyFileTo = async (from: string, to: string, at: Instant): Promise<void> => {
  // For this user alone from its first byte.
  closeSync(openSync(to, 'wx', 0o600))
  const file = keepingBackups(
    keepingStatements(new SQLite(from, { readonly: true, fileMustExist: true, timeout: patienceMs })),
  )
  try {
    // A moment that is held: else each change by another process would begin the copy anew.
    file.exec('begin')
    file.prepare('select count(*) from sqlite_master').get()
    await file.backup(to, { progress: () => pagesAtOnce })
    file.exec('commit')
  } finally {
    file.close()
  }
  const copy = keepingStatements(new SQLite(to, { fileMustExist: true }))
  try {
    copy.exec('pragma journal_mode = delete; pragma secure_delete = on')
    markAsCopy(copy, at)
    copy.exec('vacuum')
  } finally {
    copy.close()
  }
}

import type SQLite from 'better-sqlite3'
import { wordsAtHand } from './matching-sqlite.js'

/** Sets what is set once on a file, and on its connection, when it is clear that it is ours; throws when it may not be written. */
export const prepareFile = (file: SQLite.Database): void => {
  file.pragma('foreign_keys = on')
  file.pragma('synchronous = normal')
  // What is removed is overwritten, not merely let go.
  file.pragma('secure_delete = on')
  file.pragma('journal_mode = wal')
  // SQLite opens what it may not write for reading, and says so only when something is written.
  file.exec('begin immediate')
  try {
    file.pragma('user_version = 1')
  } finally {
    if (file.inTransaction) file.exec('rollback')
  }
  for (const table of wordsAtHand) file.exec(table)
}

// Loaded into a program before it starts (node --import): run as root, it goes on as a user who owns nothing from the
// moment it first looks at the disk, since file permissions do not bind root. All that it loads it has loaded by then.
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import SQLite from 'better-sqlite3'

const nobody = 65534
const { existsSync } = fs
// Kept, since Node 24 dies when a database of better-sqlite3 12 is collected.
const loaded = new SQLite(':memory:')
process.once('exit', () => loaded.close())
fs.existsSync = (path) => {
  if (process.getuid?.() === 0) {
    process.setgroups([nobody])
    process.setgid(nobody)
    process.setuid(nobody)
  }
  return existsSync(path)
}
syncBuiltinESMExports()

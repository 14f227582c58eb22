// Loaded into a program before it starts (node --import): run as root, it goes on as a user who owns nothing, since
// file permissions do not bind root. What it needs is read before that, wherever it may lie.
import SQLite from 'better-sqlite3'

const nobody = 65534
await import(new URL('compose.js', `file://${process.argv[1]}`).href)
new SQLite(':memory:').close()
if (process.getuid?.() === 0) {
  process.setgroups([nobody])
  process.setgid(nobody)
  process.setuid(nobody)
}

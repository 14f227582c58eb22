// Another program that holds a database: process-locking.mjs PATH begin|"begin immediate"|... MILLISECONDS
import SQLite from 'better-sqlite3'

const [path, begin, ms] = process.argv.slice(2)
const file = new SQLite(path)
file.exec(begin)
process.stdout.write('locked\n')
setTimeout(() => {
  file.exec('commit')
  file.close()
  process.stdout.write('released\n')
}, Number(ms))

// Loaded into a program before it starts (node --import): kills it right after its n-th transaction that wrote
// something to SQLite, which no signal from outside could hit; says at the end how many there were.
import { writeSync } from 'node:fs'
import SQLite from 'better-sqlite3'

const dieAfter = Number(process.env.DIE_AFTER_COMMIT)
const { prepare } = SQLite.prototype
let commits = 0
// Node 24 dies when a statement of better-sqlite3 12 is collected.
let counting
let changesBefore = 0

SQLite.prototype.prepare = function (source) {
  const statement = prepare.call(this, source)
  if (source !== 'commit') return statement
  const { run } = statement
  statement.run = (...parameters) => {
    const result = run.apply(statement, parameters)
    counting ??= prepare.call(this, 'select total_changes()').pluck()
    const changes = counting.get()
    if (changes > changesBefore) {
      commits += 1
      if (commits === dieAfter) process.kill(process.pid, 'SIGKILL')
    }
    changesBefore = changes
    return result
  }
  return statement
}

process.on('exit', () => writeSync(2, `commits: ${commits}\n`))

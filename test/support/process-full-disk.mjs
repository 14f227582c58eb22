// Loaded into a program before it starts (node --import): the disk under its SQLite file has room for so many pages
// and no more. SQLite itself says that it is full, as it does on a real disk, and can be told so without being root.
import SQLite from 'better-sqlite3'

const pages = Number(process.env.DISK_PAGES)
const { prepare } = SQLite.prototype
// Node 24 dies when a statement of better-sqlite3 12 is collected.
const kept = []

SQLite.prototype.prepare = function (source) {
  if (source.includes('quick_check')) {
    const counted = prepare.call(this, 'pragma page_count').pluck()
    const bounded = prepare.call(this, `pragma max_page_count = ${Math.max(counted.get(), 1) + pages}`)
    bounded.get()
    const free = prepare.call(this, 'pragma max_page_count = 1000000')
    kept.push(counted, bounded, free)
    // Somebody makes room.
    process.once('SIGUSR2', () => {
      free.get()
      process.stdout.write('There is room\n')
    })
  }
  return prepare.call(this, source)
}

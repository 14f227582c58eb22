// Loaded into a program before it starts (node --import): the disk under its SQLite file has room for so many pages
// and no more. SQLite itself says that it is full, as it does on a real disk, and can be told so without being root.
import SQLite from 'better-sqlite3'

const pages = Number(process.env.DISK_PAGES)
const { pragma } = SQLite.prototype

SQLite.prototype.pragma = function (source, options) {
  const result = pragma.call(this, source, options)
  if (source.startsWith('quick_check')) {
    const used = pragma.call(this, 'page_count', { simple: true })
    pragma.call(this, `max_page_count = ${Math.max(used, 1) + pages}`)
  }
  return result
}

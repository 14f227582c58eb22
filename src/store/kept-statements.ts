import type { Database as SQLiteFile, Statement } from 'better-sqlite3'

/** See below: what is never to be collected, for as long as the program runs. */
const kept: unknown[] = []

/**
 * A file whose statements are prepared once and kept. The queries of this program are few, whatever is asked; and on
 * Node 24 the program dies when the garbage collector meets a statement of better-sqlite3 12 at a bad moment.
 */
export const keepingStatements = (file: SQLiteFile): SQLiteFile => {
  const statements = new Map<string, Statement>()
  const prepare = file.prepare.bind(file)
  kept.push(file, statements)
  return Object.assign(file, {
    prepare: (source: string) => {
      const known = statements.get(source)
      if (known !== undefined) return known
      const made = prepare(source)
      statements.set(source, made)
      return made
    },
    pragma: (source: string, { simple = false }: { simple?: boolean } = {}) => {
      const asked = file.prepare(`pragma ${source}`)
      if (!asked.reader) return asked.run()
      return simple ? asked.pluck().get() : asked.pluck(false).all()
    },
  })
}

/** The same for the online backups of a file: what makes one is inside of the driver, which hands it out to nobody. */
export const keepingBackups = (file: SQLiteFile): SQLiteFile => {
  for (const symbol of Object.getOwnPropertySymbols(file)) {
    const inner: unknown = Reflect.get(file, symbol)
    if (typeof inner !== 'object' || inner === null) continue
    const backup: unknown = Reflect.get(inner, 'backup')
    if (typeof backup !== 'function') continue
    kept.push(inner)
    Reflect.set(inner, 'backup', (...given: unknown[]): unknown => {
      const made: unknown = Reflect.apply(backup, inner, given)
      kept.push(made)
      return made
    })
  }
  return file
}

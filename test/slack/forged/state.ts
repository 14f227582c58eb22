import SQLite from 'better-sqlite3'
import type { Team } from '../../support/team.js'

/** What a question or an open form leaves behind, and what the bot notes for itself. */
const asides =
  /^(drafts|reactions|told|unclaimed|posts|pulses|troubles|sources|kysely_migration.*|sqlite_.*|.*_fts.*|search_.*|.*_(data|idx|content|docsize|config))$/

/** Every row of what is known, planned and said: the same before and after, or something changed. */
export const everythingKept = ({ config }: Pick<Team, 'config'>): string => {
  const db = new SQLite(config.databaseUrl.replace(/^file:/, ''), { readonly: true })
  try {
    const names = db
      .prepare("select name from sqlite_master where type = 'table' order by name")
      .pluck()
      .all()
    const tables = names.map(String).filter((name) => !asides.test(name))
    return tables
      .map((name) => {
        const rows = db.prepare(`select * from "${name}"`).all()
        return `${name} ${rows
          .map((row) => JSON.stringify(row))
          .sort()
          .join()}`
      })
      .join('\n')
  } finally {
    db.close()
  }
}

/** What differs, line by line. */
export const differing = (before: string, after: string): string[] => {
  const lines = before.split('\n')
  return after
    .split('\n')
    .filter((line, n) => line !== lines[n])
    .map((line) => line.slice(0, 60))
}

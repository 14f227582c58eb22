import { sql } from 'kysely'
import { rawly } from '../../support/rawly.js'
import type { Team } from '../../support/team.js'

/** What a question or an open form leaves behind, and what the bot notes for itself. */
const asides =
  /^(drafts|reactions|told|unclaimed|posts|paces|pulses|troubles|sources|heard|homes|answers|owed_answers|kysely_migration.*|sqlite_.*|.*_fts.*|search_.*|.*_(data|idx|content|docsize|config))$/

/** Every row of what is known, planned and said: the same before and after, or something changed. */
export const everythingKept = ({ config }: Pick<Team, 'config'>): Promise<string> =>
  rawly(config.databaseUrl, async ({ db, dialect }) => {
    const lines: string[] = []
    for (const name of [...(await dialect.tableNames(db))].sort()) {
      if (asides.test(name)) continue
      const { rows } = await sql`select * from ${sql.table(name)}`.execute(db)
      const written = rows.map((row) => JSON.stringify(row)).sort()
      lines.push(`${name} ${written.join()}`)
    }
    return lines.join('\n')
  })

/** What differs, line by line. */
export const differing = (before: string, after: string): string[] => {
  const lines = before.split('\n')
  return after
    .split('\n')
    .filter((line, n) => line !== lines[n])
    .map((line) => line.slice(0, 60))
}

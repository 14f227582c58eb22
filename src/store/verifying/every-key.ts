import type { RawBuilder, SqlBool } from 'kysely'
import { atOnce, type Looked } from './finding.js'

/** What people are called by, of the rows `k` for which this holds: each once, page by page. */
export async function* everyKey(
  { db, workspaceId }: Looked,
  which: RawBuilder<SqlBool>,
): AsyncGenerator<readonly string[]> {
  for (let last: string | null = null; ; ) {
    const rows = await db
      .selectFrom('person_keys as k')
      .select('k.key')
      .distinct()
      .where('k.workspace_id', '=', workspaceId)
      .where('k.key', last === null ? '>=' : '>', last ?? '')
      .where(which)
      .orderBy('k.key')
      .limit(atOnce)
      .execute()
    if (rows.length > 0) yield rows.map(({ key }) => key)
    if (rows.length < atOnce) return
    last = rows.at(-1)?.key ?? last
  }
}

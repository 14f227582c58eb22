import type { Database as SQLiteFile } from 'better-sqlite3'
import type { Copies } from '../../app/ports/copies.js'
import type { Instant } from '../../domain/local-time.js'
import type { Db } from '../tables.js'

const beginning = 'copied, of '
/** As long as a place may still have the day on which the copy was put back. */
const heedMs = 2 * 24 * 60 * 60_000

/** What the marking needs is there from this migration on. */
const since = '0014-forgetting'

/**
 * Whoever puts the copy back gets a state of before, while Slack keeps what was posted meanwhile. So what waits to be sent
 * may have been: it is looked for first, as after a crash. And what was planned meanwhile nobody here knows of any more,
 * but when the copy was made.
 */
export const markAsCopy = (copy: SQLiteFile, at: Instant): void => {
  const tables = copy.prepare(`select 1 from sqlite_master where name = 'personable_migrations'`).all()
  const isThere = copy.prepare('select 1 from personable_migrations where name = ?')
  if (tables.length === 0 || isThere.all(since).length === 0) return
  copy.exec(`update posts set state = 'uncertain', attempts = max(attempts, 1), looks = 0, not_before = null,
    claimed_by = null, claimed_until = null, first_attempt_at = coalesce(first_attempt_at, planned_at)
    where state in ('planned', 'claimed', 'uncertain')`)
  const mark = copy.prepare(`insert or replace into chores (name, mark, not_before)
    select ? || workspace_id, ?, null from places group by workspace_id`)
  mark.run(beginning, at)
}

export class CopyStore implements Copies {
  readonly #db: Db
  readonly #workspaceId: string
  constructor(db: Db, workspaceId: string) {
    this.#db = db
    this.#workspaceId = workspaceId
  }

  async putBackFrom(now: Instant): Promise<Instant | null> {
    const name = `${beginning}${this.#workspaceId}`
    const chores = this.#db.selectFrom('chores').selectAll()
    const row = await chores.where('name', '=', name).executeTakeFirst()
    if (row === undefined) return null
    if (row.not_before === null) {
      const heeded = new Date(Date.parse(now) + heedMs).toISOString()
      await this.#db.updateTable('chores').set({ not_before: heeded }).where('name', '=', name).execute()
    } else if (row.not_before < now) {
      await this.#db.deleteFrom('chores').where('name', '=', name).execute()
      return null
    }
    return row.mark
  }
}

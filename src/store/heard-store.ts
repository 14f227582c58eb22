import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Heard, HeardOf } from '../app/ports/heard.js'
import type { Handle } from './dialect.js'
import { writer } from './installation-writing.js'
import type { Db } from './tables.js'

/** A process that heard nothing for longer forgets all that it remembers. */
const keptMs = 10 * 60_000
/** More than this at one look says that it is quicker to forget everything. */
const mostTold = 5_000

export const createHeard = (handle: Handle, patienceMs: number): Heard => {
  const { isShared, ownTime } = handle.dialect
  const { read, write } = writer(handle, patienceMs)
  const timeThere = async (db: Db): Promise<string> => {
    const { rows } = await sql<{ now: string }>`select ${ownTime} as now`.execute(db)
    return rows[0]?.now ?? ''
  }
  return {
    tell: async (workspaceId, changed) => {
      if (!isShared || changed.length === 0) return
      const rows = changed.map(({ kind, id }) => ({ id: randomUUID(), kind, subject_id: id }))
      await write((db) =>
        db
          .insertInto('heard')
          .values(rows.map((row) => ({ ...row, workspace_id: workspaceId, heard_at: ownTime })))
          .execute(),
      )
    },

    since: (after) =>
      read(async (db) => {
        const now = await timeThere(db)
        const rows = after === null ? [] : await toldQuery(db, after).execute()
        return {
          now,
          isAll: rows.length <= mostTold,
          told: rows.slice(0, mostTold).map((row) => ({
            workspaceId: row.workspace_id,
            nth: row.id,
            at: row.heard_at,
            kind: row.kind satisfies HeardOf['kind'],
            id: row.subject_id,
          })),
        }
      }),

    sweep: async () => {
      if (!isShared) return
      await write(async (db) => {
        const before = new Date(Date.parse(await timeThere(db)) - keptMs).toISOString()
        await db.deleteFrom('heard').where('heard_at', '<', before).execute()
      })
    },
  }
}

export const toldQuery = (db: Db, after: string) =>
  db
    .selectFrom('heard')
    .selectAll()
    .where('heard_at', '>', after)
    .orderBy('heard_at')
    .limit(mostTold + 1)

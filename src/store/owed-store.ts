import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Delivery, Owed } from '../app/ports/answering.js'
import type { Instant } from '../domain/local-time.js'
import { type Needle, names } from '../domain/mentions.js'
import { noteKeyIn } from './cipher/key-check.js'
import type { Handle } from './dialect.js'
import { writer } from './installation-writing.js'
import type { Db } from './tables.js'
import { furthest } from './waits-until.js'

/** A process that said nothing of an answer for so long has died, or does not come to it. */
const lapseMs = 20_000

export const createOwed = (handle: Handle, patienceMs: number): Owed => {
  const { read, write } = writer(handle, patienceMs)
  const later = (now: Instant): Instant => new Date(Date.parse(now) + lapseMs).toISOString()
  return {
    owe: ({ workspaceId, id, kind, payload }, by, now) =>
      write(async (db) => {
        await noteKeyIn(handle, db)
        const due = { owed_at: now, due_at: later(now), claimed_by: by, tries: 1 }
        const owed = await db
          .insertInto('owed_answers')
          .values({ workspace_id: workspaceId, delivery_id: id, kind, payload, ...due })
          .onConflict((conflict) => conflict.doNothing())
          .returning('tries')
          .executeTakeFirst()
        return owed !== undefined
      }),

    renew: (delivery, by, now) =>
      write(async (db) => {
        const renewed = db.updateTable('owed_answers').set({ due_at: later(now) })
        const mine = renewed.where(isIt(delivery)).where('claimed_by', '=', by).returning('tries')
        return (await mine.executeTakeFirst()) !== undefined
      }),

    paid: async (delivery, by) => {
      await write((db) =>
        db.deleteFrom('owed_answers').where(isIt(delivery)).where('claimed_by', '=', by).execute(),
      )
    },

    isOwed: (delivery) =>
      read(async (db) => {
        const row = db.selectFrom('owed_answers').select('tries').where(isIt(delivery))
        return (await row.executeTakeFirst()) !== undefined
      }),

    take: async (by, now, limit) => {
      const due = (db: Db) => owedQuery(db, now).limit(limit)
      if ((await read((db) => due(db).limit(1).executeTakeFirst())) === undefined) return []
      return write(async (db) => {
        const taken = []
        for (const row of await due(db).modifyEnd(handle.dialect.skipLocked).execute()) {
          const delivery = { workspaceId: row.workspace_id, id: row.delivery_id }
          const claim = { claimed_by: by, due_at: later(now), tries: row.tries + 1 }
          await db.updateTable('owed_answers').set(claim).where(isIt(delivery)).execute()
          const { kind, payload, owed_at: owedAt } = row
          taken.push({ ...delivery, kind, payload, owedAt, tries: claim.tries, by })
        }
        return taken
      })
    },
  }
}

/** What was typed may name them. It is answered by whoever is at it; when they die over it, by nobody. */
export const forgetOwed = async (db: Db, workspaceId: string, needles: readonly Needle[]): Promise<void> => {
  const owed = db.selectFrom('owed_answers').select(['delivery_id', 'payload'])
  for (const row of await owed.where('workspace_id', '=', workspaceId).execute()) {
    if (!names(row.payload, needles)) continue
    const delivery = { workspaceId, id: row.delivery_id }
    await db.deleteFrom('owed_answers').where(isIt(delivery)).execute()
  }
}

export const owedQuery = (db: Db, now: Instant) =>
  db
    .selectFrom('owed_answers')
    .selectAll()
    .where(sql<SqlBool>`(due_at <= ${now} or due_at > ${furthest(now)})`)
    .orderBy('due_at')

const isIt = ({ workspaceId, id }: Delivery): RawBuilder<SqlBool> =>
  sql`workspace_id = ${workspaceId} and delivery_id = ${id}`

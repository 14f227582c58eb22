import type { Answers, Delivery } from '../app/ports/answering.js'
import type { Instant } from '../domain/local-time.js'
import type { Handle } from './dialect.js'
import { writer } from './installation-writing.js'
import type { Db } from './tables.js'
import { isOver } from './waits-until.js'

/** Slack comes again after a minute: by then whoever did not answer has died. */
const lapseMs = 30_000
/** Slack repeats an event within six minutes. */
const keptMs = 60 * 60_000

export const createAnswers = (handle: Handle, patienceMs: number): Answers => {
  const { write, writeOne } = writer(handle, patienceMs)
  return {
    // One statement decides; what it left to another is looked at after it.
    claim: ({ workspaceId, id }, now) =>
      writeOne(async (db) => {
        const until = new Date(Date.parse(now) + lapseMs).toISOString()
        const claimed = await db
          .insertInto('answers')
          .values({ workspace_id: workspaceId, delivery_id: id, claimed_at: now, claimed_until: until })
          .onConflict((conflict) =>
            conflict
              .columns(['workspace_id', 'delivery_id'])
              .doUpdateSet({ claimed_at: now, claimed_until: until })
              .where('answers.claimed_until', 'is not', null)
              .where(isOver('answers.claimed_until', now)),
          )
          .returning('claimed_until')
          .executeTakeFirst()
        if (claimed !== undefined) return 'mine'
        const standing = db
          .selectFrom('answers')
          .select('claimed_until')
          .where('workspace_id', '=', workspaceId)
        const row = await standing.where('delivery_id', '=', id).executeTakeFirst()
        return row?.claimed_until === null ? 'answered' : 'theirs'
      }),

    done: async (delivery) => {
      await writeOne((db) => theAnswer(db, delivery).set({ claimed_until: null }).execute())
    },

    release: async () => {
      if (handle.dialect.isShared) return
      await write((db) => db.deleteFrom('answers').where('claimed_until', 'is not', null).execute())
    },

    sweep: async (now: Instant) => {
      const before = new Date(Date.parse(now) - keptMs).toISOString()
      await write((db) => db.deleteFrom('answers').where('claimed_at', '<', before).execute())
    },
  }
}

const theAnswer = (db: Db, { workspaceId, id }: Delivery) =>
  db.updateTable('answers').where('workspace_id', '=', workspaceId).where('delivery_id', '=', id)

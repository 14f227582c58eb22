import { sql } from 'kysely'
import type { Now, Taking, Turn, Turns, Waits } from '../app/ports/turns.js'
import type { Clock } from '../app/ports.js'
import type { Instant } from '../domain/local-time.js'
import type { Handle } from './dialect.js'
import { type Noted, notingWrites } from './noting-writes.js'
import type { Db } from './tables.js'
import { inTransaction, type Verdict } from './transaction.js'
import { waitsIn } from './waits.js'
import { furthest, isOver } from './waits-until.js'

/** Wakes a workspace in the transaction of what happened there; one that has no turns stays without. */
export const wakeIn = async (db: Db, workspaceId: string, now: Instant): Promise<void> => {
  // Unconditionally: the row is held until the transaction ends, so whoever has the turn sees it, or has still to come.
  await sql`update turns set wakes = wakes + 1, wake_at = ${sooner(now)}
    where workspace_id = ${workspaceId}`.execute(db)
}

/** Does work that writes, and wakes the workspace in the same transaction when something came of it. */
export const waking = async <T>(
  db: Db,
  workspaceId: string,
  clock: Clock | undefined,
  work: (noted: Noted) => Promise<Verdict<T>>,
): Promise<Verdict<T>> => {
  const noting = notingWrites(db)
  const verdict = await work(noting)
  if (verdict.keep && noting.hasWritten())
    await wakeIn(db, workspaceId, clock?.() ?? new Date().toISOString())
  return verdict
}

/** The instant that stands there, or, when it is later, now or when the rest is over. */
const sooner = (now: Instant) => sql`case when wake_at <= ${now} or wake_at <= rest_until then wake_at
  when rest_until > ${now} then rest_until else ${now} end`

/** Turns that have come and that nobody has claimed. */
export const comeQuery = (db: Db, { now, realNow }: Now) =>
  db
    .selectFrom('turns')
    .select('workspace_id')
    .where('wake_at', '<=', now)
    .where(isOver('claimed_until', realNow))

export const takeQuery = ({ db, dialect }: Pick<Handle, 'db' | 'dialect'>, taking: Taking) => {
  const { by, until, restUntil, limit } = taking
  const come = comeQuery(db, taking).orderBy('wake_at').limit(limit).modifyEnd(dialect.skipLocked)
  return db
    .with(
      (cte) => cte('come').materialized(),
      () => come,
    )
    .updateTable('turns')
    .set({ claimed_by: by, claimed_until: until, rest_until: restUntil })
    .where('workspace_id', 'in', (eb) => eb.selectFrom('come').select('come.workspace_id'))
    .returning(['workspace_id', 'wakes'])
}

/** At most so many are made known in one statement. */
const admittedAtOnce = 500

export const createTurns = (handle: Handle, patienceMs: number): Turns => {
  const reading = <T>(work: (db: Db) => Promise<T>): Promise<T> =>
    inTransaction(handle, 'read', patienceMs, async (db) => ({ value: await work(db), keep: true }))
  const writing = <T>(work: (db: Db) => Promise<T>): Promise<T> =>
    inTransaction(handle, 'write', patienceMs, async (db) => ({ value: await work(db), keep: true }))
  const add = (db: Db, workspaceIds: readonly string[], now: Instant) => {
    const rows = workspaceIds.map((id) => ({ workspace_id: id, wake_at: now, wakes: 0, rest_until: '' }))
    return db
      .insertInto('turns')
      .values(rows.map((row) => ({ ...row, claimed_by: null, claimed_until: null })))
  }
  const known = async (workspaceIds: readonly string[]): Promise<ReadonlySet<string>> => {
    const { oneOf } = handle.dialect
    const found = await reading((db) =>
      db.selectFrom('turns').select('workspace_id').where(oneOf('workspace_id', workspaceIds)).execute(),
    )
    return new Set(found.map((row) => row.workspace_id))
  }
  const putOffTooFar = (db: Db, now: Instant) =>
    db.selectFrom('turns').select('workspace_id').where('wake_at', '>', furthest(now)).limit(1)
  const mine = (db: Db, { workspaceId, by }: Turn) =>
    db.updateTable('turns').where('workspace_id', '=', workspaceId).where('claimed_by', '=', by)
  return {
    admit: async (workspaceIds, now) => {
      for (let n = 0; n < workspaceIds.length; n += admittedAtOnce) {
        const some = workspaceIds.slice(n, n + admittedAtOnce)
        const before = await known(some)
        const missing = some.filter((id) => !before.has(id))
        if (missing.length > 0)
          await writing((db) =>
            add(db, missing, now)
              .onConflict((conflict) => conflict.doNothing())
              .execute(),
          )
      }
      if ((await reading((db) => putOffTooFar(db, now).executeTakeFirst())) === undefined) return
      await writing((db) =>
        db.updateTable('turns').set({ wake_at: now }).where('wake_at', '>', furthest(now)).execute(),
      )
    },

    wake: async (workspaceId, now) => {
      await writing(async (db) => {
        await add(db, [workspaceId], now)
          .onConflict((conflict) => conflict.doNothing())
          .execute()
        await wakeIn(db, workspaceId, now)
      })
    },

    take: async (taking) => {
      const isAny = await reading((db) => comeQuery(db, taking).limit(1).executeTakeFirst())
      if (isAny === undefined) return []
      const taken = await writing((db) => takeQuery({ ...handle, db }, taking).execute())
      return taken.map((row) => ({ workspaceId: row.workspace_id, wakes: row.wakes, by: taking.by }))
    },

    renew: async (turn, until) => {
      const renewed = await writing((db) =>
        mine(db, turn).set({ claimed_until: until }).returning('workspace_id').execute(),
      )
      return renewed.length > 0
    },

    giveBack: async (turn, next, now) => {
      // Woken since, it comes as soon as it has rested.
      const soon = next < now ? next : now
      const woken = sql<string>`case when rest_until >= ${next} then ${next}
        when rest_until > ${soon} then rest_until else ${soon} end`
      const wakeAt = sql<string>`case when wakes = ${turn.wakes} then ${next} else ${woken} end`
      await writing((db) =>
        mine(db, turn).set({ claimed_by: null, claimed_until: null, wake_at: wakeAt }).execute(),
      )
    },

    dismiss: async (turn) => {
      await writing(async (db) => {
        const { workspaceId, wakes, by } = turn
        const theirs = db.deleteFrom('turns').where('workspace_id', '=', workspaceId)
        await theirs.where('claimed_by', '=', by).where('wakes', '=', wakes).execute()
        await mine(db, turn).set({ claimed_by: null, claimed_until: null }).execute()
      })
    },

    waits: (workspaceId, now): Promise<Waits> =>
      reading((db) => waitsIn(db, handle.dialect, workspaceId, now)),
  }
}

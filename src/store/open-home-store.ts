import { sql } from 'kysely'
import type { HomeOf, HomeToMake, OpenHomes } from '../app/ports/open-homes.js'
import type { Instant } from '../domain/local-time.js'
import type { Dialect, Handle } from './dialect.js'
import { writer } from './installation-writing.js'
import { askOn, type Given, KeptQuery } from './kept-query.js'
import type { Db } from './tables.js'
import type { Term } from './terms.js'
import { furthest } from './waits-until.js'

/** Whoever asked for it makes it within this time; after it, whoever comes. */
const leaseMs = 30_000
/** Whoever did not look for so long is met anew when they do. */
const keptMs = 90 * 24 * 60 * 60_000
/** From the beginning of time on: whoever comes makes it. */
const anybody = ''

export const createOpenHomes = (handle: Handle, patienceMs: number): OpenHomes => {
  const { readOne, write, writeOne, writeAlone } = writer(handle, patienceMs)
  return {
    opened: async (home, now) => {
      const again = await write((db) =>
        mine(db, home)
          .set((eb) => ({ opened_at: now, asked: eb('asked', '+', 1), due_at: later(now) }))
          .returning('asked')
          .executeTakeFirst(),
      )
      if (again !== undefined) return again.asked
      // An act that is being kept beside it has found no Home to ask for: the first one is made after it.
      const first = await writeAlone(home.workspaceId, (db) =>
        db
          .insertInto('homes')
          .values({ ...keyOf(home), opened_at: now, asked: 1, due_at: later(now) })
          .onConflict((conflict) =>
            conflict
              .columns(['workspace_id', 'user_id'])
              .doUpdateSet((eb) => ({ asked: eb('homes.asked', '+', 1), due_at: later(now) })),
          )
          .returning('asked')
          .executeTakeFirstOrThrow(),
      )
      return first.asked
    },

    ask: (home, now) =>
      writeOne(async (db) => {
        const asked = await mine(db, home)
          .set((eb) => ({ asked: eb('asked', '+', 1), due_at: later(now) }))
          .returning('asked')
          .executeTakeFirst()
        return asked?.asked ?? null
      }),

    askAll: async (workspaceId) => {
      await write((db) => askAllIn(db, workspaceId))
    },

    shown: (home) =>
      write(async (db) => {
        const current = mine(db, home).set({ due_at: null }).where('asked', '=', home.asked)
        if ((await current.returning('asked').executeTakeFirst()) !== undefined) return null
        const row = await db
          .selectFrom('homes')
          .select('asked')
          .where('workspace_id', '=', home.workspaceId)
          .where('user_id', '=', home.userId)
          .executeTakeFirst()
        return row?.asked ?? null
      }),

    notShown: async (home, from = anybody) => {
      await write((db) => mine(db, home).set({ due_at: from }).execute())
    },

    take: async (now, limit, workspaceId) => {
      const due = { now, furthest: furthest(now) }
      const any = (db: Db) =>
        workspaceId === undefined
          ? askOn(db, handle.dialect, anyDue, due)
          : askOn(db, handle.dialect, anyDueIn, { ...due, workspaceId })
      if ((await readOne(any)).length === 0) return []
      const taken = await write((db) => {
        const some = dueQuery(db, due, workspaceId).limit(limit)
        return takeQuery(db, handle.dialect, some, later(now)).execute()
      })
      return taken.map((row) => ({
        workspaceId: row.workspace_id,
        userId: row.user_id,
        asked: row.asked,
      }))
    },

    forget: async ({ workspaceId, userId }) => {
      await write((db) =>
        db
          .deleteFrom('homes')
          .where('workspace_id', '=', workspaceId)
          .where('user_id', '=', userId)
          .execute(),
      )
    },

    sweep: async (now) => {
      const before = new Date(Date.parse(now) - keptMs).toISOString()
      await write((db) => db.deleteFrom('homes').where('opened_at', '<', before).execute())
    },
  }
}

const later = (now: Instant): Instant => new Date(Date.parse(now) + leaseMs).toISOString()

/** Within whatever changed what everybody may see there. */
export const askAllIn = async (db: Db, workspaceId: string): Promise<void> => {
  await db
    .updateTable('homes')
    .set((eb) => ({ asked: eb('asked', '+', 1), due_at: anybody }))
    .where('workspace_id', '=', workspaceId)
    .execute()
}

/** Those of teammates who opened theirs, within whatever changed what they show: who did it makes them. */
export const askForHomes = async (
  db: Db,
  dialect: Dialect,
  { workspaceId, userIds, now }: { workspaceId: string; userIds: readonly string[]; now: Instant },
): Promise<readonly HomeToMake[]> => {
  if (userIds.length === 0) return []
  const asked = { workspaceId, userIds: [...new Set(userIds)], until: later(now) }
  const rows = await askOn(db, dialect, askingFor, asked)
  return rows.map((row) => ({ workspaceId, userId: row.user_id, asked: row.asked }))
}
type Asking = { readonly workspaceId: string; readonly userIds: readonly string[]; readonly until: Instant }
const askingFor = new KeptQuery((db: Db, { workspaceId, userIds, until }: Given<Asking>, dialect) =>
  db
    .updateTable('homes')
    .set((eb) => ({ asked: eb('asked', '+', 1), due_at: until }))
    .where('workspace_id', '=', workspaceId)
    .where(dialect.oneOf('user_id', userIds))
    .returning(['user_id', 'asked']),
)

type Due = { readonly now: Instant; readonly furthest: Instant }
/** From when on a Home is due, and up to when it may have been put off; see `furthest`. */
export const dueQuery = (db: Db, due: Due | Given<Due>, workspaceId?: Term) => {
  const homes = db
    .selectFrom('homes')
    .select(['workspace_id', 'user_id'])
    .where('due_at', 'is not', null)
    .where(sql<boolean>`(due_at <= ${due.now} or due_at > ${due.furthest})`)
    .orderBy('due_at')
  return workspaceId === undefined ? homes : homes.where('workspace_id', '=', workspaceId)
}
const anyDue = new KeptQuery((db: Db, due: Given<Due>) => dueQuery(db, due).limit(1))
const anyDueIn = new KeptQuery((db: Db, given: Given<Due & { workspaceId: string }>) =>
  dueQuery(db, given, given.workspaceId).limit(1),
)

/** In a table of its own, since the rows are picked once however the engine goes about it. */
const takeQuery = (db: Db, dialect: Dialect, some: ReturnType<typeof dueQuery>, until: Instant) =>
  db
    .with(
      (cte) => cte('come').materialized(),
      () => some.modifyEnd(dialect.skipLocked),
    )
    .updateTable('homes')
    .set({ due_at: until })
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('come')
          .select('come.user_id')
          .whereRef('come.workspace_id', '=', 'homes.workspace_id')
          .whereRef('come.user_id', '=', 'homes.user_id'),
      ),
    )
    .returning(['homes.workspace_id', 'homes.user_id', 'homes.asked'])

const keyOf = ({ workspaceId, userId }: HomeOf) => ({ workspace_id: workspaceId, user_id: userId })
const mine = (db: Db, { workspaceId, userId }: HomeOf) =>
  db.updateTable('homes').where('workspace_id', '=', workspaceId).where('user_id', '=', userId)

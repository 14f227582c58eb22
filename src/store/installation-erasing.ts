import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Installations, ToErase } from '../app/ports/installations.js'
import type { Instant } from '../domain/local-time.js'
import type { Handle } from './dialect.js'
import { forgetGaps, overwriteChore } from './forgetting/tidying.js'
import { writer } from './installation-writing.js'
import type { Db } from './tables.js'
import { workspaceTables } from './tables-in-order.js'

type Erasing = Pick<Installations, 'toErase' | 'erase'>

/** Rows that go in one transaction, beside which others have their turn, and how many such follow each other. */
const rowsAtOnce = 500
const partsAtOnce = 40

/** Workspaces whose time is over, and every row of them. */
export const erasing = (handle: Handle, patienceMs: number): Erasing => {
  const { read, writeAlone } = writer(handle, patienceMs)
  return {
    toErase: (now, limit) => read((db) => whoseTimeIsOver(db, now, limit)),
    erase: async (id, now) => {
      if (!(await writeAlone(id, (db) => begin(db, id, now)))) return 'kept'
      for (let part = 0; part < partsAtOnce; part++)
        if (await writeAlone(id, (db) => isLastPart(handle, db, id))) return 'done'
      return 'rest'
    },
  }
}

/** Installations, workspaces of organisations, and workspaces that an organisation took back, whose time is over. */
export const overQueries = (db: Db, now: Instant) => ({
  own: db
    .selectFrom('installations as own')
    .select('own.workspace_id')
    .where('own.erase_at', '<=', now)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('granted_workspaces as granted')
            .select('granted.granted_at')
            .whereRef('granted.enterprise_id', '=', 'own.workspace_id'),
        ),
      ),
    )
    .orderBy('own.erase_at'),
  byOrg: db
    .selectFrom('installations as org')
    .innerJoin('granted_workspaces as granted', 'granted.enterprise_id', 'org.workspace_id')
    .select(['granted.workspace_id', 'granted.enterprise_id'])
    .where('org.erase_at', '<=', now)
    .orderBy('org.erase_at'),
  revoked: db
    .selectFrom('granted_workspaces')
    .select('workspace_id')
    .where('erase_at', '<=', now)
    .orderBy('erase_at'),
})

const whoseTimeIsOver = async (db: Db, now: Instant, limit: number): Promise<readonly ToErase[]> => {
  const found = new Map<string, ToErase>()
  const add = (id: string, by: string | null): void => {
    if (!found.has(id)) found.set(id, { id, by })
  }
  const { own, byOrg, revoked } = overQueries(db, now)
  const half = db.selectFrom('erasures').select('workspace_id').orderBy('begun_at')
  for (const { workspace_id: id } of await half.limit(limit).execute()) add(id, null)
  for (const { workspace_id: id } of await own.limit(limit).execute()) add(id, id)
  for (const row of await byOrg.limit(limit).execute()) add(row.workspace_id, row.enterprise_id)
  for (const { workspace_id: id } of await revoked.limit(limit).execute()) add(id, null)
  return [...found.values()].slice(0, limit)
}

const isHalfErased = async (db: Db, id: string): Promise<boolean> => {
  const begun = db.selectFrom('erasures').select('begun_at').where('workspace_id', '=', id)
  return (await begun.executeTakeFirst()) !== undefined
}

/** Lets go of every installation whose time is over, tokens and all. True when the rest is to go too. */
const begin = async (db: Db, id: string, now: Instant): Promise<boolean> => {
  if (await isHalfErased(db, id)) return true
  const grants = db.selectFrom('granted_workspaces').select('workspace_id')
  // What an organisation is itself goes after the workspaces that it granted.
  if ((await grants.where('enterprise_id', '=', id).limit(1).executeTakeFirst()) !== undefined) return false
  const own = await db
    .deleteFrom('installations')
    .where('workspace_id', '=', id)
    .where('erase_at', '<=', now)
    .executeTakeFirstOrThrow()
  const overOrgs = db.selectFrom('installations').select('workspace_id').where('erase_at', '<=', now)
  const granted = await db
    .deleteFrom('granted_workspaces')
    .where('workspace_id', '=', id)
    .where((is) => is.or([is('erase_at', '<=', now), is('enterprise_id', 'in', overOrgs)]))
    .executeTakeFirstOrThrow()
  if (own.numDeletedRows + granted.numDeletedRows === 0n) return false
  // Something else serves it, or keeps what is known for longer.
  const still = db.selectFrom('installations').select('state').where('workspace_id', '=', id)
  if ((await still.executeTakeFirst()) !== undefined) return false
  if ((await grants.where('workspace_id', '=', id).executeTakeFirst()) !== undefined) return false
  await db.insertInto('erasures').values({ workspace_id: id, begun_at: now }).execute()
  return true
}

/** Takes away some rows; true when there was none left. */
const isLastPart = async ({ dialect }: Handle, db: Db, id: string): Promise<boolean> => {
  // Another process came to the end of it first: what is there now belongs to whoever installed it since.
  if (!(await isHalfErased(db, id))) return true
  let left = rowsAtOnce
  for (const table of workspaceTables) {
    const { numAffectedRows } = await sql`delete from ${sql.table(table)}
      where ${dialect.someOf(table, id, left)}`.execute(db)
    left -= Number(numAffectedRows ?? 0n)
    if (left <= 0) return false
  }
  await forgetGaps(db, id)
  await db.deleteFrom('erasures').where('workspace_id', '=', id).execute()
  await overwriteChore(db, randomUUID())
  return true
}

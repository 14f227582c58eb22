import type { Installations, Served } from '../app/ports/installations.js'
import type { Handle } from './dialect.js'
import { isAfterSecond, writer } from './installation-writing.js'
import type { Db } from './tables.js'

type Granting = Pick<Installations, 'active' | 'grant' | 'revoke' | 'granted'>

/** Which workspaces are served, and those that organisations grant. */
export const granting = (handle: Handle, patienceMs: number): Granting => {
  const { read, writeAlone } = writer(handle, patienceMs)
  return {
    active: (after, limit) =>
      read(async (db) => {
        const [own, granted] = [await ownActive(db, after, limit), await grantedActive(db, after, limit)]
        // Its own comes before its organisation's; each list has all up to its end.
        const served = new Map<string, Served>()
        for (const each of [...own, ...granted])
          if (!served.has(each.workspaceId)) served.set(each.workspaceId, each)
        return [...served.values()].sort((a, b) => (a.workspaceId < b.workspaceId ? -1 : 1)).slice(0, limit)
      }),

    grant: (enterpriseId, workspaceIds, at) =>
      writeAlone(enterpriseId, async (db) => {
        const known = db.selectFrom('installations').select('workspace_id')
        const org = await known.where('workspace_id', '=', enterpriseId).executeTakeFirst()
        if (org === undefined) return
        const granted = { granted_at: at, revoked_at: null, erase_at: null }
        for (const workspace_id of new Set(workspaceIds))
          await db
            .insertInto('granted_workspaces')
            .values({ workspace_id, enterprise_id: enterpriseId, ...granted })
            .onConflict((conflict) =>
              conflict
                .columns(['workspace_id', 'enterprise_id'])
                .doUpdateSet(granted)
                .where('granted_workspaces.revoked_at', 'is not', null)
                .where(isAfterSecond('granted_workspaces.revoked_at', at)),
            )
            .execute()
      }),

    revoke: (enterpriseId, workspaceIds, { at, eraseAt }) =>
      writeAlone(enterpriseId, async (db) => {
        const revoked: string[] = []
        for (const workspaceId of new Set(workspaceIds)) {
          const { numUpdatedRows } = await db
            .updateTable('granted_workspaces')
            .set({ revoked_at: at, erase_at: eraseAt })
            .where('workspace_id', '=', workspaceId)
            .where('enterprise_id', '=', enterpriseId)
            .where('revoked_at', 'is', null)
            .where(isAfterSecond('granted_at', at))
            .executeTakeFirstOrThrow()
          if (numUpdatedRows > 0n) revoked.push(workspaceId)
        }
        return revoked
      }),

    granted: (enterpriseId) =>
      read(async (db) => {
        const rows = await db
          .selectFrom('granted_workspaces')
          .select('workspace_id')
          .where('enterprise_id', '=', enterpriseId)
          .where('revoked_at', 'is', null)
          .orderBy('workspace_id')
          .execute()
        return rows.map(({ workspace_id }) => workspace_id)
      }),
  }
}

const ownActive = async (db: Db, after: string, limit: number): Promise<readonly Served[]> => {
  const rows = await db
    .selectFrom('installations')
    .leftJoin('erasures', 'erasures.workspace_id', 'installations.workspace_id')
    .select('installations.workspace_id')
    .where('is_org', '=', 0)
    .where('state', '=', 'active')
    .where('erasures.begun_at', 'is', null)
    .where('installations.workspace_id', '>', after)
    .orderBy('installations.workspace_id')
    .limit(limit)
    .execute()
  return rows.map(({ workspace_id: id }) => ({ workspaceId: id, installationId: id }))
}

const grantedActive = async (db: Db, after: string, limit: number): Promise<readonly Served[]> => {
  const rows = await db
    .selectFrom('granted_workspaces as granted')
    .innerJoin('installations as org', 'org.workspace_id', 'granted.enterprise_id')
    .leftJoin('erasures', 'erasures.workspace_id', 'granted.workspace_id')
    .select(['granted.workspace_id', 'granted.enterprise_id'])
    .where('granted.revoked_at', 'is', null)
    .where('org.state', '=', 'active')
    .where('erasures.begun_at', 'is', null)
    .where('granted.workspace_id', '>', after)
    .orderBy('granted.workspace_id')
    .limit(limit)
    .execute()
  return rows.map((row) => ({ workspaceId: row.workspace_id, installationId: row.enterprise_id }))
}

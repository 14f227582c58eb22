import { sql } from 'kysely'
import type { Installation, InstallationState, Installations } from '../app/ports/installations.js'
import { count } from './codec.js'
import type { Handle } from './dialect.js'
import type { InstallationRow } from './installation-tables.js'
import { writer } from './installation-writing.js'
import type { Db } from './tables.js'

type Reading = Pick<Installations, 'get' | 'serving' | 'tally'>

/** What is known of installations, without their tokens. */
export const reading = (handle: Handle, patienceMs: number): Reading => {
  const { read } = writer(handle, patienceMs)
  return {
    get: (id) =>
      read(async (db) => {
        const rows = db.selectFrom('installations').select(columns).where('workspace_id', '=', id)
        const row = await rows.executeTakeFirst()
        return row === undefined ? null : installationOf(row)
      }),

    serving: (workspaceId) =>
      read(async (db) => {
        const ways = (await servingQuery(db, workspaceId).execute()).map(installationOf)
        const best = (one: Installation): number =>
          (one.state === 'active' ? 0 : 2) + (one.id === workspaceId ? 0 : 1)
        return ways.sort((one, other) => best(one) - best(other))[0] ?? null
      }),

    tally: () =>
      read(async (db) => {
        const rows = await db
          .selectFrom('installations')
          .select(['state', (eb) => eb.fn.countAll().as('many')])
          .groupBy('state')
          .execute()
        const tally: Record<InstallationState, number> = { active: 0, silent: 0, broken: 0 }
        for (const { state, many } of rows) tally[state] = count(many)
        return tally
      }),
  }
}

/** All but the tokens. */
const columns = [
  'workspace_id',
  'enterprise_id',
  'is_org',
  'app_id',
  'name',
  'bot_user_id',
  'bot_id',
  'scopes',
  'installer_id',
  'installed_at',
  'state',
  'since_at',
  'why',
  'erase_at',
] as const satisfies readonly (keyof InstallationRow)[]

/** By what a workspace may be served; one query, since every delivery asks. */
export const servingQuery = (db: Db, workspaceId: string) =>
  db
    .selectFrom('installations')
    .select(columns)
    // One list, and not this or that: PostgreSQL would read all installations for the second.
    .where(
      'workspace_id',
      'in',
      sql<string>`(select ${workspaceId} union select enterprise_id from granted_workspaces
        where workspace_id = ${workspaceId} and revoked_at is null)`,
    )
    .where('state', '<>', 'silent')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('erasures').select('erasures.begun_at').where('erasures.workspace_id', '=', workspaceId),
        ),
      ),
    )

const installationOf = (row: Pick<InstallationRow, (typeof columns)[number]>): Installation => ({
  id: row.workspace_id,
  enterpriseId: row.enterprise_id,
  isOrg: row.is_org === 1,
  appId: row.app_id,
  name: row.name,
  botUserId: row.bot_user_id,
  botId: row.bot_id,
  scopes: JSON.parse(row.scopes),
  installerId: row.installer_id,
  installedAt: row.installed_at,
  state: row.state,
  since: row.since_at,
  why: row.why,
  eraseAt: row.erase_at,
})

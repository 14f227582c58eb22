import { sql } from 'kysely'
import type { Installations } from '../app/ports/installations.js'
import type { Instant } from '../domain/local-time.js'
import type { Handle } from './dialect.js'
import { writer } from './installation-writing.js'
import type { Db } from './tables.js'

type Refreshing = Pick<Installations, 'tokens' | 'expiring' | 'claimRefresh' | 'keepRefreshed' | 'release'>

/** Longer than Slack takes to answer, and shorter than a minute, after which the next beat takes over from who died. */
const leaseMs = 30_000

/** Of the index's own words: neither engine looks into a parameter to see that it has those rows. */
const active = sql.lit('active' as const)

export const expiringQuery = (db: Db, before: Instant, now: Instant) =>
  db
    .selectFrom('installations')
    .select('workspace_id')
    .where('state', '=', active)
    .where('token_expires_at', '<', before)
    .where((is) => is.or([is('refreshing_until', 'is', null), is('refreshing_until', '<=', now)]))
    .orderBy('token_expires_at')

/** Tokens, and who refreshes them: one at a time, in whatever process. */
export const refreshing = (handle: Handle, patienceMs: number): Refreshing => {
  const { read, write, writeAlone } = writer(handle, patienceMs)
  return {
    tokens: (id) =>
      read(async (db) => {
        const row = await db
          .selectFrom('installations')
          .select(['workspace_id', 'token', 'refresh_token', 'token_expires_at', 'generation'])
          .where('workspace_id', '=', id)
          .executeTakeFirst()
        if (row === undefined) return null
        const { token, refresh_token: refreshToken, token_expires_at: expiresAt, generation } = row
        return { token, refreshToken, expiresAt, generation }
      }),

    expiring: (before, now, limit) =>
      read(async (db) => {
        const rows = await expiringQuery(db, before, now).limit(limit).execute()
        return rows.map(({ workspace_id }) => workspace_id)
      }),

    claimRefresh: (id, generation, now) =>
      write(async (db) => {
        const { numUpdatedRows } = await db
          .updateTable('installations')
          .set({ refreshing_until: new Date(Date.parse(now) + leaseMs).toISOString() })
          .where('workspace_id', '=', id)
          .where('generation', '=', generation)
          .where((is) => is.or([is('refreshing_until', 'is', null), is('refreshing_until', '<=', now)]))
          .executeTakeFirstOrThrow()
        return numUpdatedRows > 0n
      }),

    // Alone: a rotation of keys must not write back the tokens that it read before.
    keepRefreshed: (id, generation, { token, refreshToken, expiresAt }) =>
      writeAlone(id, async (db) => {
        const pair = { token, refresh_token: refreshToken, token_expires_at: expiresAt }
        const { numUpdatedRows } = await db
          .updateTable('installations')
          .set({ ...pair, generation: generation + 1, refreshing_until: null })
          .where('workspace_id', '=', id)
          .where('generation', '=', generation)
          .executeTakeFirstOrThrow()
        return numUpdatedRows > 0n
      }),

    release: (id, generation, notBefore) =>
      write(async (db) => {
        await db
          .updateTable('installations')
          .set({ refreshing_until: notBefore ?? null })
          .where('workspace_id', '=', id)
          .where('generation', '=', generation)
          .execute()
      }),
  }
}

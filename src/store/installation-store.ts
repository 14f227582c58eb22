import type { Arrival, Installations } from '../app/ports/installations.js'
import { flag, json } from './codec.js'
import type { Handle } from './dialect.js'
import { erasing } from './installation-erasing.js'
import { granting } from './installation-grants.js'
import { reading } from './installation-reading.js'
import { refreshing } from './installation-refreshing.js'
import { isAfterSecond, writer } from './installation-writing.js'

/** All installations of a database. Each method is a transaction of its own. */
export const createInstallations = (handle: Handle, patienceMs: number): Installations => {
  const { write, writeAlone } = writer(handle, patienceMs)
  return {
    ...granting(handle, patienceMs),
    ...refreshing(handle, patienceMs),
    ...erasing(handle, patienceMs),
    ...reading(handle, patienceMs),

    // Alone: a rotation of keys must not write back the tokens that it read before.
    keep: (install, at) =>
      writeAlone(install.id, async (db): Promise<Arrival> => {
        const before = await db
          .selectFrom('installations')
          .select(['generation', 'state', 'since_at'])
          .where('workspace_id', '=', install.id)
          .executeTakeFirst()
        const cells = {
          enterprise_id: install.enterpriseId,
          is_org: flag(install.isOrg),
          app_id: install.appId,
          name: install.name,
          bot_user_id: install.botUserId,
          bot_id: install.botId,
          scopes: json(install.scopes),
          installer_id: install.installerId,
          installed_at: at,
          token: install.token,
          refresh_token: install.refreshToken,
          token_expires_at: install.expiresAt,
          generation: (before?.generation ?? 0) + 1,
          refreshing_until: null,
          ...well(before?.state === 'active' ? before.since_at : at),
        }
        if (before === undefined) {
          await db
            .insertInto('installations')
            .values({ workspace_id: install.id, ...cells })
            .execute()
          return 'first'
        }
        await db.updateTable('installations').set(cells).where('workspace_id', '=', install.id).execute()
        return before.state === 'active' ? 'again' : 'back'
      }),

    fallSilent: (id, { at, why, eraseAt }) =>
      write(async (db) => {
        const { numUpdatedRows } = await db
          .updateTable('installations')
          .set({ state: 'silent', since_at: at, why, erase_at: eraseAt, refreshing_until: null })
          .where('workspace_id', '=', id)
          .where('state', '<>', 'silent')
          .where(isAfterSecond('installed_at', at))
          .executeTakeFirstOrThrow()
        return numUpdatedRows > 0n
      }),

    markBroken: (id, generation, why, at, eraseAt) =>
      write(async (db) => {
        const { numUpdatedRows } = await db
          .updateTable('installations')
          .set({ state: 'broken', since_at: at, why, erase_at: eraseAt })
          .where('workspace_id', '=', id)
          .where('state', '=', 'active')
          .where('generation', '=', generation)
          .executeTakeFirstOrThrow()
        return numUpdatedRows > 0n
      }),

    markWell: (id, at) =>
      write(async (db) => {
        const { numUpdatedRows } = await db
          .updateTable('installations')
          .set(well(at))
          .where('workspace_id', '=', id)
          .where('state', '<>', 'active')
          .executeTakeFirstOrThrow()
        return numUpdatedRows > 0n
      }),

    useState: (hash, expiresAt) =>
      write(async (db) => {
        const { numInsertedOrUpdatedRows } = await db
          .insertInto('install_states')
          .values({ hash, expires_at: expiresAt })
          .onConflict((conflict) => conflict.doNothing())
          .executeTakeFirstOrThrow()
        return (numInsertedOrUpdatedRows ?? 0n) > 0n
      }),

    sweepStates: (now) =>
      write(async (db) => {
        await db.deleteFrom('install_states').where('expires_at', '<=', now).execute()
      }),
  }
}

const well = (since: string) => ({ state: 'active', since_at: since, why: null, erase_at: null }) as const

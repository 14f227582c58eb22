import type { PaceRow, Paces } from '../app/ports/pace.js'
import type { Handle } from './dialect.js'
import { passedOn } from './errors.js'

/** Whoever sweeps holds nobody up for long. */
const sweptAtOnce = 1_000

/** Statements of their own: without a transaction one is one way there and back. */
export const createPaces = ({ db, dialect }: Pick<Handle, 'db' | 'dialect'>): Paces => {
  const stated = async <T>(statement: Promise<T>): Promise<T> => {
    try {
      return await statement
    } catch (error) {
      throw passedOn(error)
    }
  }
  return {
    read: async (workspaceId, bucket): Promise<PaceRow | null> => {
      const query = db.selectFrom('paces').select(['counted', 'version'])
      const row = query.where('workspace_id', '=', workspaceId).where('bucket', '=', bucket)
      return (await stated(row.executeTakeFirst())) ?? null
    },

    write: async (workspaceId, bucket, { counted, version, lapsesAt }) => {
      const next = { counted, version: version + 1, lapses_at: lapsesAt }
      if (version === 0) {
        const added = db.insertInto('paces').values({ workspace_id: workspaceId, bucket, ...next })
        const once = added.onConflict((conflict) => conflict.doNothing()).returning('version')
        return (await stated(once.execute())).length > 0
      }
      const row = db.updateTable('paces').set(next).where('workspace_id', '=', workspaceId)
      const ours = row.where('bucket', '=', bucket).where('version', '=', version).returning('version')
      return (await stated(ours.execute())).length > 0
    },

    sweep: async (now) => {
      const lapsed = db
        .selectFrom('paces')
        .select(['workspace_id', 'bucket'])
        .where('lapses_at', '<', now)
        .limit(sweptAtOnce)
        .modifyEnd(dialect.skipLocked)
      const some = db.with(
        (cte) => cte('lapsed').materialized(),
        () => lapsed,
      )
      const gone = some
        .deleteFrom('paces')
        .where(({ exists, selectFrom }) =>
          exists(
            selectFrom('lapsed')
              .select('lapsed.bucket')
              .whereRef('lapsed.workspace_id', '=', 'paces.workspace_id')
              .whereRef('lapsed.bucket', '=', 'paces.bucket'),
          ),
        )
      await stated(gone.execute())
    },
  }
}

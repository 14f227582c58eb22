import { sql } from 'kysely'
import { connect, type Handle } from '../../src/store/dialect.js'

/** As whoever has the database and no key. */
export const rawly = async <T>(url: string, look: (handle: Handle) => Promise<T>): Promise<T> => {
  const handle = connect(url, 5_000)
  try {
    return await look(handle)
  } finally {
    await handle.db.destroy()
  }
}

/** The same over one connection, which lets rows name others that are not there. */
export const rawlyUnchecked = <T>(
  url: string,
  look: (over: Pick<Handle, 'db' | 'dialect'>) => Promise<T>,
): Promise<T> =>
  rawly(url, ({ db, dialect }) =>
    db.connection().execute(async (connection) => {
      const off = dialect.isShared ? 'set session_replication_role = replica' : 'pragma foreign_keys = off'
      await sql.raw(off).execute(connection)
      return look({ db: connection, dialect })
    }),
  )

/** The first column of what the database answers. */
export const firstColumn = (url: string, query: string): Promise<unknown[]> =>
  rawly(url, async ({ db }) => {
    const { rows } = await sql.raw<Record<string, unknown>>(query).execute(db)
    return rows.map((row) => Object.values(row)[0])
  })

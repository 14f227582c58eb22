import { sql } from 'kysely'
import { encodingError, mayNotWriteError, standbyError, tooOldError } from './open-error.js'
import type { Db } from './tables.js'

/** The oldest version that this program is made for, as the server counts them. */
const oldestServer = 130_000

/** Whether a server is one that this program can work with at all; writes nothing. */
export const inspectServer = async (where: string, db: Db): Promise<void> => {
  const found = await sql<{ number: string; version: string; encoding: string }>`
    select current_setting('server_version_num') as number, current_setting('server_version') as version,
      current_setting('server_encoding') as encoding`.execute(db)
  const server = found.rows[0]
  if (server === undefined || Number(server.number) < oldestServer)
    throw tooOldError(where, server?.version ?? 'unknown')
  if (server.encoding !== 'UTF8') throw encodingError(where, server.encoding)
}

/**
 * Whether the server takes writes, and this user may write in each of the tables that are there: what is missing would
 * show at the first command else. Writes nothing.
 */
export const mayBeWritten = async (where: string, db: Db): Promise<void> => {
  const standing = await sql<{ standby: boolean }>`select pg_is_in_recovery() as standby`.execute(db)
  if (standing.rows[0]?.standby === true) throw standbyError(where)
  const closed = await sql<{ name: string }>`
    select tablename as name from pg_tables
    where schemaname = current_schema() and tablename in ('people', 'acts', 'changes', 'posts', 'personable_migrations')
      and not (
        has_table_privilege(format('%I.%I', schemaname, tablename), 'select')
        and has_table_privilege(format('%I.%I', schemaname, tablename), 'insert')
        and has_table_privilege(format('%I.%I', schemaname, tablename), 'update')
        and has_table_privilege(format('%I.%I', schemaname, tablename), 'delete'))
    order by tablename limit 1`.execute(db)
  const [first] = closed.rows
  if (first !== undefined) throw mayNotWriteError(where, first.name)
}

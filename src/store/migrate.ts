import { Migrator, sql } from 'kysely'
import { checkKeys } from './cipher/key-check.js'
import type { Handle } from './dialect.js'
import { type Migrations, migrationsFor, migrations as released } from './migrations/index.js'
import { foreignError, newerError } from './open-error.js'
import type { Db } from './tables.js'
import { inTransaction, patiently } from './transaction.js'

const migrationTableName = 'personable_migrations'
const migrationLockTableName = 'personable_migration_lock'

/**
 * Brings the schema up to date: all that is missing in one transaction, so that a failed one leaves nothing behind
 * and may be run again, and of several processes that start at once one does it and the others find it done.
 * Throws an `OpenError`, changing nothing, when the database is of a later release or of another program, or is sealed
 * with a key that is not given.
 */
export const migrate = async (
  handle: Handle,
  patienceMs: number,
  migrations: Migrations = released,
): Promise<void> => {
  const names = Object.keys(migrations)
  await patiently(patienceMs, () => handle.inspect())
  const done = await inTransaction(handle, 'read', patienceMs, async (db) => ({
    value: await doneIn(handle, db),
    keep: true,
  }))
  if (done.some((name) => !names.includes(name))) throw newerError(handle.where)
  await patiently(patienceMs, () => handle.prepare())
  if (done.length === names.length) return
  await inTransaction(handle, 'write', patienceMs, async (db) => {
    await handle.dialect.lock(db, migrationTableName)
    // Kysely would make this table too, but lose why it could not be made.
    await sql`create table if not exists ${sql.table(migrationTableName)}
      (name varchar(255) not null primary key, timestamp varchar(255) not null)`.execute(db)
    const migrator = new Migrator({
      db,
      provider: { getMigrations: async () => migrationsFor(handle.dialect, migrations) },
      migrationTableName,
      migrationLockTableName,
      // It runs inside a transaction already: Kysely itself gives SQLite none.
      disableTransactions: true,
    })
    const { error } = await migrator.migrateToLatest()
    if (error !== undefined) throw error
    return { value: undefined, keep: true }
  })
}

/** The migrations that a database has; none for an empty one. */
export const doneIn = async (handle: Handle, db: Db): Promise<readonly string[]> => {
  const tables = await handle.dialect.tableNames(db)
  await checkKeys(handle, db, tables)
  if (!tables.includes(migrationTableName)) {
    if (tables.length > 0 && handle.dialect.ownsAll) throw foreignError(handle.where)
    return []
  }
  return (await db.selectFrom('personable_migrations').select('name').execute()).map(({ name }) => name)
}

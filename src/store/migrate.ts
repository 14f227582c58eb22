import { Migrator, sql } from 'kysely'
import { checkKeys, refuseUnknown } from './cipher/key-check.js'
import type { Dialect, Handle } from './dialect.js'
import { askOn, type Given, KeptQuery } from './kept-query.js'
import { mayWorkOn } from './migrations/floor.js'
import { type Migrations, migrationsFor, migrations as released } from './migrations/index.js'
import { foreignError, newerError } from './open-error.js'
import type { Db } from './tables.js'
import { inTransaction, patiently } from './transaction.js'

const migrationTableName = 'personable_migrations'
const migrationLockTableName = 'personable_migration_lock'

/** How several processes that start at once wait for the one that changes the schema. */
export type MigrationWait = {
  /** How long, in ms, where the engine lets others read meanwhile. */
  readonly waitMs: number
  /** Told once, when another process is at it. */
  readonly onWaiting: () => void
}
const usualWait: MigrationWait = { waitMs: 10 * 60_000, onWaiting: () => {} }

/** A lock that is free is taken sooner. */
const waitingMs = 500

/**
 * Brings the schema up to date: all that is missing in one transaction, so that a failed one leaves nothing behind
 * and may be run again, and of several processes that start at once one does it and the others find it done.
 * A schema of a later release on which this one works (see `mayWorkOn`) is left as it is.
 * Throws an `OpenError`, changing nothing, when the database is of a later release or of another program, or is sealed
 * with a key that is not given.
 */
export const migrate = async (
  handle: Handle,
  patienceMs: number,
  migrations: Migrations = released,
  wait: Partial<MigrationWait> = {},
): Promise<void> => {
  const names = Object.keys(migrations)
  await patiently(patienceMs, () => handle.inspect())
  const isDone = (done: readonly string[]): boolean => {
    if (!mayWorkOn(done, names)) throw newerError(handle.where)
    return names.every((name) => done.includes(name))
  }
  const done = isDone(await doneNow(handle, patienceMs))
  await patiently(patienceMs, () => handle.prepare())
  if (!done) await bringUp(handle, patienceMs, { ...usualWait, ...wait }, migrations, isDone)
}

const bringUp = async (
  handle: Handle,
  patienceMs: number,
  { waitMs, onWaiting }: MigrationWait,
  migrations: Migrations,
  isDone: (done: readonly string[]) => boolean,
): Promise<void> => {
  const { unhurried } = handle
  const waiting = setTimeout(onWaiting, waitingMs)
  // What others hold for a moment is waited for again and again, and let go of in between: they work on meanwhile.
  const longest = handle.dialect.isShared ? Math.max(waitMs, patienceMs) : patienceMs
  const up = inTransaction(unhurried, 'write', longest, async (db) => {
    await unhurried.dialect.lock(db, migrationTableName)
    clearTimeout(waiting)
    // Kysely would make this table too, but lose why it could not be made.
    await sql`create table if not exists ${sql.table(migrationTableName)}
      (name varchar(255) not null primary key, timestamp varchar(255) not null)`.execute(db)
    const known = await db.selectFrom('personable_migrations').select('name').execute()
    // Another process may have done it meanwhile, of a later release too.
    if (isDone(known.map(({ name }) => name))) return { value: undefined, keep: true }
    const migrator = new Migrator({
      db,
      provider: { getMigrations: async () => migrationsFor(unhurried.dialect, migrations) },
      migrationTableName,
      migrationLockTableName,
      // It runs inside a transaction already: Kysely itself gives SQLite none.
      disableTransactions: true,
    })
    const { error } = await migrator.migrateToLatest()
    if (error !== undefined) throw error
    return { value: undefined, keep: true }
  })
  await up.finally(() => clearTimeout(waiting))
}

const doneNow = (handle: Handle, patienceMs: number): Promise<readonly string[]> =>
  inTransaction(handle, 'read', patienceMs, async (db) => ({ value: await doneIn(handle, db), keep: true }))

/** What was done since by a later release, and the keys of seals, in one question: it is asked at each beat. */
const since = new KeptQuery((db: Db, { known }: Given<{ known: readonly string[] }>, { oneOf }: Dialect) =>
  db
    .selectFrom('personable_migrations')
    .select(['name', sql<0 | 1>`0`.as('is_seal')])
    .where(({ not }) => not(oneOf('name', known)))
    .unionAll(db.selectFrom('seals').select(['key_id as name', sql<0 | 1>`1`.as('is_seal')])),
)

/**
 * Whether this program may go on with the database: false when a later release has changed it past what this one
 * understands, in a process that was started meanwhile.
 */
export const stillFits = async (handle: Handle, patienceMs: number): Promise<boolean> => {
  const known = Object.keys(released)
  const found = await inTransaction(handle, 'alone', patienceMs, async (db) => ({
    value: await askOn(db, handle.dialect, since, { known }),
    keep: true,
  }))
  const namesOf = (isSeal: 0 | 1) => found.filter((row) => row.is_seal === isSeal).map(({ name }) => name)
  refuseUnknown(handle, namesOf(1))
  return mayWorkOn(namesOf(0), known)
}

/** The migrations that a database has; none for an empty one. */
export const doneIn = async (handle: Handle, db: Db): Promise<readonly string[]> => {
  const tables = await handle.dialect.tableNames(db)
  if (tables.includes('seals')) await checkKeys(handle, db)
  if (!tables.includes(migrationTableName)) {
    if (tables.length > 0 && handle.dialect.ownsAll) throw foreignError(handle.where)
    return []
  }
  return namesIn(handle, db)
}

const allNames = new KeptQuery((db: Db) => db.selectFrom('personable_migrations').select('name'))
const namesIn = async ({ dialect }: Handle, db: Db): Promise<readonly string[]> =>
  (await askOn(db, dialect, allNames, {})).map(({ name }) => name)

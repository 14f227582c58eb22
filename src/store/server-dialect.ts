import { PostgresAdapter, PostgresDialect } from 'kysely'

/** Who migrates holds a lock of ours, which ends with the transaction; Kysely's own would outlive one that fails. */
class ServerAdapter extends PostgresAdapter {
  override async acquireMigrationLock(): Promise<void> {}
  override async releaseMigrationLock(): Promise<void> {}
}

export class ServerDialect extends PostgresDialect {
  override createAdapter(): ServerAdapter {
    return new ServerAdapter()
  }
}

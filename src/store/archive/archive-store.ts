import type { AddressCard, Archive, KeptKind, KeptRow, ReadingArchive } from '../../app/ports/archive.js'
import type { NewId } from '../../app/ports.js'
import { groupBy } from '../../domain/group-by.js'
import type { KeyDate } from '../../domain/key-date.js'
import type { Role } from '../../domain/role.js'
import { roleCodec } from '../codec.js'
import type { Dialect, Handle } from '../dialect.js'
import { keyDateCodec } from '../knowledge-codec.js'
import type { Db } from '../tables.js'
import { inTransaction } from '../transaction.js'
import { wakeIn } from '../turn-store.js'
import { ArchiveWriter } from './archive-writer.js'
import { pagesOf } from './kept-rows.js'

/** All workspaces of a database, for whoever runs it. One call is one transaction. */
export const createArchive = (
  handle: Handle,
  { newId, patienceMs }: { readonly newId: NewId; readonly patienceMs: number },
): Archive => ({
  read: (work) =>
    inTransaction(handle, 'read', patienceMs, async (db) => ({
      value: await work(new ArchiveReader(db, handle.dialect)),
      keep: true,
    })),
  write: (workspaceIds, work) =>
    inTransaction(handle, 'write', patienceMs, async (db) => {
      const ids = [...workspaceIds].sort()
      for (const id of ids) await handle.dialect.lock(db, `acts of ${id}`)
      const value = await work(new ArchiveWriter(db, handle.dialect, newId))
      for (const id of ids) await wakeIn(db, id, new Date().toISOString())
      return { value, keep: true }
    }),
})

class ArchiveReader implements ReadingArchive {
  readonly #db: Db
  readonly #dialect: Dialect
  constructor(db: Db, dialect: Dialect) {
    this.#db = db
    this.#dialect = dialect
  }

  async workspaces(): Promise<readonly string[]> {
    const ids = new Set<string>()
    for (const table of ['people', 'places', 'sources', 'tombstones'] as const)
      for (const row of await this.#db.selectFrom(table).select('workspace_id').distinct().execute())
        ids.add(row.workspace_id)
    // What is half erased is nobody's any more.
    for (const row of await this.#db.selectFrom('erasures').select('workspace_id').execute())
      ids.delete(row.workspace_id)
    return [...ids].sort()
  }

  async *rows(workspaceId: string, kind: KeptKind): AsyncGenerator<KeptRow> {
    for await (const page of pagesOf(this.#db, workspaceId, kind)) yield* page
  }

  async *cards(workspaceId: string): AsyncGenerator<AddressCard> {
    for await (const page of pagesOf(this.#db, workspaceId, 'person')) {
      const people = page.flatMap((row) => (row.kind === 'person' ? [row.it] : []))
      const ids = people.map(({ id }) => id)
      const roles = groupBy(await this.#rolesOf(workspaceId, ids), ({ personId }) => personId)
      const dates = groupBy(await this.#datesOf(workspaceId, ids), ({ personId }) => personId)
      for (const person of people)
        yield { person, roles: roles.get(person.id) ?? [], dates: dates.get(person.id) ?? [] }
    }
  }

  async #rolesOf(workspaceId: string, ids: readonly string[]): Promise<readonly Role[]> {
    const rows = this.#db.selectFrom('roles').selectAll().where('workspace_id', '=', workspaceId)
    const found = await rows.where(this.#dialect.oneOf('person_id', ids)).orderBy('id').execute()
    return found.map(roleCodec.decode)
  }

  async #datesOf(workspaceId: string, ids: readonly string[]): Promise<readonly KeyDate[]> {
    const rows = this.#db.selectFrom('key_dates').selectAll().where('workspace_id', '=', workspaceId)
    const found = await rows.where(this.#dialect.oneOf('person_id', ids)).orderBy('id').execute()
    return found.map(keyDateCodec.decode)
  }
}

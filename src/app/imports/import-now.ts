import type { Import, ImportCounts } from '../../domain/import.js'
import { type Asker, scopeOf } from '../asker.js'
import { type Outcome, ok, rejected } from '../outcome.js'
import type { Stores, UnitOfWork } from '../ports.js'

/** How far an import has come. Before it is begun the counts say what it would do, afterwards what it did. */
export type ImportNow = Import & { readonly counts: ImportCounts }

/** Where an import stands; refused to all but its importer. */
export const importNow = (
  { uow }: { readonly uow: UnitOfWork },
  asker: Asker,
  importId: string,
): Promise<Outcome<ImportNow>> =>
  uow.read(scopeOf(asker), async (stores) => {
    const now = await nowOf(stores, importId)
    return now === null ? rejected({ reason: 'import-gone' }) : ok(now)
  })

/** The import that an asker has begun or staged and that is not over, if there is one. */
export const currentImport = (
  { uow }: { readonly uow: UnitOfWork },
  asker: Asker,
): Promise<ImportNow | null> =>
  uow.read(scopeOf(asker), async (stores) => {
    const current = await stores.imports.current()
    return current === null ? null : nowOf(stores, current.id)
  })

export const nowOf = async ({ imports }: Pick<Stores, 'imports'>, id: string): Promise<ImportNow | null> => {
  const found = await imports.get(id)
  return found === null ? null : { ...found, counts: await imports.counts(id) }
}

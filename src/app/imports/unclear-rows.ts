import { sourceOf } from '../../domain/import.js'
import { type Asker, scopeOf } from '../asker.js'
import { type Outcome, ok, rejected } from '../outcome.js'
import type { Page } from '../ports/knowledge.js'
import type { PersonName, StagedRow, Stores, UnitOfWork } from '../ports.js'
import { whomItMeans } from './whom-it-means.js'

/**
 * A row that nobody but a teammate can place, with those whom it may be about: none, when it may be about somebody who
 * is forgotten.
 */
export type UnclearRow = StagedRow & { readonly candidates: readonly PersonName[] }

/** The unclear rows of an import that are not decided, in the file's order. */
export const unclearRows = (
  { uow }: { readonly uow: UnitOfWork },
  asker: Asker,
  importId: string,
  page: Page,
): Promise<Outcome<readonly UnclearRow[]>> =>
  uow.read(scopeOf(asker), async (stores) => {
    const them = await stores.imports.get(importId)
    if (them === null) return rejected({ reason: 'import-gone' })
    const found: UnclearRow[] = []
    for (const row of await stores.imports.withOutcome(importId, 'unclear', page))
      found.push({ ...row, candidates: await candidatesFor(stores, sourceOf(them), row) })
    return ok(found)
  })

const candidatesFor = async (
  stores: Stores,
  source: string,
  { contact }: StagedRow,
): Promise<readonly PersonName[]> => {
  if (contact === null) return []
  const meant = await whomItMeans(stores, source, contact)
  if (meant.kind === 'known') return stores.people.names([meant.personId])
  return meant.kind === 'unclear' ? meant.candidates : []
}

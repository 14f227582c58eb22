import type { RowOutcome } from '../../domain/import.js'
import { type Asker, scopeOf } from '../asker.js'
import { type Outcome, ok, rejected } from '../outcome.js'
import type { PersonName, StagedRow, Stores, UnitOfWork } from '../ports.js'
import { type ImportNow, nowOf } from './import-now.js'

/** `now.counts` say how many there are of each; of these the first ten. `forgotten` has no rows to show. */
export type Preview = {
  readonly now: ImportNow
  readonly first: Readonly<Record<Exclude<RowOutcome, 'forgotten'>, readonly PreviewRow[]>>
}
/** `person`: whom it is about, where somebody is known. */
export type PreviewRow = StagedRow & { readonly person: PersonName | null }

const few = { limit: 10, offset: 0 }

/** What an import would do, or did, as its rows stand. */
export const previewOf = (
  { uow }: { readonly uow: UnitOfWork },
  asker: Asker,
  importId: string,
): Promise<Outcome<Preview>> =>
  uow.read(scopeOf(asker), async (stores) => {
    const now = await nowOf(stores, importId)
    if (now === null) return rejected({ reason: 'import-gone' })
    const of = async (outcome: RowOutcome) =>
      withPeople(stores, await stores.imports.withOutcome(importId, outcome, few))
    const first = {
      new: await of('new'),
      changed: await of('changed'),
      asked: await of('asked'),
      same: await of('same'),
      unclear: await of('unclear'),
      skipped: await of('skipped'),
    }
    return ok({ now, first })
  })

const withPeople = async ({ people }: Stores, rows: readonly StagedRow[]): Promise<readonly PreviewRow[]> => {
  const ids = rows.map(personIdOf)
  const known = new Map(
    (await people.names(ids.filter((id) => id !== null))).map((person) => [person.id, person]),
  )
  return rows.map((row, i) => ({ ...row, person: known.get(ids[i] ?? '') ?? null }))
}

const personIdOf = ({ fate, personId }: StagedRow): string | null =>
  personId ?? ('personId' in fate ? fate.personId : null)

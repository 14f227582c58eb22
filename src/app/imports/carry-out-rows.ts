import { sourceOf } from '../../domain/import.js'
import type { ImportedContact } from '../../domain/imported-contact.js'
import { unnamed } from '../../domain/person.js'
import type { Fate, Settled, StagedRow } from '../ports.js'
import { type BringingIn, bringKnown, bringNew } from './bring-in.js'
import { lookedUp, type MeantStores, unrelated } from './looked-up.js'
import { whomItMeans } from './whom-it-means.js'

/**
 * Carries out the first of some rows, as many as can be looked up together, and answers how each ended. Those who are new
 * are written together. `until`: when no other row is begun.
 */
export const carryOutRows = async (
  bringing: BringingIn,
  rows: readonly StagedRow[],
  until: number,
): Promise<readonly Settled[]> => {
  const { stores, them } = bringing
  const together = unrelated(rows.map(asCarriedOut))
  const contacts = together.flatMap(({ contact }) => contact ?? [])
  const known = await lookedUp(stores, sourceOf(them), contacts)
  const settled: Settled[] = []
  const others: Settled[] = []
  const brought: ImportedContact[] = []
  for (const { nth, contact, fate } of together) {
    if (contact === null) {
      settled.push({ nth, fate, personId: null })
      continue
    }
    const end = await endOf(bringing, known, contact)
    const row = { nth, fate: end.fate, personId: end.personId }
    settled.push(row)
    // Another row may ask at once whether one of the file was about them.
    if (row.personId !== null) await stores.imports.settle(them.id, row)
    else others.push(row)
    if (row.fate.outcome === 'new') brought.push(contact)
    // The next may mean somebody about whom this one has changed something.
    if (end.changes || performance.now() > until) break
  }
  const ids = [...(await bringNew(bringing, brought))]
  const named = new Map(
    others.map((row) => [
      row.nth,
      row.fate.outcome === 'new' ? { ...row, personId: ids.shift() ?? null } : row,
    ]),
  )
  await stores.imports.settle(them.id, ...named.values())
  return settled.map((row) => named.get(row.nth) ?? row)
}

/** What waits for a teammate, or is over already, is nobody's here. */
const asCarriedOut = (row: StagedRow): StagedRow => {
  const { outcome } = row.fate
  const waits = outcome === 'unclear' || outcome === 'skipped' || outcome === 'forgotten'
  return waits ? { ...row, contact: null } : row
}

/** `changes`: something was changed about somebody whom another row may mean. Whoever is new is not written yet. */
type End = { readonly fate: Fate; readonly personId: string | null; readonly changes: boolean }

const endOf = async (bringing: BringingIn, known: MeantStores, contact: ImportedContact): Promise<End> => {
  const { stores, them } = bringing
  const isMet = (ids: readonly string[]) => stores.imports.met(them.id, ids)
  const meant = await whomItMeans(known, sourceOf(them), contact, isMet)
  const nobody = { personId: null, changes: false }
  if (meant.kind === 'forgotten') return { fate: { outcome: 'forgotten' }, ...nobody }
  if (meant.kind === 'unclear') return { fate: { outcome: 'unclear', why: meant.why }, ...nobody }
  if (meant.kind === 'nobody') return { fate: { outcome: 'new' }, ...nobody }
  const { personId } = meant
  const person = await stores.people.get(personId)
  if (person === null) throw new Error(`no person ${personId} that a row may be about`)
  const fate = await bringKnown(bringing, contact, person)
  return { fate, personId, changes: fate.outcome !== 'same' || person.name === unnamed }
}

import { type Import, sourceOf } from '../../domain/import.js'
import type { LocalDate } from '../../domain/local-time.js'
import { type ActPorts, act } from '../acting.js'
import { type Asker, scopeOf } from '../asker.js'
import { ok, rejected } from '../outcome.js'
import { partOf } from '../part-of.js'
import type { Fate, KeepingImports, StagedRow } from '../ports.js'
import { longestMs, mostAtOnce, mostChanges } from './breathe.js'
import { type BringingIn, bringKnown, bringNew } from './bring-in.js'
import { FirstDays } from './first-days.js'
import { whomItMeans } from './whom-it-means.js'

/** How a batch ended: `over` when no row is left, or the import is not to go on. */
export type Batch = { readonly over: boolean; readonly from: LocalDate }

type Settled = { readonly nth: number; readonly fate: Fate; readonly personId: string | null }

/**
 * Carries out the next rows of an import as one act, the first of them or a part of it. How far it has come is kept in
 * the same transaction: whenever this process ends, no row is carried out twice. `from`: see `FirstDays`.
 */
export const carryOut = async (
  ports: ActPorts,
  asker: Asker,
  them: Import,
  from: LocalDate,
): Promise<Batch> => {
  const { firstActId, reached } = them
  const uow = firstActId === null ? ports.uow : partOf(ports.uow, firstActId)
  const firstDays = new FirstDays(asker, them.rhythm, from)
  let settled: Settled[] = []
  const outcome = await act({ ...ports, uow }, asker, 'import', null, async (stores, journalled) => {
    settled = []
    if (!(await standsAt(stores.imports, them))) return rejected({ reason: 'import-gone' })
    const until = performance.now() + longestMs
    for (const row of await stores.imports.after(them.id, reached, mostAtOnce)) {
      settled.push(await carryOutRow({ stores, newId: ports.newId, asker, them, firstDays }, row))
      const changes = settled.filter(
        ({ fate }) => fate.outcome !== 'same' && fate.outcome !== 'skipped',
      ).length
      if (changes >= mostChanges || performance.now() > until) break
    }
    if (firstActId === null) await stores.imports.change(them.id, { firstActId: journalled.id })
    return ok(await goOn(stores.imports, asker, them, settled))
  })
  if (outcome.ok) return { over: outcome.value, from: firstDays.from }
  if (outcome.why.reason !== 'nothing-changed') return { over: true, from }
  // Nothing that would have to be taken back was done; that these rows are over is kept all the same.
  const over = await ports.uow.keep(scopeOf(asker), async ({ imports }) => {
    if (!(await standsAt(imports, them))) return true
    for (const { nth, fate, personId } of settled) await imports.settle(them.id, nth, fate, personId)
    return goOn(imports, asker, them, settled)
  })
  return { over, from }
}

/** Whether nobody else has carried it on, or begun to take it back, meanwhile. */
const standsAt = async (imports: KeepingImports, { id, reached, firstActId }: Import): Promise<boolean> => {
  const now = await imports.get(id)
  return now?.state === 'running' && now.reached === reached && now.firstActId === firstActId
}

/** Answers whether it is done. */
const goOn = async (
  imports: KeepingImports,
  { at: changedAt }: Asker,
  { id, rows, reached }: Import,
  settled: readonly Settled[],
): Promise<boolean> => {
  const now = settled.at(-1)?.nth ?? reached
  if (now < rows && settled.length > 0) {
    await imports.change(id, { reached: now, changedAt })
    return false
  }
  await imports.change(id, { reached: rows, changedAt, state: 'done' })
  await imports.keepCounts(id, await imports.counts(id))
  return true
}

const carryOutRow = async (bringing: BringingIn, row: StagedRow): Promise<Settled> => {
  const { stores, them } = bringing
  const { nth, contact, fate } = row
  const waits = fate.outcome === 'unclear' || fate.outcome === 'skipped' || fate.outcome === 'forgotten'
  if (contact === null || waits) return { nth, fate, personId: null }
  const settled = await settledAs(bringing, { nth, contact })
  await stores.imports.settle(them.id, nth, settled.fate, settled.personId)
  return settled
}

const settledAs = async (
  bringing: BringingIn,
  { nth, contact }: { nth: number; contact: NonNullable<StagedRow['contact']> },
): Promise<Settled> => {
  const { stores, them } = bringing
  const isMet = (ids: readonly string[]) => stores.imports.met(them.id, ids)
  const meant = await whomItMeans(stores, sourceOf(them), contact, isMet)
  if (meant.kind === 'forgotten') return { nth, fate: { outcome: 'forgotten' }, personId: null }
  if (meant.kind === 'unclear') return { nth, fate: { outcome: 'unclear', why: meant.why }, personId: null }
  if (meant.kind === 'nobody')
    return { nth, fate: { outcome: 'new' }, personId: await bringNew(bringing, contact) }
  return { nth, fate: await known(bringing, contact, meant.personId), personId: meant.personId }
}

const known = async (
  bringing: BringingIn,
  contact: NonNullable<StagedRow['contact']>,
  personId: string,
): Promise<Fate> => {
  const person = await bringing.stores.people.get(personId)
  if (person === null) throw new Error(`no person ${personId} that a row may be about`)
  return bringKnown(bringing, contact, person)
}

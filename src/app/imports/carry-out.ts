import type { Import } from '../../domain/import.js'
import type { LocalDate } from '../../domain/local-time.js'
import { type ActPorts, act } from '../acting.js'
import { type Asker, scopeOf } from '../asker.js'
import { ok, rejected } from '../outcome.js'
import { partOf } from '../part-of.js'
import type { KeepingImports, Settled } from '../ports.js'
import { longestMs, mostAtOnce, mostChanges } from './breathe.js'
import { carryOutRows } from './carry-out-rows.js'
import { FirstDays } from './first-days.js'

/** How a batch ended: `over` when no row is left, or the import is not to go on. */
export type Batch = { readonly over: boolean; readonly from: LocalDate }

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
  let firstDays = new FirstDays(asker, them.rhythm, from)
  let settled: Settled[] = []
  const outcome = await act({ ...ports, uow }, asker, 'import', null, async (stores, journalled) => {
    // A busy database may have it done again.
    settled = []
    firstDays = new FirstDays(asker, them.rhythm, from)
    if (!(await standsAt(stores.imports, them))) return rejected({ reason: 'import-gone' })
    const until = performance.now() + longestMs
    const bringing = { stores, newId: ports.newId, asker, them, firstDays }
    const left = () => Math.min(mostAtOnce - settled.length, mostChanges - settled.filter(isChange).length)
    // However slowly it goes, at least one.
    do {
      const rows = await stores.imports.after(them.id, settled.at(-1)?.nth ?? reached, left())
      if (rows.length === 0) break
      settled.push(...(await carryOutRows(bringing, rows, until)))
    } while (left() > 0 && performance.now() <= until)
    if (firstActId === null) await stores.imports.change(them.id, { firstActId: journalled.id })
    return ok(await goOn(stores.imports, asker, them, settled))
  })
  if (outcome.ok) return { over: outcome.value, from: firstDays.from }
  if (outcome.why.reason !== 'nothing-changed') return { over: true, from }
  // Nothing that would have to be taken back was done; that these rows are over is kept all the same.
  const over = await ports.uow.keep(scopeOf(asker), async ({ imports }) => {
    if (!(await standsAt(imports, them))) return true
    await imports.settle(them.id, ...settled)
    return goOn(imports, asker, them, settled)
  })
  return { over, from }
}

const isChange = ({ fate }: Settled): boolean => fate.outcome !== 'same' && fate.outcome !== 'skipped'

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

import type { Rhythm } from '../../domain/cadence.js'
import { type Asker, scopeOf } from '../asker.js'
import { type Outcome, ok, rejected } from '../outcome.js'
import type { UnitOfWork } from '../ports.js'
import { type ImportNow, nowOf } from './import-now.js'

export type BeginPorts = {
  readonly uow: UnitOfWork
  /** Wakes whoever carries imports out; without it they wait for the next beat. */
  readonly importsWait: () => void
}

/** Begins what was staged: it runs in the background from here on, whatever happens to this process. */
export const beginImport = async (
  { uow, importsWait }: BeginPorts,
  asker: Asker,
  importId: string,
  { rhythm }: { readonly rhythm: Rhythm },
): Promise<Outcome<ImportNow>> => {
  const begun = await uow.keep<Outcome<ImportNow>>(scopeOf(asker), async (stores) => {
    const now = await nowOf(stores, importId)
    if (now === null || now.state === 'staging' || now.state === 'cancelled')
      return rejected({ reason: 'import-gone' })
    // Pressed twice: it is begun once.
    if (now.state !== 'ready') return ok(now)
    const begunAt = asker.at
    await stores.imports.change(importId, { state: 'running', begunAt, changedAt: begunAt, rhythm })
    return ok({ ...now, state: 'running', begunAt, changedAt: begunAt, rhythm })
  })
  if (begun.ok) importsWait()
  return begun
}

/** What was staged and not begun goes, with its rows. What is begun already is taken back with `undo`. */
export const cancelImport = (
  { uow }: { readonly uow: UnitOfWork },
  asker: Asker,
  importId: string,
): Promise<Outcome<ImportNow>> =>
  uow.keep<Outcome<ImportNow>>(scopeOf(asker), async (stores) => {
    const now = await nowOf(stores, importId)
    if (now === null) return rejected({ reason: 'import-gone' })
    if (now.state === 'cancelled') return ok(now)
    if (now.state !== 'ready' && now.state !== 'staging') return rejected({ reason: 'import-under-way' })
    await stores.imports.change(importId, { state: 'cancelled', changedAt: asker.at })
    return ok({ ...now, state: 'cancelled', changedAt: asker.at })
  })

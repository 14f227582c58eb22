import { rejected } from '../app/outcome.js'
import type { HomeToMake } from '../app/ports/open-homes.js'
import type { ActDraft, Clock, NewId, UnitOfWork } from '../app/ports.js'
import type { ActKind } from '../domain/act.js'
import { actingStores } from './acting-stores.js'
import { begin } from './begin-act.js'
import { Bound } from './bound.js'
import { noteKeyIn } from './cipher/key-check.js'
import type { Handle } from './dialect.js'
import { keepingStores } from './keeping-stores.js'
import type { Noted } from './noting-writes.js'
import { askForHomes } from './open-home-store.js'
import { readingStores } from './reading-stores.js'
import { Recorder } from './recorder.js'
import type { Db } from './tables.js'
import { inTransaction, type Verdict } from './transaction.js'
import { waking } from './turn-store.js'

/** What was done, and what is to be done about it. */
export type Acted = {
  readonly workspaceId: string
  readonly kind: ActKind
  /** Homes that were opened once, of those who did it and whom it concerns: they are to be made anew. */
  readonly homes: readonly HomeToMake[]
  /** Whether something of what waits to be sent, or is to be put right, may be of its doing. */
  readonly posts: boolean
  /** The same of imports and how far they are. */
  readonly imports: boolean
}

export type UnitOfWorkOptions = {
  readonly newId: NewId
  /** Called after each act that was kept. */
  readonly onActed: (acted: Acted) => void
  readonly patienceMs: number
  /** By which turns come; see `Turns`. The machine's until said otherwise. */
  readonly clock?: Clock
  /** What claims are measured by. */
  readonly realClock: Clock
}

/** The only place that hands out stores: each set lives in one transaction, bound to one scope. */
export const createUnitOfWork = (handle: Handle, options: UnitOfWorkOptions): UnitOfWork => {
  const { dialect } = handle
  // What is planned must not miss an act that is being kept beside it, nor the act what is being planned: one writer
  // after another in a workspace, over all processes. Those of this one wait without a connection.
  const oneWriter = <T>(workspaceId: string, work: (noted: Noted) => Promise<Verdict<T>>): Promise<T> =>
    handle.inTurn(workspaceId, options.patienceMs, (leftMs) =>
      inTransaction(handle, 'write', leftMs, async (db) => {
        await dialect.lock(db, `acts of ${workspaceId}`)
        await noteKeyIn(handle, db)
        return waking(db, workspaceId, options.clock, work)
      }),
    )
  /** With the act itself, so that they are made though this process dies over it. */
  const homesAfter = (db: Db, workspaceId: string, { kind, by }: ActDraft, concerned: readonly string[]) => {
    // Who imports sees how far it is where they dropped the file.
    const userIds = kind === 'import' ? concerned.filter((userId) => userId !== by) : [by, ...concerned]
    return askForHomes(db, dialect, { workspaceId, userIds, now: options.realClock() })
  }
  return {
    read: (scope, work) =>
      inTransaction(handle, 'read', options.patienceMs, async (db) => ({
        value: await work(readingStores(db, new Bound(db, dialect, scope))),
        keep: true,
      })),

    keep: (scope, work) =>
      oneWriter(scope.workspaceId, async ({ db }) => {
        const stores = keepingStores(db, new Bound(db, dialect, scope), options.newId)
        return { value: await work(stores), keep: true }
      }),

    act: async (scope, draft, work) => {
      let touched: Omit<Acted, 'workspaceId' | 'kind'> = { homes: [], posts: false, imports: false }
      // Their numbers are the order in which they are kept.
      const outcome = await oneWriter(scope.workspaceId, async ({ db, mayHaveWrittenIn }) => {
        const journalled = await begin({ db, dialect, workspaceId: scope.workspaceId }, draft, options.newId)
        if (journalled === null) return { value: rejected({ reason: 'repeated' }), keep: false }
        const recorder = new Recorder(db, dialect, scope.workspaceId, journalled.seq)
        const stores = actingStores(db, new Bound(db, dialect, scope), recorder, journalled, options.newId)
        const value = await work(stores, journalled)
        if (value.ok)
          touched = {
            homes: await homesAfter(db, scope.workspaceId, draft, await recorder.concerned()),
            posts: mayHaveWrittenIn('posts'),
            imports: mayHaveWrittenIn('imports') || mayHaveWrittenIn('import_rows'),
          }
        return { value, keep: value.ok }
      })
      if (outcome.ok) options.onActed({ workspaceId: scope.workspaceId, kind: draft.kind, ...touched })
      return outcome
    },
  }
}

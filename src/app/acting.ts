import type { Act, ActKind } from '../domain/act.js'
import { isMoot } from '../domain/nudge-policy.js'
import { type Asker, scopeOf } from './asker.js'
import { type Outcome, rejected } from './outcome.js'
import type { ActingStores, NewId, UnitOfWork } from './ports.js'
import { settleKnown } from './role-changes/settle-known.js'

export type ActPorts = { readonly uow: UnitOfWork; readonly newId: NewId }

/**
 * One act of a teammate: journalled, and after it the open nudges about everybody it touched are decided again, in
 * the same transaction, so that no nudge outlives its reason.
 */
export const act = <T>(
  { uow }: ActPorts,
  asker: Asker,
  kind: ActKind,
  personId: string | null,
  work: (stores: ActingStores, act: Act) => Promise<Outcome<T>>,
): Promise<Outcome<T>> => {
  const { userId: by, at, place, cause } = asker
  return uow.act(
    scopeOf(asker),
    { kind, by, at, place: place.home, personId, cause },
    async (stores, journalled) => {
      const outcome = await work(stores, journalled)
      if (!outcome.ok) return outcome
      if (!stores.journal.changedAnything()) return rejected({ reason: 'nothing-changed' })
      await settleTouched(stores, asker)
      return outcome
    },
  )
}

/** What waits about everybody whom an act has touched so far is decided again. */
export const settleTouched = async (stores: ActingStores, asker: Asker): Promise<void> => {
  for (const id of await stores.journal.awaited()) {
    await settleKnown(stores, id, asker)
    await settleNudges(stores, id, asker.zone)
    // What an open entry says may have changed: a name, an owner, words that were taken back.
    await stores.nudges.lookAgain(id)
  }
}

const settleNudges = async ({ nudges }: ActingStores, personId: string, zone: string): Promise<void> => {
  const unanswered = await nudges.unanswered(personId)
  for (const nudge of unanswered.nudges) {
    const contacts = unanswered.contacts.filter((contact) => contact.seq > nudge.plannedSeq)
    const moot = isMoot(nudge, { ...unanswered, contacts }, zone)
    if (moot !== nudge.moot) await nudges.settle(nudge.id, moot)
  }
}

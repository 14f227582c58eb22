import { type Asker, scopeOf } from '../asker.js'
import { getEntry } from '../entries/entry.js'
import { type Outcome, ok } from '../outcome.js'
import { type HistoryEntry, historyEntry } from '../people/history-entry.js'
import type { CameSince, UnitOfWork } from '../ports.js'
import { type Apart, apartOf } from './taken-apart.js'

/** What `unmerge` asks: two to be given back, and what came to them since, the newest first. */
export type CameSinceMerge = Apart & { readonly since: readonly CameSince[] }

export const cameSinceMerge = (
  uow: UnitOfWork,
  asker: Asker,
  mergeId: string,
): Promise<Outcome<CameSinceMerge>> =>
  uow.read(scopeOf(asker), async (stores) => {
    const apart = await apartOf(stores, asker, mergeId)
    return apart.ok ? ok({ ...apart.value, since: await stores.merges.since(mergeId) }) : apart
  })

/** Some of it, as the history shows it; what is gone by now is left out. */
export const entriesSince = (
  uow: UnitOfWork,
  asker: Asker,
  refs: readonly CameSince[],
): Promise<readonly HistoryEntry[]> =>
  uow.read(scopeOf(asker), async (stores) => {
    const entries: HistoryEntry[] = []
    for (const ref of refs) {
      const found = await getEntry(stores, ref)
      if (found !== null) entries.push(await historyEntry(stores, found, asker))
    }
    return entries
  })

import type { Import } from '../../domain/import.js'
import { type ActPorts, settleTouched } from '../acting.js'
import { type Asker, scopeOf } from '../asker.js'
import { ok, rejected } from '../outcome.js'

/**
 * Takes back the newest act of an import that still stands, as an act of its own, but for people on whom somebody built
 * since. Answers whether nothing is left to take back, or another goes on with it.
 */
export const undoSome = async (ports: ActPorts, asker: Asker, them: Import): Promise<boolean> => {
  const { userId: by, at, place } = asker
  const draft = { kind: 'undo', by, at, place: place.home, personId: null, cause: null } as const
  const outcome = await ports.uow.act(scopeOf(asker), draft, async (stores) => {
    const now = await stores.imports.get(them.id)
    if (now?.state !== 'undoing') return rejected({ reason: 'import-gone' })
    const first = now.firstActId === null ? null : await stores.journal.get(now.firstActId)
    const [newest] = first === null ? [] : await stores.journal.together(first)
    if (newest === undefined) return rejected({ reason: 'nothing-to-undo' })
    const stayed = await stores.journal.reverseWhatStands(newest.id)
    await settleTouched(stores, asker)
    await stores.imports.change(them.id, { stayed: now.stayed + stayed.length, changedAt: at })
    return ok(null)
  })
  if (outcome.ok) return false
  if (outcome.why.reason !== 'nothing-to-undo') return true
  await ports.uow.keep(scopeOf(asker), async ({ imports }) => {
    const now = await imports.get(them.id)
    if (now?.state === 'undoing') await imports.change(them.id, { state: 'undone', changedAt: at })
  })
  return true
}

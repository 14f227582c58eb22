import { type Act, undoneWithinMs } from '../domain/act.js'
import { type ActPorts, act } from './acting.js'
import { type Asker, scopeOf } from './asker.js'
import { type Outcome, ok, rejected } from './outcome.js'
import type { PersonName } from './ports.js'

export type TakenBack = { readonly act: Act; readonly people: readonly PersonName[] }

/** `undo`: takes back the asker's last act, or the one named by a button, unless a teammate built on it. */
export const takeBack = async (
  ports: ActPorts,
  asker: Asker,
  actId: string | null,
): Promise<Outcome<TakenBack>> => {
  const past = await ports.uow.read(scopeOf(asker), async ({ journal, people }) => {
    const found = actId === null ? await journal.lastBy(asker.userId) : await journal.get(actId)
    if (found === null || found.by !== asker.userId || found.undoneBy !== null) return null
    return { act: found, people: found.personId === null ? [] : await people.names([found.personId]) }
  })
  if (past === null) return rejected({ reason: 'nothing-to-undo' })
  if (Date.parse(asker.at) - Date.parse(past.act.at) > undoneWithinMs)
    return rejected({ reason: 'too-late-to-undo' })
  return act(ports, asker, 'undo', past.act.personId, async (stores) => {
    const reversal = await stores.journal.reverse(past.act.id)
    if (reversal.kind === 'built-on')
      return rejected({ reason: 'built-on', kind: reversal.act.kind, by: reversal.by })
    if (past.act.kind === 'home') for (const id of reversal.personIds) await stores.nudges.lookAgain(id)
    const after = await stores.people.names(reversal.personIds)
    return ok({ act: past.act, people: after.length > 0 ? after : past.people })
  })
}

import { type Act, undoneWithinMs } from '../domain/act.js'
import { type ActPorts, act } from './acting.js'
import { type Asker, type AskerPorts, answersFor, scopeOf } from './asker.js'
import type { ImportNow } from './imports/import-now.js'
import { takeBackImport } from './imports/take-back-import.js'
import { type Outcome, ok, rejected } from './outcome.js'
import type { PersonName, Stores } from './ports.js'
import { announceSettings } from './settings/announce.js'
import { settable } from './settings/settable.js'
import { circleAbove } from './ties/circle.js'
import { widerTieRefusal } from './ties/tie-refusal.js'

export type TakenBack = {
  /** The first of what was done in one go. */
  readonly act: Act
  /** Whether more was done with it, and taken back with it. */
  readonly more: boolean
  readonly people: readonly PersonName[]
  /** A whole import, which may still be on its way back; null for everything else. */
  readonly imported: ImportNow | null
}

/**
 * `undo`: takes back the asker's last act, or the one named by a button, with all that was done in one go with it;
 * nothing of it when a teammate built on any of them. `priorTo`: of what was done before that point in the journal.
 */
export const takeBack = async (
  ports: ActPorts & AskerPorts & { readonly importsWait?: () => void },
  asker: Asker,
  actId: string | null,
  priorTo: number | null = null,
): Promise<Outcome<TakenBack>> => {
  const past = await ports.uow.read(scopeOf(asker), (stores) => pastAct(stores, asker, actId, priorTo))
  if (past === null) return rejected({ reason: 'nothing-to-undo' })
  const { acts, first } = past
  if (acts.some(({ kind }) => kind === 'forget')) return rejected({ reason: 'forgotten-for-good' })
  const name = past.people.length === 1 ? (past.people[0]?.name ?? null) : null
  if (Date.parse(asker.at) - Date.parse(first.at) > undoneWithinMs)
    return rejected({ reason: 'too-late-to-undo', name })
  if (past.them !== null) {
    const { importsWait = () => {} } = ports
    const imported = await takeBackImport({ ...ports, importsWait }, asker, past.them)
    return ok({ act: first, more: true, people: [], imported })
  }
  // Slack is asked before the transaction.
  for (const each of acts) {
    const may = await stillMay(ports, asker, each)
    if (may.ok) continue
    if (actId !== null) return may
    // What is not theirs to take back any more does not stand before what is.
    const earlier = await takeBack(ports, asker, null, first.seq)
    return !earlier.ok && earlier.why.reason === 'nothing-to-undo' ? may : earlier
  }
  const outcome = await act<TakenBack>(ports, asker, 'undo', first.personId, async (stores) => {
    const about = new Set<string>()
    const tieIds = new Set<string>()
    // Another undo was first, in the same moment.
    for (const { id } of acts)
      if ((await stores.journal.get(id))?.undoneBy !== null) return rejected({ reason: 'undone-already' })
    for (const { id, kind, place } of acts) {
      const before = kind === 'settings' ? await stores.places.get(place) : null
      const reversal = await stores.journal.reverse(id)
      if (reversal.kind === 'built-on')
        return rejected({ reason: 'built-on', kind: reversal.act.kind, by: reversal.by, name })
      if (reversal.kind === 'gone') return rejected({ reason: 'set-anew' })
      for (const personId of reversal.personIds) {
        about.add(personId)
        if (kind === 'home') {
          await stores.nudges.lookAgain(personId)
          const circle = await circleAbove(stores, personId)
          if (circle !== null) return rejected(circle)
        }
        if (kind === 'hand') await stores.notices.lookAgain(personId, first.at)
      }
      for (const tieId of reversal.tieIds) tieIds.add(tieId)
      const after = before === null ? null : await stores.places.get(place)
      if (before !== null && after !== null) await announceSettings(stores, asker, before, after)
    }
    for (const tieId of tieIds) {
      const tie = await stores.ties.get(tieId)
      const refusal = tie === null ? null : await widerTieRefusal(stores, asker, tie)
      if (refusal !== null) return rejected(refusal)
    }
    const after = await stores.people.names([...about])
    return ok({
      act: first,
      more: acts.length > 1,
      people: after.length > 0 ? after : past.people,
      imported: null,
    })
  })
  // Said twice, two things are taken back.
  const isBeaten = !outcome.ok && outcome.why.reason === 'undone-already'
  return isBeaten && actId === null ? takeBack(ports, asker, null, priorTo) : outcome
}

/** Whether it is theirs still: who may set a place, and who sees whom they moved and answers for them, may have changed. */
const stillMay = async (
  ports: ActPorts & AskerPorts,
  asker: Asker,
  { kind, place, personId }: Act,
): Promise<Outcome<unknown>> => {
  if (kind === 'settings') return settable(ports, asker, place)
  if (kind !== 'home' || personId === null) return ok(null)
  const person = await ports.uow.read(scopeOf(asker), ({ people }) => people.get(personId))
  if (person === null) return rejected({ reason: 'person-gone' })
  return answersFor(asker, person) ? ok(null) : rejected({ reason: 'not-yours', name: person.name })
}

/** What was done in one go, the newest first, and about whom; null when there is nothing of theirs to take back. */
const pastAct = async (
  { journal, people, imports }: Stores,
  asker: Asker,
  actId: string | null,
  priorTo: number | null,
) => {
  const found = actId === null ? await journal.lastBy(asker.userId, priorTo) : await journal.get(actId)
  if (found === null || found.by !== asker.userId || found.undoneBy !== null) return null
  const acts = await journal.together(found)
  const about = new Set(acts.map(({ personId }) => personId).filter((id) => id !== null))
  const first = acts.at(-1) ?? found
  return { acts, first, them: await imports.ofAct(first.id), people: await people.names([...about]) }
}

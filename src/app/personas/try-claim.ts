import { channelOf } from '../../domain/audience.js'
import { localDateOf } from '../../domain/local-time.js'
import type { Notice } from '../../domain/nudge.js'
import type { Person } from '../../domain/person.js'
import { isContradicted, type PersonaClaim, type Trial, untested } from '../../domain/persona.js'
import { type ActPorts, act } from '../acting.js'
import { type Asker, type AskerPorts, audienceOfPlace, scopeOf } from '../asker.js'
import { type Outcome, ok, rejected } from '../outcome.js'
import type { ActingStores } from '../ports.js'
import { unlessSlackIsDown } from '../unless-slack-is-down.js'
import { claimsAsRead } from './sketch.js'

export type Trying = {
  readonly claimId: string
  /** As it read when its button was shown. */
  readonly wording: string
  readonly personId: string
  readonly holds: boolean
  /** The note that shows it; null where none was named. */
  readonly noteId: string | null
}
export type Tried = {
  readonly person: Person
  readonly claim: PersonaClaim
  readonly trial: Trial
  readonly actId: string
}

/**
 * A claim holds for somebody, or does not: the newest word about the two counts. When half of what was found speaks against
 * the claim by now, as far as everybody reads it where the sketch lives, that place hears of it.
 */
export const tryClaim = async (
  ports: ActPorts & AskerPorts,
  asker: Asker,
  { claimId, wording, personId, holds, noteId }: Trying,
): Promise<Outcome<Tried>> => {
  const before = await ports.uow.read(scopeOf(asker), ({ personaClaims }) => personaClaims.get(claimId))
  if (before === null) return rejected({ reason: 'claim-gone' })
  const { home } = before
  // Slack is asked before the transaction. When it says nothing, the next who tries the claim brings it up.
  const readers = await unlessSlackIsDown(
    () => audienceOfPlace(ports, asker.workspaceId, home),
    () => {},
  )
  return act<Tried>(ports, asker, 'tried', personId, async (stores, { id: actId }) => {
    const claim = await stores.personaClaims.get(claimId)
    const persona = claim === null ? null : await stores.personas.get(claim.personaId)
    if (claim === null || persona === null) return rejected({ reason: 'claim-gone' })
    if (claim.wording !== wording) return rejected({ reason: 'claim-reworded' })
    const person = await stores.people.get(personId)
    if (person === null) return rejected({ reason: 'person-gone' })
    const note = noteId === null ? null : await stores.notes.get(noteId)
    if (noteId !== null && note?.personId !== personId) return rejected({ reason: 'entry-gone' })
    const earlier = await stores.trials.about(personId, [claimId])
    // Pressed once more without a note, it still stands on the one that was named.
    if (earlier.some((each) => each.holds === holds && (noteId === null || each.noteId === noteId)))
      return rejected({ reason: 'nothing-changed' })
    for (const each of earlier) await stores.trials.remove(each.id)
    const typed = { by: asker.userId, at: asker.at, on: asker.today, home: claim.home }
    const trial: Trial = { id: ports.newId(), claimId, wording, personId, holds, noteId, ...typed }
    await stores.trials.add(trial)
    if (readers !== null && !persona.quiet && claim.told !== wording && channelOf(home) !== null) {
      const tally = (await stores.trials.talliesReadBy(readers, [claimId])).get(claimId) ?? untested
      if (isContradicted(tally)) await tellOnce(stores, asker, claim)
    }
    const [shown = claim] = await claimsAsRead(stores, [claim])
    return ok({ person, claim: shown, trial, actId })
  })
}

/** With an undo the claim knows no more that its place heard of it; the place does. */
const tellOnce = async (
  { notices, personaClaims, places }: ActingStores,
  { at }: Asker,
  { id: claimId, home, wording }: PersonaClaim,
): Promise<void> => {
  const place = await places.get(home)
  if (place === null) return
  const isThis = (notice: Notice): boolean =>
    notice.kind === 'contradicted' && notice.claimId === claimId && notice.wording === wording
  await notices.recall(home, isThis)
  if (!(await notices.wasTold(home, 'contradicted', isThis)))
    await notices.give(home, { kind: 'contradicted', claimId, wording }, at, localDateOf(at, place.zone))
  await personaClaims.change(claimId, { told: wording })
}

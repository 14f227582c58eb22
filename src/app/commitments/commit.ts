import type { Home } from '../../domain/audience.js'
import type { Commitment, CommitmentKind } from '../../domain/commitment.js'
import type { LocalDate } from '../../domain/local-time.js'
import { longestNote } from '../../domain/note.js'
import type { Person } from '../../domain/person.js'
import { workingDayUpTo } from '../../domain/working-time.js'
import { type ActPorts, act } from '../acting.js'
import type { Asker } from '../asker.js'
import { type Outcome, ok, rejected } from '../outcome.js'
import { isSameText, typedAgain } from '../typed-again.js'

export type CommitmentDraft = {
  readonly personId: string
  readonly kind: CommitmentKind
  readonly text: string
  /** Without a day it is kept in mind, and nobody is nudged. */
  readonly dueOn: LocalDate | null
}
export type Committed = {
  readonly person: Person
  readonly commitment: Commitment
  /** The working day, in the place that reads of it, on which it is brought up: the due day, or the last before. */
  readonly raisedOn: LocalDate | null
}

/** `promise`: what the asker said they would do. `step`: what the person said they would. */
export const commit = async (
  ports: ActPorts,
  asker: Asker,
  { personId, kind, text, dueOn }: CommitmentDraft,
): Promise<Outcome<Committed>> => {
  if (text.length > longestNote) return rejected({ reason: 'text-too-long', longest: longestNote })
  return act(ports, asker, kind, personId, async (stores) => {
    const person = await stores.people.get(personId)
    if (person === null) return rejected({ reason: 'person-gone' })
    if (dueOn !== null && dueOn < asker.today)
      return rejected({ reason: 'day-passed', what: kind, name: person.name, on: dueOn })
    const { home } = asker.place
    const here = await stores.places.know(home, asker.zoneGiven)
    // What may not be told where the person lives is brought up where it was typed.
    const place = isOpen(asker, home) ? await stores.places.know(person.home, asker.zoneGiven) : here
    const same = (await stores.commitments.open(personId)).filter(
      (open) =>
        open.kind === kind &&
        open.dueOn === dueOn &&
        isSameText(open.text, text) &&
        // Two teammates can promise the same.
        (kind === 'step' || open.by === asker.userId),
    )
    const before = typedAgain(asker, same)
    if (before.here !== null) return rejected({ reason: 'known-already', what: kind, name: person.name })
    const typed = { by: asker.userId, at: asker.at, on: asker.today }
    const commitment: Commitment =
      before.own === null
        ? { id: ports.newId(), personId, kind, text, dueOn, closed: null, ...typed, home }
        : { ...before.own, home }
    if (before.own === null) await stores.commitments.add(commitment)
    else await stores.commitments.change(commitment.id, { home })
    return ok({ person, commitment, raisedOn: dueOn === null ? null : workingDayUpTo(dueOn, place) })
  })
}

const isOpen = ({ openToAll }: Asker, home: Home): boolean => openToAll.includes(home)

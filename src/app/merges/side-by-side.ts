import { isSeenWith, type Taken } from '../../domain/merge.js'
import type { Person } from '../../domain/person.js'
import { type Asker, scopeOf } from '../asker.js'
import { type Outcome, ok } from '../outcome.js'
import type { Stores, UnitOfWork } from '../ports.js'
import { bothOf, type TwoAsOne } from './both-of.js'

/** Two people beside each other, before they are made one: `first` stays. */
export type SideBySide = {
  readonly first: Side
  readonly second: Side
  readonly missing: Taken
  /** What is missing is told to nobody new. */
  readonly known: boolean
  readonly mayTell: boolean
  /** Some who know the second do not know the first, and lose sight of what they know. */
  readonly hides: boolean
}
type Side = {
  readonly person: Person
  /** Their present role; empty text where none is known. */
  readonly role: string
  /** How many entries there are, as far as the asker may see them. */
  readonly entries: number
}

/** What `merge` asks before it does anything. */
export const sideBySide = (uow: UnitOfWork, asker: Asker, two: TwoAsOne): Promise<Outcome<SideBySide>> =>
  uow.read(scopeOf(asker), async (stores) => {
    const both = await bothOf(stores, asker, two)
    if (!both.ok) return both
    const { first, second, sight, missing, known, mayTell } = both.value
    return ok({
      first: await sideOf(stores, first),
      second: await sideOf(stores, second),
      missing,
      known,
      mayTell,
      hides: !isSeenWith(second, first, sight),
    })
  })

const sideOf = async (stores: Stores, person: Person): Promise<Side> => {
  const { notes, interactions, roles, commitments, keyDates, openQuestions, ties } = stores
  let entries = (await roles.of(person.id)).length
  for (const known of [notes, interactions, commitments, keyDates, openQuestions, ties])
    entries += await known.countOf(person.id)
  const [named] = await stores.people.names([person.id])
  return { person, role: named?.role ?? '', entries }
}

import type { Commitment } from '../../domain/commitment.js'
import { searchWords } from '../../domain/names.js'
import type { Person } from '../../domain/person.js'
import { type Asker, scopeOf } from '../asker.js'
import { type Outcome, ok, rejected } from '../outcome.js'
import type { UnitOfWork } from '../ports.js'
import { tellsAll } from '../tells-all.js'

export type OpenCommitments = {
  readonly person: Person
  /** Those that have all the words, the soonest due first; all that are open where none has. */
  readonly open: readonly OpenCommitment[]
  /** Whether the words fitted; without words, everything does. */
  readonly fitting: boolean
}
export type OpenCommitment = {
  readonly commitment: Commitment
  /** More people see it than read where the asker types: closing it tells them. */
  readonly seenWider: boolean
}

/** The open promises and steps that `kept` and `broke` may mean. Each word counts whole or as a beginning. */
export const openCommitments = (
  uow: UnitOfWork,
  asker: Asker,
  personId: string,
  text: string,
): Promise<Outcome<OpenCommitments>> =>
  uow.read(scopeOf(asker), async ({ people, commitments }) => {
    const person = await people.get(personId)
    if (person === null) return rejected({ reason: 'person-gone' })
    const all = await commitments.open(personId)
    if (all.length === 0) return rejected({ reason: 'nothing-open', what: 'commitment', name: person.name })
    const words = searchWords(text)
    const fitting = all.filter((commitment) => hasAll(commitment.text, words))
    const open = (fitting.length > 0 ? fitting : all).map((commitment) => ({
      commitment,
      seenWider: !tellsAll(asker, commitment.home),
    }))
    return ok({ person, open, fitting: fitting.length > 0 })
  })

const hasAll = (text: string, words: readonly string[]): boolean => {
  const written = searchWords(text)
  return words.every((word) => written.some((each) => each.startsWith(word)))
}

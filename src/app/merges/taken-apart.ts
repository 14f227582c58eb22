import { type LocalDate, localDateOf } from '../../domain/local-time.js'
import type { Person } from '../../domain/person.js'
import { type Asker, answersFor } from '../asker.js'
import { type Outcome, ok, rejected } from '../outcome.js'
import type { Merged, Stores } from '../ports.js'

/** `on`: the asker's day on which the two were merged. */
export type Apart = { readonly person: Person; readonly merge: Merged; readonly on: LocalDate }

/** A merge that the asker may take apart: who answers for either of the two, or merged them. */
export const apartOf = async (
  { people, merges }: Pick<Stores, 'people' | 'merges'>,
  asker: Asker,
  mergeId: string,
): Promise<Outcome<Apart>> => {
  const merge = await merges.get(mergeId)
  const person = merge === null ? null : await people.get(merge.personId)
  if (merge === null || person === null) return rejected({ reason: 'merge-gone' })
  const { name } = person
  if (![person, merge.second].some((each) => answersFor(asker, each)) && merge.by !== asker.userId)
    return rejected({ reason: 'not-yours', name })
  return ok({ person, merge, on: localDateOf(merge.at, asker.zone) })
}

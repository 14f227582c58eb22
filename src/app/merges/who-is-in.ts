import { type LocalDate, localDateOf } from '../../domain/local-time.js'
import { fold } from '../../domain/names.js'
import type { Person } from '../../domain/person.js'
import { type Asker, scopeOf } from '../asker.js'
import { type Outcome, ok, rejected } from '../outcome.js'
import type { Merged, PersonName, UnitOfWork } from '../ports.js'

/** `on`: the asker's day on which they were merged. */
export type WhoIsIn = {
  readonly person: Person
  readonly merges: readonly (Merged & { readonly on: LocalDate })[]
}

/** Who was merged into somebody, the last first; of a name, those of that name, where there are any. */
export const whoIsIn = (
  uow: UnitOfWork,
  asker: Asker,
  personId: string,
  name: string,
): Promise<Outcome<WhoIsIn>> =>
  uow.read(scopeOf(asker), async ({ people, merges }) => {
    const person = await people.get(personId)
    if (person === null) return rejected({ reason: 'person-gone' })
    const all = (await merges.of(personId)).map((each) => ({ ...each, on: localDateOf(each.at, asker.zone) }))
    if (all.length === 0) return rejected({ reason: 'not-merged', name: person.name })
    const words = fold(name)
    const called = all.filter(({ second }) => words !== '' && fold(second.name).includes(words))
    return ok({ person, merges: called.length > 0 ? called : all })
  })

/** Into whom somebody of this name was merged: nobody is called so any more. */
export const whoTookIn = (uow: UnitOfWork, asker: Asker, name: string): Promise<readonly PersonName[]> =>
  uow.read(scopeOf(asker), async ({ people, merges }) => people.names(await merges.named(fold(name))))

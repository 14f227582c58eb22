import { compare } from '../../domain/order.js'
import type { Person } from '../../domain/person.js'
import { type Asker, scopeOf } from '../asker.js'
import { type AnyEntry, entryOf } from '../entries/entry.js'
import { corrections } from '../entries/put-right-by.js'
import { type Outcome, ok, rejected } from '../outcome.js'
import type { Stores, UnitOfWork } from '../ports.js'
import { dayOf, type HistoryEntry, historyEntry } from './history-entry.js'

export type { HistoryEntry } from './history-entry.js'

export type History = {
  readonly person: Person
  readonly entries: readonly HistoryEntry[]
  readonly offset: number
  readonly total: number
  /** There is a sketch that can be tried on them. */
  readonly isSketched?: boolean
}

/** Entries on one page of *more*; each takes two blocks, and Slack takes fifty. */
const pageLength = 10

/** *more*: everything that is known of somebody, the newest first, a page at a time. */
export const history = (
  uow: UnitOfWork,
  asker: Asker,
  personId: string,
  offset: number,
): Promise<Outcome<History>> =>
  uow.read(scopeOf(asker), async (stores) => {
    const person = await stores.people.get(personId)
    if (person === null) return rejected({ reason: 'person-gone' })
    const { notes, interactions, roles, commitments, keyDates, openQuestions, ties } = stores
    const upTo = { limit: offset + pageLength, offset: 0 }
    const held = await roles.of(personId)
    const all: AnyEntry[] = [
      ...(await notes.of(personId, upTo)).map((entry) => entryOf('note', entry)),
      ...(await interactions.of(personId, upTo)).map((entry) => entryOf('interaction', entry)),
      ...held.map((entry) => entryOf('role', entry)),
      ...(await commitments.of(personId, upTo)).map((entry) => entryOf('commitment', entry)),
      ...(await keyDates.of(personId, upTo)).map((entry) => entryOf('date', entry)),
      ...(await openQuestions.of(personId, upTo)).map((entry) => entryOf('question', entry)),
      ...(await ties.of(personId, upTo)).map((entry) => entryOf('tie', entry)),
    ]
    const dated = all.map((found) => ({ found, on: dayOf(found, asker) }))
    dated.sort((a, b) => compare(b.on, a.on) || compare(b.found.entry.id, a.found.entry.id))
    const total = await countOf(stores, personId, held.length)
    const entries: HistoryEntry[] = []
    const shown = dated.slice(offset, offset + pageLength)
    const withEditor = await corrections(
      stores.journal,
      shown.map(({ found }) => found.entry),
    )
    for (const { found } of shown) {
      const { putRightBy } = withEditor<{ id: string; by: string }>(found.entry)
      const entry = await historyEntry(stores, found, asker)
      entries.push(putRightBy === undefined ? entry : { ...entry, putRightBy })
    }
    const isSketched = offset === 0 && (await stores.personas.all(1)).length > 0
    return ok({ person, entries, offset, total, isSketched })
  })

const countOf = async (stores: Stores, personId: string, roles: number): Promise<number> => {
  const { notes, interactions, commitments, keyDates, openQuestions, ties } = stores
  let total = roles
  for (const known of [notes, interactions, commitments, keyDates, openQuestions, ties])
    total += await known.countOf(personId)
  return total
}

import type { Interaction } from '../../domain/interaction.js'
import { type LocalDate, localDateOf } from '../../domain/local-time.js'
import type { Note } from '../../domain/note.js'
import type { Person } from '../../domain/person.js'
import type { Role } from '../../domain/role.js'
import { type Asker, scopeOf } from '../asker.js'
import { type Outcome, ok, rejected } from '../outcome.js'
import type { UnitOfWork } from '../ports.js'

export type HistoryEntry =
  | { readonly kind: 'note'; readonly on: LocalDate; readonly entry: Note }
  | { readonly kind: 'interaction'; readonly on: LocalDate; readonly entry: Interaction }
  | { readonly kind: 'role'; readonly on: LocalDate; readonly entry: Role }

export type History = {
  readonly person: Person
  readonly entries: readonly HistoryEntry[]
  readonly offset: number
  readonly total: number
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
  uow.read(scopeOf(asker), async ({ people, notes, interactions, roles }) => {
    const person = await people.get(personId)
    if (person === null) return rejected({ reason: 'person-gone' })
    const upTo = { limit: offset + pageLength, offset: 0 }
    const held = await roles.of(personId)
    const all: HistoryEntry[] = [
      ...(await notes.of(personId, upTo)).map((entry) => ({ kind: 'note', on: entry.on, entry }) as const),
      ...(await interactions.of(personId, upTo)).map(
        (entry) => ({ kind: 'interaction', on: entry.on, entry }) as const,
      ),
      ...held.map(
        (entry) => ({ kind: 'role', on: entry.sinceOn ?? localDateOf(entry.at, asker.zone), entry }) as const,
      ),
    ]
    all.sort((a, b) => (a.on === b.on ? compare(b.entry.id, a.entry.id) : compare(b.on, a.on)))
    const total = (await notes.countOf(personId)) + (await interactions.countOf(personId)) + held.length
    return ok({ person, entries: all.slice(offset, offset + pageLength), offset, total })
  })

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

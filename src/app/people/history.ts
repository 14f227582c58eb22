import type { Commitment } from '../../domain/commitment.js'
import type { Interaction } from '../../domain/interaction.js'
import type { KeyDate } from '../../domain/key-date.js'
import { type LocalDate, localDateOf } from '../../domain/local-time.js'
import type { Note } from '../../domain/note.js'
import type { OpenQuestion } from '../../domain/open-question.js'
import { compare } from '../../domain/order.js'
import type { Person } from '../../domain/person.js'
import type { Role } from '../../domain/role.js'
import type { Tie } from '../../domain/tie.js'
import { type Asker, scopeOf } from '../asker.js'
import { type AnyEntry, entryOf } from '../entries/entry.js'
import { type Outcome, ok, rejected } from '../outcome.js'
import type { Stores, UnitOfWork } from '../ports.js'

/** One entry, and the day under which it stands. */
export type HistoryEntry = { readonly on: LocalDate } & (
  | { readonly kind: 'note'; readonly entry: Note }
  | { readonly kind: 'interaction'; readonly entry: Interaction }
  | { readonly kind: 'role'; readonly entry: Role }
  | { readonly kind: 'commitment'; readonly entry: Commitment }
  | { readonly kind: 'date'; readonly entry: KeyDate }
  /** The words of the answer, as far as the asker may see them. */
  | { readonly kind: 'question'; readonly entry: OpenQuestion; readonly answer: Note | null }
  /** The names of whoever stands to whom. */
  | { readonly kind: 'tie'; readonly entry: Tie; readonly from: string; readonly to: string }
)

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
    for (const { found, on } of dated.slice(offset, offset + pageLength))
      entries.push({ on, ...(await withMore(stores, found)) })
    return ok({ person, entries, offset, total })
  })

/** The day it is about: of what has none, the day on which it was typed. */
const dayOf = (found: AnyEntry, { zone }: Asker): LocalDate => {
  if (found.kind === 'role') return found.entry.sinceOn ?? localDateOf(found.entry.at, zone)
  return found.kind === 'tie' ? localDateOf(found.entry.at, zone) : found.entry.on
}

const countOf = async (stores: Stores, personId: string, roles: number): Promise<number> => {
  const { notes, interactions, commitments, keyDates, openQuestions, ties } = stores
  let total = roles
  for (const known of [notes, interactions, commitments, keyDates, openQuestions, ties])
    total += await known.countOf(personId)
  return total
}

type More<E> = E extends HistoryEntry ? Omit<E, 'on'> : never

const withMore = async ({ notes, people }: Stores, found: AnyEntry): Promise<More<HistoryEntry>> => {
  if (found.kind === 'question') {
    const noteId = found.entry.answered?.noteId ?? null
    return { ...found, answer: noteId === null ? null : await notes.get(noteId) }
  }
  if (found.kind !== 'tie') return found
  const [from, to] = await people.names([found.entry.personId, found.entry.otherId])
  return { ...found, from: from?.name ?? '', to: to?.name ?? '' }
}

import type { Commitment } from '../../domain/commitment.js'
import type { Interaction } from '../../domain/interaction.js'
import type { KeyDate } from '../../domain/key-date.js'
import { type LocalDate, localDateOf } from '../../domain/local-time.js'
import type { Note } from '../../domain/note.js'
import type { OpenQuestion } from '../../domain/open-question.js'
import type { Role } from '../../domain/role.js'
import type { Tie } from '../../domain/tie.js'
import type { Asker } from '../asker.js'
import type { AnyEntry } from '../entries/entry.js'
import { type Corrected, corrected } from '../entries/put-right-by.js'
import type { Stores } from '../ports.js'
import { type SaidBy, saidBy } from '../role-changes/claim-model.js'

/** One entry, and the day under which it stands. */
export type HistoryEntry = {
  readonly on: LocalDate
  /** Who changed what it says last, where that was not whoever wrote it down. */
  readonly putRightBy?: string
} & (
  | { readonly kind: 'note'; readonly entry: Note }
  | { readonly kind: 'interaction'; readonly entry: Interaction }
  /** Who said that it began, and that it ended, where no teammate typed it. */
  | {
      readonly kind: 'role'
      readonly entry: Role
      readonly begunBy: SaidBy | null
      readonly endedBy: SaidBy | null
    }
  | { readonly kind: 'commitment'; readonly entry: Commitment }
  | { readonly kind: 'date'; readonly entry: KeyDate }
  /** The words of the answer, as far as the asker may see them. */
  | { readonly kind: 'question'; readonly entry: OpenQuestion; readonly answer: Corrected<Note> | null }
  /** The names of whoever stands to whom. */
  | { readonly kind: 'tie'; readonly entry: Tie; readonly from: string; readonly to: string }
)

/** An entry with what is said along with it. */
export const historyEntry = async (
  stores: Stores,
  found: AnyEntry,
  asker: Pick<Asker, 'zone'>,
): Promise<HistoryEntry> => ({ on: dayOf(found, asker), ...(await withMore(stores, found)) })

/** The day it is about: of what has none, the day on which it was typed. */
export const dayOf = (found: AnyEntry, { zone }: Pick<Asker, 'zone'>): LocalDate => {
  if (found.kind === 'role') return found.entry.sinceOn ?? localDateOf(found.entry.at, zone)
  return found.kind === 'tie' ? localDateOf(found.entry.at, zone) : found.entry.on
}

type More<E> = E extends HistoryEntry ? Omit<E, 'on' | 'putRightBy'> : never

const withMore = async (
  { notes, people, roleQuestions, journal }: Stores,
  found: AnyEntry,
): Promise<More<HistoryEntry>> => {
  if (found.kind === 'role') {
    const claims = await roleQuestions.of(found.entry.personId)
    const begun = claims.find(({ recorded }) => recorded?.begunRoleId === found.entry.id)
    const ended = claims.find(({ recorded }) => recorded?.closedRoleId === found.entry.id)
    return { ...found, begunBy: begun ? saidBy(begun) : null, endedBy: ended ? saidBy(ended) : null }
  }
  if (found.kind === 'question') {
    const noteId = found.entry.answered?.noteId ?? null
    const note = noteId === null ? null : await notes.get(noteId)
    const [answer = null] = await corrected(journal, note === null ? [] : [note])
    return { ...found, answer }
  }
  if (found.kind !== 'tie') return found
  const [from, to] = await people.names([found.entry.personId, found.entry.otherId])
  return { ...found, from: from?.name ?? '', to: to?.name ?? '' }
}

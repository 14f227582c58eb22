import type { CommitmentKind } from '../../domain/commitment.js'
import type { KeyDate } from '../../domain/key-date.js'
import type { LocalDate } from '../../domain/local-time.js'
import type { NoteKind } from '../../domain/note.js'
import type { Page } from './knowledge.js'
import type { PersonName } from './people.js'

export interface Search {
  /** What people said is encrypted, and of it no beginnings are found. */
  readonly wholeWords: boolean
  /** How people like to be reached, every entry with words of its own, and every tie by the other's name, that has all the words, each whole or a beginning; newest first. */
  entries(words: readonly string[], page: Page): Promise<readonly Found[]>
  /** People whose name, address or role has all the words; best match first. */
  people(words: readonly string[], page: Page): Promise<readonly PersonName[]>
}
export type Found = {
  readonly kind:
    | NoteKind
    | 'interaction'
    | 'role'
    | CommitmentKind
    | KeyDate['kind']
    | 'question'
    | 'tie'
    | 'prefers'
  /** Of `prefers`, the person's. */
  readonly id: string
  readonly person: PersonName
  readonly on: LocalDate
  readonly by: string
  readonly text: string
  /** Of a day that matters. */
  readonly day?: Pick<KeyDate, 'monthDay' | 'year' | 'yearly'>
}

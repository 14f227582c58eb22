import type { Closing } from '../../domain/commitment.js'
import type { LocalDate } from '../../domain/local-time.js'
import type { TieKind } from '../../domain/tie.js'
import type { AnyEntry } from './entry.js'

/** What of an entry can be put right: one value for each field of its form. */
export type EntryFields =
  | { readonly kind: 'note' | 'interaction'; readonly text: string; readonly on: LocalDate }
  | {
      readonly kind: 'role'
      readonly title: string
      readonly company: string
      readonly sinceOn: LocalDate | null
      readonly untilOn: LocalDate | null
    }
  | {
      readonly kind: 'commitment'
      readonly text: string
      readonly dueOn: LocalDate | null
      readonly state: CommitmentState
    }
  | {
      readonly kind: 'date'
      readonly text: string
      /** See `KeyDate`. */
      readonly day: { readonly monthDay: string; readonly year: number | null }
      readonly yearly: boolean
    }
  | { readonly kind: 'question'; readonly text: string }
  | { readonly kind: 'tie'; readonly relation: TieKind }

export const commitmentStates = ['open', 'kept', 'broken'] as const
export type CommitmentState = 'open' | Closing['as']

/** An entry as its form shows it. */
export const fieldsOf = (found: AnyEntry): EntryFields => {
  switch (found.kind) {
    case 'note':
    case 'interaction':
      return { kind: found.kind, text: found.entry.text, on: found.entry.on }
    case 'role': {
      const { title, company, sinceOn, untilOn } = found.entry
      return { kind: 'role', title, company, sinceOn, untilOn }
    }
    case 'commitment': {
      const { text, dueOn, closed } = found.entry
      return { kind: 'commitment', text, dueOn, state: closed?.as ?? 'open' }
    }
    case 'date': {
      const { text, monthDay, year, yearly } = found.entry
      return { kind: 'date', text, day: { monthDay, year }, yearly }
    }
    case 'question':
      return { kind: 'question', text: found.entry.text }
    case 'tie':
      return { kind: 'tie', relation: found.entry.kind }
  }
}

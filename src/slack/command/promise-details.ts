import type { CommitmentKind } from '../../domain/commitment.js'
import type { LocalDate } from '../../domain/local-time.js'
import { settled } from './dates.js'
import { dayAtFront, dayBehindBy, monthAtFront, pieceBehindBy, withEndBehindDay } from './day-spots.js'
import { dropDelimiter, withoutOuterQuotes } from './delimiters.js'
import { whyMisplaced } from './misplaced-day.js'
import type { Refusal, Why } from './refusal.js'
import { noneOrTooLong, tooLong } from './text-details.js'
import { type Marked, plainText } from './words.js'

/** `dueOn`: today or later; null where no day was said. */
export type PromiseDetails<K extends CommitmentKind = CommitmentKind> = {
  readonly kind: K
  readonly dueOn: LocalDate | null
  readonly text: string
}

/** `text`: words that tell which promise or step was meant; may be empty. */
export type ClosingDetails<K extends 'kept' | 'broke' = 'kept' | 'broke'> = {
  readonly kind: K
  readonly text: string
}

/** `promise WHO [by DAY][:] TEXT`, and `step` the same. */
export const readPromise = <K extends CommitmentKind>(
  kind: K,
  tail: Marked,
  today: LocalDate,
): PromiseDetails<K> | Refusal => {
  const typed = plainText(dropDelimiter(tail).text)
  const spotted = dayAtFront(tail, today, 'future')
  // A day that stands in the text, or cannot be read: as text, nobody would be reminded of it.
  const unread = spotted === null ? unreadDay(kind, tail, today) : null
  if (unread !== null) return { kind: 'refusal', ...unread, text: typed }
  const text = spotted === null ? typed : plainText(spotted.rest)
  const day = spotted === null ? null : settled(spotted, today, 'future')
  const refused = noneOrTooLong(text, typed) ?? (day?.kind === 'refusal' ? day : null)
  return refused ?? { kind, dueOn: day?.kind === 'day' ? day.on : null, text }
}

/** `by next week: ...`, `by friday send it`, `send it by friday`: why the day that is meant is none. */
const unreadDay = (kind: CommitmentKind, tail: Marked, today: LocalDate): Why | null => {
  const why = (ended: Marked): Why => whyMisplaced(ended, today, (again) => readPromise(kind, again, today))
  const { text } = dropDelimiter(tail)
  if (/^by\s/iu.test(text)) {
    // "may ..." is a text; "by may ..." or "by friday ..." hardly is.
    const piece = monthAtFront(tail) ?? pieceBehindBy(tail)
    if (piece !== null) return { reason: 'no-day', typed: piece }
    const ended = withEndBehindDay(tail, today)
    if (ended !== null) return why(`by ${ended}`)
  }
  const behind = dayBehindBy(text, today)
  return behind === null ? null : why(behind)
}

/** `kept WHO [TEXT]`, `broke WHO [TEXT]`. */
export const readClosing = <K extends 'kept' | 'broke'>(
  kind: K,
  tail: Marked,
): ClosingDetails<K> | Refusal => {
  const text = withoutOuterQuotes(plainText(dropDelimiter(tail).text))
  return tooLong(text) ?? { kind, text }
}

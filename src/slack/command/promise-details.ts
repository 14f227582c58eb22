import type { CommitmentKind } from '../../domain/commitment.js'
import type { LocalDate } from '../../domain/local-time.js'
import { settled } from './dates.js'
import { dayAtFront, monthAtFront, withEndBehindDay } from './day-spots.js'
import { dropDelimiter, withoutOuterQuotes } from './delimiters.js'
import type { Refusal } from './refusal.js'
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
  const { text: behind, by: delimiter } = dropDelimiter(tail)
  const typed = plainText(behind)
  const spotted = dayAtFront(tail, today, 'future')
  if (spotted === null && /^by\s/iu.test(behind)) {
    // "may ..." is a text; "by may ..." or "by friday ..." hardly is, and nobody would be reminded of it.
    const month = monthAtFront(tail)
    if (month !== null) return { kind: 'refusal', reason: 'no-day', typed: month, text: typed }
    const ended = delimiter === ':' ? null : withEndBehindDay(tail, today)
    if (ended !== null)
      return { kind: 'refusal', reason: 'no-date', ended: `by ${plainText(ended)}`, text: typed }
  }
  const text = spotted === null ? typed : plainText(spotted.rest)
  const day = spotted === null ? null : settled(spotted, today, 'future')
  const refused = noneOrTooLong(text, typed) ?? (day?.kind === 'refusal' ? day : null)
  return refused ?? { kind, dueOn: day?.kind === 'day' ? day.on : null, text }
}

/** `kept WHO [TEXT]`, `broke WHO [TEXT]`. */
export const readClosing = <K extends 'kept' | 'broke'>(
  kind: K,
  tail: Marked,
): ClosingDetails<K> | Refusal => {
  const text = withoutOuterQuotes(plainText(dropDelimiter(tail).text))
  return tooLong(text) ?? { kind, text }
}

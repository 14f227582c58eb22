import type { LocalDate } from '../../domain/local-time.js'
import { settled } from './dates.js'
import { dayAtEnd, dayAtFront, monthAtEnd, monthAtFront, withEndBehindDay } from './day-spots.js'
import { dropDelimiter } from './delimiters.js'
import { whyMisplaced } from './misplaced-day.js'
import type { Refusal } from './refusal.js'
import { noneOrTooLong } from './text-details.js'
import { type Marked, plainText } from './words.js'

/** `on`: today or later. */
export type TriggerDetails = { readonly kind: 'trigger'; readonly on: LocalDate; readonly text: string }

/** `trigger WHO DAY: TEXT`. */
export const readTrigger = (tail: Marked, today: LocalDate): TriggerDetails | Refusal => {
  const spotted = dayAtFront(tail, today, 'future')
  if (spotted === null) return withoutDay(tail, today, readTrigger)
  const text = plainText(spotted.rest)
  const refused = noneOrTooLong(text, spotted.text)
  if (refused !== null) return refused
  const day = settled(spotted, today, 'future')
  return day.kind === 'refusal' ? day : { kind: 'trigger', on: day.on, text }
}

/** Why a command that needs a day has none: it is a month, lacks its `:`, stands elsewhere, or is not there. */
export const withoutDay = (
  tail: Marked,
  today: LocalDate,
  read: Parameters<typeof whyMisplaced>[2],
): Refusal => {
  const text = plainText(dropDelimiter(tail).text)
  const month = monthAtFront(tail) ?? monthAtEnd(tail)
  if (month !== null) return { kind: 'refusal', reason: 'no-day', typed: month, text }
  const behindText = dayAtEnd(tail, today)
  const ended = withEndBehindDay(tail, today) ?? behindText?.tailWith(behindText.typed) ?? null
  const why =
    ended === null ? ({ reason: 'no-date', ended: null } as const) : whyMisplaced(ended, today, read)
  return { ...why, kind: 'refusal', text }
}

import type { InteractionKind } from '../../domain/interaction.js'
import type { LocalDate } from '../../domain/local-time.js'
import { readDay } from './dates.js'
import { dropDelimiter } from './delimiters.js'
import type { Refusal } from './refusal.js'
import { tooLong } from './text-details.js'
import { type Marked, plainText } from './words.js'

/** A contact that happened on a day up to today; the account of it may be empty. */
export type ContactDetails<K extends InteractionKind = InteractionKind> = {
  readonly kind: K
  readonly on: LocalDate
  readonly text: string
}

/** `met WHO [on] [DAY][:] TEXT`. Without a day it was today. */
export const readContact = <K extends InteractionKind>(
  kind: K,
  tail: Marked,
  today: LocalDate,
): ContactDetails<K> | Refusal => {
  const reading = readDay(tail, today, 'past')
  if (reading?.kind === 'refusal') return reading
  const text = plainText(reading === null ? dropDelimiter(tail).text : reading.rest)
  return tooLong(text, plainText(dropDelimiter(tail).text)) ?? { kind, on: reading?.on ?? today, text }
}

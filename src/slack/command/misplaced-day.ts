import type { LocalDate } from '../../domain/local-time.js'
import { dayAtFront } from './day-spots.js'
import type { Refusal, Why } from './refusal.js'
import { type Marked, plainText } from './words.js'

type Read = (
  tail: Marked,
  today: LocalDate,
) => Refusal | { readonly kind: 'promise' | 'step' | 'trigger' | 'date' }

/**
 * Why a day that stands where it is not read is asked about: `ended` has it in front, with a `:` behind it. It is
 * suggested when `read` can do with it; a day that there is not, or that is over, is refused itself.
 */
export const whyMisplaced = (ended: Marked, today: LocalDate, read: Read): Why => {
  const again = dayAtFront(ended, today, 'future') === null ? null : read(ended, today)
  const isWrong =
    again?.kind === 'refusal' && (again.reason === 'impossible-date' || again.reason === 'past-date')
  return isWrong ? again : { reason: 'no-date', ended: plainText(ended) }
}

import type { Corrected } from '../../app/entries/put-right-by.js'
import type { Commitment } from '../../domain/commitment.js'
import { brief } from './card-text.js'
import type { Reader } from './context.js'
import { joined, label, ours, say, teammate, type Words } from './copy.js'
import { day } from './days.js'
import { putRightWords } from './put-right-words.js'

/** The first open promises, a line each; the last line says how many there are beyond. */
export const promisedLines = (
  promised: readonly Corrected<Commitment>[],
  all: number,
  most: number,
  reader: Reader,
): Words[] => {
  const shown = promised.slice(0, most)
  return shown.map((each, i) =>
    i === shown.length - 1
      ? say`${promisedLine(each, reader)}${more(all - shown.length)}`
      : promisedLine(each, reader),
  )
}

/** The same on one line, where a card is full. */
export const promisedOnOneLine = (
  promised: readonly Corrected<Commitment>[],
  all: number,
  most: number,
  reader: Reader,
): Words[] => {
  const shown = promised.slice(0, most).map((each) => promisedLine(each, reader))
  return shown.length === 0 ? [] : [say`${joined(shown, ' · ')}${more(all - shown.length)}`]
}

const more = (count: number): Words => ours(count > 0 ? ` · ${count} more open` : '')

/** "You promised, due on Fri 27 Nov: send the sample"; "Their step, which was due yesterday: measures the ceiling". */
const promisedLine = (commitment: Corrected<Commitment>, { today, userId }: Reader): Words => {
  const { kind, by, text, dueOn } = commitment
  const corrected = putRightWords(commitment, userId)
  const isLate = dueOn !== null && dueOn < today
  if (kind === 'step') {
    const due = dueOn === null ? '' : `, ${isLate ? 'which was due' : 'due'} ${day(dueOn, today)}`
    return say`${label('Their step')}${ours(due)}${corrected}: ${brief(text)}`
  }
  const due = dueOn === null ? '' : `, ${isLate ? 'and it was due' : 'due'} ${day(dueOn, today)}`
  const who = by === userId ? label('You promised') : say`${teammate(by)} ${label('promised')}`
  return say`${who}${ours(due)}${corrected}: ${brief(text)}`
}

import { longestRhythm, type Rhythm, type RhythmUnit } from '../../domain/cadence.js'
import { dropDelimiter } from './delimiters.js'
import type { Refusal } from './refusal.js'
import { type Marked, plainText } from './words.js'

export type RhythmDetails = { readonly kind: 'every'; readonly rhythm: Rhythm }

/** How many of which rhythm unit one of the words is. */
const units: Record<string, readonly [times: number, unit: RhythmUnit]> = {
  d: [1, 'day'],
  day: [1, 'day'],
  w: [1, 'week'],
  wk: [1, 'week'],
  week: [1, 'week'],
  fortnight: [2, 'week'],
  m: [1, 'month'],
  mo: [1, 'month'],
  month: [1, 'month'],
  quarter: [3, 'month'],
  y: [1, 'year'],
  yr: [1, 'year'],
  year: [1, 'year'],
}

const wholes: Record<string, Rhythm> = {
  never: 'never',
  daily: { every: 1, unit: 'day' },
  weekly: { every: 1, unit: 'week' },
  fortnightly: { every: 2, unit: 'week' },
  monthly: { every: 1, unit: 'month' },
  quarterly: { every: 3, unit: 'month' },
  'half year': { every: 6, unit: 'month' },
  yearly: { every: 1, unit: 'year' },
  annually: { every: 1, unit: 'year' },
}

const counts: Record<string, number> = { a: 1, an: 1, one: 1, other: 2, second: 2, two: 2, 'couple of': 2 }
for (const [index, word] of 'three four five six seven eight nine ten eleven twelve'.split(' ').entries())
  counts[word] = index + 3

const counted = new RegExp(`^(?:(\\d+) ?|(${Object.keys(counts).join('|')}) )([a-z]+?)s?$`)

/** `every WHO [every] 3 weeks`, also `weekly`, `other week`, `never`. */
export const readRhythm = (tail: Marked): RhythmDetails | Refusal => {
  const text = plainText(dropDelimiter(tail).text)
  const words = text
    .slice(0, 60)
    .toLowerCase()
    .replace(/\s+/gu, ' ')
    .replace(/[.!]$/, '')
    .replace(/^(?:once )?(?:every|each) |^once (?=an? )/, '')
  if (words === '') return { kind: 'refusal', reason: 'no-rhythm', text }
  const rhythm = text.length > 60 ? null : rhythmOf(words)
  if (rhythm === null) return { kind: 'refusal', reason: 'unclear-rhythm', text }
  if (rhythm !== 'never' && rhythm.every > longestRhythm[rhythm.unit])
    return { kind: 'refusal', reason: 'rhythm-too-long', text }
  return { kind: 'every', rhythm }
}

const rhythmOf = (words: string): Rhythm | null => {
  const whole = Object.hasOwn(wholes, words) ? wholes[words] : undefined
  if (whole !== undefined) return whole
  const [, digits, word = 'one', unit = words] = counted.exec(words) ?? []
  const [times, of] = (Object.hasOwn(units, unit) ? units[unit] : undefined) ?? [0, 'day']
  const every =
    (digits === undefined ? (Object.hasOwn(counts, word) ? (counts[word] ?? 0) : 0) : Number(digits)) * times
  return every > 0 ? { every, unit: of } : null
}

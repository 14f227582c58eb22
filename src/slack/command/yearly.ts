import { type LocalDate, plusYears } from '../../domain/local-time.js'
import { settleDay } from './day-direction.js'
import type { NamedDay } from './day-forms.js'

const word = (words: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}-])(?:${words.replaceAll(' ', '\\s+')})(?![\\p{L}\\p{N}])`, 'iu')

const birthday = word('birth[ -]?days?|b-?days?|birth ?dates?|date of birth')
const yearlyKind = word(
  'anniversar(?:y|ies)|name[ -]?days?|jubilees?|(?:every|each|per|once an?) year|yearly|annual(?:ly)?',
)
const renewal = word('renew(?:s|al|als)?')
const once = word('once(?! (?:an?|every|each|per) year)')

/** Whether what a text tells of comes back each year. A renewal does, unless its year was said. */
export const comesEachYear = (text: string, yearSaid: boolean): boolean =>
  !once.test(text) && (birthday.test(text) || yearlyKind.test(text) || (renewal.test(text) && !yearSaid))

const twoDigits = /'\d{2}\.?$|\d[-/.] ?\d{1,2}[-/.] ?\d{2}\.?$/
/** Whether a day, as typed, names its year: `14 march 1971`, `14/3/71`, `2 years ago`. */
export const saysYear = (typed: string): boolean =>
  /\d{4}|\byears?\b/iu.test(typed) || twoDigits.test(typed.replace(/’/g, "'"))

/** A day of each year; `year`: of the first time, null where nobody said one. */
type DayEachYear = { readonly monthDay: string; readonly year: number | null }

/** A named day as one of each year; null when there is none such. */
export const eachYear = (
  named: NamedDay,
  { typed, text, today }: { readonly typed: string; readonly text: string; readonly today: LocalDate },
): DayEachYear | null => {
  if (named.kind === 'yearly') return { monthDay: `${two(named.month)}-${two(named.day)}`, year: null }
  const settled = named.kind === 'on' ? { ...named, kind: 'day' as const } : settleDay(named, today, 'future')
  if (settled.kind !== 'day') return null
  const { on } = settled
  const monthDay = on.slice(5)
  const year = Number(on.slice(0, 4))
  if (!saysYear(typed)) return { monthDay, year: null }
  // Born '71 is 1971, although '27 is next year.
  const short = !/\d{4}|year/iu.test(typed) && on > plusYears(today, 1)
  if (short) return { monthDay, year: year - 100 }
  // Nobody is born tomorrow: a birthday to come is the next one, and says nothing of the first.
  return { monthDay, year: birthday.test(text) && on > today ? null : year }
}

const two = (n: number): string => String(n).padStart(2, '0')

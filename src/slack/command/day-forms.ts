import {
  isLocalDate,
  type LocalDate,
  plusDays,
  plusMonths,
  plusYears,
  weekdayOf,
} from '../../domain/local-time.js'

/** What a piece of text names: one day, or a day that comes again and waits for a direction. */
export type NamedDay =
  | { readonly kind: 'on'; readonly on: LocalDate }
  | { readonly kind: 'yearly'; readonly month: number; readonly day: number }
  | { readonly kind: 'monthly'; readonly day: number }
  | { readonly kind: 'weekday'; readonly weekday: number }
  /** `12/3`: the first reading has the day first. */
  | { readonly kind: 'either'; readonly readings: readonly [NamedDay, NamedDay] }
  /** Shaped like a day, and there is none such: 31 February. */
  | { readonly kind: 'impossible' }

type Form = (piece: string, today: LocalDate) => NamedDay | null

export const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const weekdayNames = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
const month =
  '(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?'
const weekday =
  '(?<weekday>mon(?:day)?|tue(?:s(?:day)?)?|wed(?:s|nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)\\.?'
const dayOfMonth = '(?:the )?(?<day>\\d{1,2})(?:st|nd|rd|th)?\\.?'
const year = "(?:,? (?:(?<year>\\d{4}|'\\d{2})|(?<which>last|this|next) year))?"

const calendar = [
  new RegExp(`^(?:${weekday},? )?${dayOfMonth} ?(?:of )?${month}${year}$`),
  new RegExp(`^(?:${weekday},? )?${month} ${dayOfMonth}${year}$`),
]

const onDay = (y: number, m: number, d: number): NamedDay => {
  const on = `${String(y).padStart(4, '0')}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`
  return isLocalDate(on) && y >= firstYear ? { kind: 'on', on } : { kind: 'impossible' }
}
/** Earlier days are slips of the finger. */
const firstYear = 1900

const inMonth = (m: number, d: number): boolean =>
  // 2000 was a leap year: 29 February is a day in any year.
  isLocalDate(`2000-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`)

const yearOf = (typed: string, today: LocalDate): number => {
  if (/^'?\d{2}$/.test(typed)) return 2000 + Number(typed.replace("'", ''))
  if (/^\d{4}$/.test(typed)) return Number(typed)
  return Number(today.slice(0, 4)) + ({ last: -1, this: 0, next: 1 }[typed] ?? 0)
}

/** `3 march`, `march 3rd, 2026`, `Tue 3 Mar last year`. A weekday that does not fit makes it impossible. */
const calendarDay: Form = (piece, today) => {
  const groups = calendar.map((form) => form.exec(piece)).find((found) => found !== null)?.groups
  if (groups === undefined) return null
  const m = monthNames.indexOf((groups.month ?? '').slice(0, 3)) + 1
  const d = Number(groups.day)
  const typedYear = groups.year ?? groups.which
  if (typedYear === undefined)
    return inMonth(m, d) ? { kind: 'yearly', month: m, day: d } : { kind: 'impossible' }
  const named = onDay(yearOf(typedYear, today), m, d)
  const wanted = weekdayNames.indexOf((groups.weekday ?? '').slice(0, 3)) + 1
  return named.kind === 'on' && wanted > 0 && weekdayOf(named.on) !== wanted ? { kind: 'impossible' } : named
}

/** `12/3`, `12/3/2026`, `3-12-2026`; with full stops the day comes first: `3.12.` */
const numericDay: Form = (piece, today) => {
  const yearFirst = /^(\d{4})[/.](\d{1,2})[/.](\d{1,2})$/.exec(piece)
  if (yearFirst !== null) return onDay(Number(yearFirst[1]), Number(yearFirst[2]), Number(yearFirst[3]))
  const found =
    /^(\d{1,2}) ?(\/) ?(\d{1,2})(?: ?\/ ?(\d{4}|\d{2}))?$/.exec(piece) ??
    /^(\d{1,2})(-)(\d{1,2})-(\d{4}|\d{2})$/.exec(piece) ??
    /^(\d{1,2})(\.) ?(\d{1,2})\.(?: ?(\d{4}|\d{2}))?$/.exec(piece)
  if (found === null) return null
  const [a, b, typedYear] = [Number(found[1]), Number(found[3]), found[4]]
  const read = (d: number, m: number): NamedDay => {
    if (typedYear !== undefined) return onDay(yearOf(typedYear, today), m, d)
    return inMonth(m, d) ? { kind: 'yearly', month: m, day: d } : { kind: 'impossible' }
  }
  if (a === b || found[2] === '.' || read(b, a).kind === 'impossible') return read(a, b)
  return read(a, b).kind === 'impossible'
    ? read(b, a)
    : { kind: 'either', readings: [read(a, b), read(b, a)] }
}

/** `the 3rd`. */
const ordinalDay: Form = (piece) => {
  const found = /^(?:the )?(\d{1,2})(?:st|nd|rd|th)$/.exec(piece)
  if (found === null) return null
  const day = Number(found[1])
  return day >= 1 && day <= 31 ? { kind: 'monthly', day } : { kind: 'impossible' }
}

const plainWeekday = new RegExp(
  `^(?:(?<which>last|past|this|next|coming|this past|this coming) )?${weekday}(?: (?<week>last|this|next) week)?$`,
)

/** `friday`, `last friday`, `friday last week`. Weeks begin on Monday. */
const weekdayDay: Form = (piece, today) => {
  const groups = plainWeekday.exec(piece)?.groups
  if (groups === undefined) return null
  const wanted = weekdayNames.indexOf((groups.weekday ?? '').slice(0, 3)) + 1
  const ahead = (wanted - weekdayOf(today) + 7) % 7
  const inWeek = (weeks: number): NamedDay => ({
    kind: 'on',
    on: plusDays(today, wanted - weekdayOf(today) + weeks * 7),
  })
  if (groups.week !== undefined) return inWeek({ last: -1, this: 0, next: 1 }[groups.week] ?? 0)
  if (groups.which === undefined) return { kind: 'weekday', weekday: wanted }
  if (groups.which === 'this') return inWeek(0)
  if (groups.which === 'next') return inWeek(1)
  if (groups.which.endsWith('coming')) return { kind: 'on', on: plusDays(today, ahead === 0 ? 7 : ahead) }
  return { kind: 'on', on: plusDays(today, ahead - 7) }
}

const counts = [
  'a',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
]
const countOf = (typed: string): number =>
  /^\d+$/.test(typed) ? Number(typed) : typed === 'an' ? 1 : Math.max(1, counts.indexOf(typed))

const stretch = new RegExp(
  `^(?:(?<ahead>in) )?(?<count>\\d+|an|${counts.join('|')}) (?<unit>day|week|fortnight|month|year)s?(?<back> ago)?$`,
)

/** `60 days ago`, `a week ago`, `in 2 months`. */
const daysAway: Form = (piece, today) => {
  const { ahead, count = '', unit = '', back } = stretch.exec(piece)?.groups ?? {}
  if ((ahead === undefined) === (back === undefined)) return null
  if (countOf(count) > 50_000) return { kind: 'impossible' }
  const n = ahead === undefined ? -countOf(count) : countOf(count)
  const move = { day: plusDays, month: plusMonths, year: plusYears }[unit]
  const on = move === undefined ? plusDays(today, n * (unit === 'week' ? 7 : 14)) : move(today, n)
  return on >= `${firstYear}` && isLocalDate(on) ? { kind: 'on', on } : { kind: 'impossible' }
}

const isoDay: Form = (piece) => {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(piece)
  return found === null ? null : onDay(Number(found[1]), Number(found[2]), Number(found[3]))
}

const nearDays: ReadonlyMap<string, number> = new Map([
  ['today', 0],
  ['yesterday', -1],
  ['tonight', 0],
  ['last night', -1],
  ['tomorrow', 1],
])
const nearDay: Form = (piece, today) => {
  const near = nearDays.get(piece.replace(/^this (?:morning|afternoon|evening)$/, 'today'))
  return near === undefined ? null : { kind: 'on', on: plusDays(today, near) }
}

const forms: readonly Form[] = [nearDay, isoDay, daysAway, calendarDay, numericDay, ordinalDay, weekdayDay]

/** The day that a whole piece names, in small letters with single spaces; null when it names none. */
export const namedDay: Form = (piece, today) => {
  for (const form of forms) {
    const named = form(piece, today)
    if (named !== null) return named
  }
  return null
}

const month4 = new RegExp(
  `^(?:(?:the )?(?:beginning|start|middle|end) of (?:the )?)?(?:(?:last|this|next) )?(?:(?:early|mid|late) )?(?:${month}(?:,? \\d{4})?|\\d{4}|week|month|year|spring|summer|autumn|fall|winter)$`,
)
/** Whether a piece names a time that is no day: `november`, `end of march 2026`, `last year`. */
export const namesNoDay = (piece: string): boolean => month4.test(piece)

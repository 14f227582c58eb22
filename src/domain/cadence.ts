import { type LocalDate, plusDays, plusMonths, plusYears } from './local-time.js'

/** How often to be in touch. */
export type Rhythm = { readonly every: number; readonly unit: RhythmUnit } | 'never'
export type RhythmUnit = 'day' | 'week' | 'month' | 'year'

/** Until somebody says otherwise. */
export const standardRhythm = { every: 30, unit: 'day' } as const satisfies Rhythm

/** The longest rhythm that can be meant: ten years, in each unit. */
export const longestRhythm: Record<RhythmUnit, number> = { day: 3660, week: 520, month: 120, year: 10 }

/** The day one rhythm after another day; null for never. */
export const oneRhythmAfter = (on: LocalDate, rhythm: Rhythm): LocalDate | null => {
  if (rhythm === 'never') return null
  if (rhythm.unit === 'day') return plusDays(on, rhythm.every)
  if (rhythm.unit === 'week') return plusDays(on, rhythm.every * 7)
  return rhythm.unit === 'month' ? plusMonths(on, rhythm.every) : plusYears(on, rhythm.every)
}

/** When something open comes up again that was not needed: a rhythm later, the standard one where there is none. */
export const notBefore = (on: LocalDate, rhythm: Rhythm): LocalDate =>
  oneRhythmAfter(on, rhythm) ?? plusDays(on, standardRhythm.every)

/** About how many days a rhythm lasts; for comparing silences, never for dates. */
export const rhythmDays = (rhythm: Rhythm): number => {
  if (rhythm === 'never') return Number.POSITIVE_INFINITY
  return rhythm.every * { day: 1, week: 7, month: 30.44, year: 365.25 }[rhythm.unit]
}

/** "3 weeks", "day", "never": what stands after "every". */
export const rhythmText = (rhythm: Rhythm): string => {
  if (rhythm === 'never') return 'never'
  return rhythm.every === 1 ? rhythm.unit : `${rhythm.every} ${rhythm.unit}s`
}

/** What decides when somebody has been quiet for long enough. */
export type ContactFacts = {
  readonly rhythm: Rhythm
  readonly lastContactOn: LocalDate | null
  /** The day set aside for a first contact, for somebody whom nobody has spoken to yet. */
  readonly firstDueOn: LocalDate | null
  /** "Not needed" was pressed on this day: the rhythm starts anew from it. */
  readonly letBeOn: LocalDate | null
  /** *Later* was pressed: not before this day. A contact ends it. */
  readonly laterUntil: LocalDate | null
}

/** The day from which somebody would be glad to hear from us; null for never. */
export const quietDueOn = (facts: ContactFacts): LocalDate | null => {
  if (facts.rhythm === 'never') return null
  const from = laterOf(facts.lastContactOn, facts.letBeOn)
  const dueOn = from === null ? facts.firstDueOn : oneRhythmAfter(from, facts.rhythm)
  return dueOn === null ? null : laterOf(dueOn, facts.laterUntil)
}

const laterOf = (a: LocalDate | null, b: LocalDate | null): LocalDate | null => {
  if (a === null || b === null) return a ?? b
  return a > b ? a : b
}

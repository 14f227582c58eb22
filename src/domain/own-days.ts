import type { KeyDate } from './key-date.js'
import { fold } from './names.js'

/** A day of somebody's own life; `year` is null where nobody said it. */
export type OwnDay = Pick<KeyDate, 'monthDay' | 'year'>

const whose = '(?:(?:his|her|their|own|the|a) )*'
const birthday = new RegExp(`^${whose}(?:birth ?da(?:y|te)|b ?day|date of birth|born|geburtstag)$`)
const anniversary = new RegExp(`^${whose}(?:wedding|marriage)? ?(?:anniversary|hochzeitstag)$`)
const wedding = new RegExp(`^${whose}(?:wedding|marriage)(?: day)?$`)

/** Their own birthday among the days to remember: not their daughter's, nor a party. */
export const ownBirthday = (dates: readonly KeyDate[]): OwnDay | null => ownDay(dates, [birthday])
/** The day they married, or keep as such. */
export const ownAnniversary = (dates: readonly KeyDate[]): OwnDay | null =>
  ownDay(dates, [anniversary, wedding])

const ownDay = (dates: readonly KeyDate[], meant: readonly RegExp[]): OwnDay | null => {
  const found = dates.find(({ kind, yearly, text }) => {
    const words = fold(text)
      .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
      .trim()
    return kind === 'date' && yearly && meant.some((each) => each.test(words))
  })
  if (found === undefined) return null
  const { monthDay, year, on } = found
  // A first time still to come says when it is kept next, not when it began.
  const isPast = year !== null && `${String(year).padStart(4, '0')}-${monthDay}` <= on
  return { monthDay, year: isPast ? year : null }
}

import type { ImportedContact } from '../../domain/imported-contact.js'

type Birthday = ImportedContact['birthday']

/** `1971-03-14`, `19710314`, `--0314`, `--03-14`, `14.03.1971`; null for what could be two days (`3/4/1971`), or none. */
export const birthdayOf = (text: string): Birthday => {
  const said = text.trim().replace(/(?<=\d)T.*$/u, '')
  const iso = /^(?<year>\d{4})-?(?<month>\d{2})-?(?<day>\d{2})$/.exec(said)?.groups
  const yearless = /^--(?<month>\d{1,2})-?(?<day>\d{2})$/.exec(said)?.groups
  const german = /^(?<day>\d{1,2})\.\s?(?<month>\d{1,2})\.\s?(?<year>\d{4})?$/.exec(said)?.groups
  const parts = iso ?? yearless ?? german ?? withSlashes(said)
  if (parts === undefined) return null
  return dayOf(Number(parts.month), Number(parts.day), Number(parts.year ?? 0))
}

/** Months and days change places between countries: only a day behind the twelfth tells which is which. */
const withSlashes = (text: string): Record<string, string> | undefined => {
  const [, first = '', second = '', year = ''] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? []
  if (Number(second) > 12) return { month: first, day: second, year }
  if (Number(first) > 12) return { month: second, day: first, year }
  return undefined
}

const dayOf = (month: number, day: number, year: number): Birthday => {
  // A leap year: the 29th of February is somebody's birthday.
  const date = new Date(Date.UTC(2000, month - 1, day))
  if (month < 1 || day < 1 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null
  const monthDay = `${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  // Apple writes 1604 where no year is known.
  return { monthDay, year: year >= 1850 && year <= 2100 ? year : null }
}

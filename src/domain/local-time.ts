import { TZDate } from '@date-fns/tz'
import { addMonths } from 'date-fns/addMonths'
import { addYears } from 'date-fns/addYears'

/** An instant: fixed-width UTC ISO text, `2026-11-24T15:00:00.000Z`. Compares as text. */
export type Instant = string
/** A day on somebody's calendar: `YYYY-MM-DD`. Compares as text. */
export type LocalDate = string
/** An IANA zone name, as Slack gives it: `America/Chicago`. */
export type Zone = string

export const instantOf = (date: Date): Instant => date.toISOString()

/** Whether a text says an instant without doubt: a date, a time, and a zone. */
export const isInstant = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:?\d{2})$/.test(text) &&
  !Number.isNaN(Date.parse(text)) &&
  // JavaScript takes 30 February for 2 March.
  isLocalDate(text.slice(0, 10))

/** Whether this machine knows the zone; Slack and people may name ones that it does not. */
export const isZone = (zone: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return zone !== ''
  } catch {
    return false
  }
}

/** Each zone, with the minute that was asked for last: whoever asks, it is now, and clocks change at whole minutes. */
const asked = new Map<Zone, { readonly minute: number; readonly offsetMs: number }>()
const mostZones = 1_000
const offsetNear = (ms: number, zone: Zone): number => {
  const minute = Math.floor(ms / 60_000)
  const known = asked.get(zone)
  if (known?.minute === minute) return known.offsetMs
  const offsetMs = -new TZDate(ms, zone).getTimezoneOffset() * 60_000
  if (asked.size >= mostZones) asked.clear()
  asked.set(zone, { minute, offsetMs })
  return offsetMs
}

/** Wall clock of an instant in a zone: the day, and minutes since its midnight. */
export const wallClock = (at: Instant, zone: Zone): { on: LocalDate; minutes: number } => {
  const ms = Date.parse(at)
  const wall = new Date(ms + offsetNear(ms, zone)).toISOString()
  return { on: wall.slice(0, 10), minutes: Number(wall.slice(11, 13)) * 60 + Number(wall.slice(14, 16)) }
}

export const localDateOf = (at: Instant, zone: Zone): LocalDate => wallClock(at, zone).on

/**
 * The instant of a wall time. In a gap (clocks go forward) the time moves forward by the gap's length;
 * in an overlap (clocks go back) it is the first of the two.
 */
export const instantAt = (on: LocalDate, minutes: number, zone: Zone): Instant => {
  const asIfUtc = Date.parse(`${on}T00:00:00.000Z`) + minutes * 60_000
  const offsetAt = (ms: number): number => -new TZDate(ms, zone).getTimezoneOffset() * 60_000
  const before = offsetAt(asIfUtc - 86_400_000)
  const fitting = [before, offsetAt(asIfUtc + 86_400_000)]
    .map((offset) => asIfUtc - offset)
    .filter((ms) => ms + offsetAt(ms) === asIfUtc)
    .sort((a, b) => a - b)
  // No reading fits inside a gap: the offset from before the change moves it forward.
  const ms = fitting[0] ?? asIfUtc - before
  return new Date(ms).toISOString()
}

const day = (on: LocalDate): TZDate => {
  const [year = 0, month = 1, date = 1] = on.split('-').map(Number)
  return new TZDate(year, month - 1, date, 'UTC')
}
const text = (date: Date): LocalDate => date.toISOString().slice(0, 10)

export const isLocalDate = (on: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(on) && !Number.isNaN(Date.parse(on)) && text(new Date(`${on}T00:00:00Z`)) === on

/** A day of the calendar as an instant: there all days are equally long, and a pass counts very many of them. */
const msOf = (on: LocalDate): number => Date.parse(`${on}T00:00:00.000Z`)
const dayMs = 86_400_000

export const plusDays = (on: LocalDate, n: number): LocalDate => text(new Date(msOf(on) + n * dayMs))
/** The last day of a shorter month stands for one that it does not have. */
export const plusMonths = (on: LocalDate, n: number): LocalDate => text(new Date(+addMonths(day(on), n)))
/** 29 February plus a year is 28 February. */
export const plusYears = (on: LocalDate, n: number): LocalDate => text(new Date(+addYears(day(on), n)))
/** Whole days from one date to another; negative when `to` is before `from`. */
export const daysBetween = (from: LocalDate, to: LocalDate): number => (msOf(to) - msOf(from)) / dayMs
/** 1 is Monday, 7 is Sunday. */
export const weekdayOf = (on: LocalDate): number => new Date(msOf(on)).getUTCDay() || 7

/** Days and hours, counted by the platform's own calendar and by none of the product's code. */
const formats = new Map<string, Intl.DateTimeFormat>()

const formatFor = (zone: string): Intl.DateTimeFormat => {
  const known = formats.get(zone)
  if (known !== undefined) return known
  const made = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  })
  formats.set(zone, made)
  return made
}

export type Wall = { readonly on: string; readonly hour: number; readonly minute: number }

export const wallAt = (ms: number, zone: string): Wall => {
  const parts = Object.fromEntries(
    formatFor(zone)
      .formatToParts(ms)
      .map(({ type, value }) => [type, value]),
  )
  return {
    on: `${parts.year}-${parts.month}-${parts.day}`,
    hour: Number(parts.hour),
    minute: Number(parts.minute),
  }
}

const dayMs = 86_400_000
const numberOf = (on: string): number => Date.parse(`${on}T12:00:00Z`)
const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10)

export const daysAfter = (on: string, days: number): string => dayOf(numberOf(on) + days * dayMs)
export const daysFrom = (from: string, to: string): number =>
  Math.round((numberOf(to) - numberOf(from)) / dayMs)

export const monthsAfter = (on: string, months: number): string => {
  const [year = 0, month = 1, day = 1] = on.split('-').map(Number)
  const first = new Date(Date.UTC(year, month - 1 + months, 1))
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  return dayOf(Date.UTC(first.getUTCFullYear(), first.getUTCMonth(), Math.min(day, last)))
}

/** What a place says of its time. */
export type Hours = {
  readonly zone: string
  readonly days: readonly number[]
  readonly fromHour: number
  readonly toHour: number
  readonly digestHour: number
  readonly holidays: readonly string[]
}

export const worksOn = (on: string, { days, holidays }: Hours): boolean =>
  days.includes(new Date(numberOf(on)).getUTCDay() || 7) && !holidays.includes(on)

export const worksAt = (ms: number, hours: Hours): boolean => {
  const { on, hour } = wallAt(ms, hours.zone)
  return worksOn(on, hours) && hour >= hours.fromHour && hour < hours.toHour
}

/** The last working day at or before one; the day itself where there is none within a year. */
export const lastWorkingDay = (on: string, hours: Hours): string => {
  for (let back = 0; back < 366; back++) if (worksOn(daysAfter(on, -back), hours)) return daysAfter(on, -back)
  return on
}

export const workingDaysBetween = (from: string, to: string, hours: Hours): number => {
  let count = 0
  for (let on = daysAfter(from, 1); on <= to; on = daysAfter(on, 1)) if (worksOn(on, hours)) count += 1
  return count
}

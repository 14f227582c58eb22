import { TZDate } from '@date-fns/tz'
import type { ClockStep } from './wire.js'

const hourMs = 3_600_000

/** A minute past nine, so that what is due at nine is due. */
const morning = { hour: 9, minute: 1 }

/** Where a step leads from an instant; a working morning is one from Monday to Friday in the team's zone. */
export function stepFrom(now: Date, step: ClockStep, zone: string): Date {
  if (step === 'hour') return new Date(now.getTime() + hourMs)
  if (step === 'weeks') return new Date(now.getTime() + 21 * 24 * hourMs)
  const local = new TZDate(now.getTime(), zone)
  for (let days = 0; ; days++) {
    const [year, month, day] = [local.getFullYear(), local.getMonth(), local.getDate() + days]
    const candidate = new TZDate(year, month, day, morning.hour, morning.minute, zone)
    const isWorkingDay = candidate.getDay() >= 1 && candidate.getDay() <= 5
    if (isWorkingDay && candidate.getTime() > now.getTime()) return new Date(candidate.getTime())
  }
}

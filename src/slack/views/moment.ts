import { type Instant, wallClock } from '../../domain/local-time.js'
import { longDay } from './days.js'

/** "20 November 2026, 17:03". */
export const moment = (at: Instant, zone: string): string => {
  const { on, minutes } = wallClock(at, zone)
  const two = (n: number) => String(Math.floor(n)).padStart(2, '0')
  return `${longDay(on)}, ${two(minutes / 60)}:${two(minutes % 60)}`
}

import type { MovingClock } from './moving-clock.js'
import type { PracticeClock } from './page/clock.js'

const hourMs = 3_600_000
/** Further than this the hours in between are not lived through one by one. */
const mostHours = 24 * 100

/** Who lives by the clock: told of each instant before it, and asked to do what is due then. */
export type Living = { readonly setClock: (at: Date) => Promise<void>; readonly beat: () => Promise<void> }

/** The clock as the page moves it: every hour in between is lived through, so that nudges come as they would. */
export const livingClock = (clock: MovingClock, living: Living, zone: string): PracticeClock => {
  const liveAt = async (at: Date): Promise<void> => {
    clock.set(at)
    await living.setClock(at)
    await living.beat()
  }
  return {
    zone,
    now: () => clock.now(),
    moveTo: async (instant) => {
      const from = clock.now().getTime()
      const hours = Math.min(Math.ceil((instant.getTime() - from) / hourMs), mostHours)
      for (let hour = 1; hour < hours; hour++)
        await liveAt(new Date(instant.getTime() - (hours - hour) * hourMs))
      await liveAt(instant)
    },
  }
}

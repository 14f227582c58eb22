import type { Waits } from '../../src/app/ports/turns.js'

/** A workspace in which there is nothing to do, and nothing known to come. */
export const nothingWaits: Waits = {
  beatAt: null,
  hours: [],
  posts: [],
  isStale: false,
  hasImports: false,
  isReading: false,
  retractFrom: null,
  sourcesFrom: null,
  isHeldKnown: false,
  news: [],
  weekFrom: null,
}

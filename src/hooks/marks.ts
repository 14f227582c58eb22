import { createHash } from 'node:crypto'
import type { Mark } from '../app/sources/take-in.js'

/** By which a repetition is known; what was said cannot be read from it. */
export const markOf = (parts: readonly (string | number | null)[], untilMs: number): Mark => ({
  mark: createHash('sha256').update(JSON.stringify(parts)).digest('base64'),
  until: new Date(untilMs).toISOString(),
})

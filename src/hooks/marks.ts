import { createHmac } from 'node:crypto'
import type { Mark } from '../app/sources/take-in.js'

/** By which a repetition is known. What was said can neither be read from it nor guessed, without the source's secret. */
export const markOf = (
  secret: string,
  parts: readonly (string | number | null)[],
  untilMs: number,
): Mark => ({
  mark: createHmac('sha256', secret).update(JSON.stringify(parts)).digest('base64'),
  until: new Date(untilMs).toISOString(),
})

import { setTimeout as sleep } from 'node:timers/promises'
import type { SlackTrouble } from '../slack-error.js'

/** How long to wait between tries. `random` gives a number from 0 to 1. */
export type Backoff = {
  readonly firstMs: number
  readonly longestMs: number
  readonly random: () => number
}
export const standardBackoff: Backoff = { firstMs: 250, longestMs: 30_000, random: Math.random }

/** Doubles with each failure; scattered, so that many bots do not return at once. Slack's own wish comes first. */
export const gapAfter = (failures: number, backoff: Backoff, trouble?: SlackTrouble): number => {
  const grown = Math.min(backoff.firstMs * 2 ** failures, backoff.longestMs)
  const scattered = Math.round(grown * (0.75 + backoff.random() / 4))
  const wished = trouble?.kind === 'temporary' ? (trouble.retryAfterMs ?? 0) : 0
  return Math.max(scattered, wished)
}

/** Waits, or returns at once when aborted. Never throws. */
export const pause = async (ms: number, signal?: AbortSignal): Promise<void> => {
  await sleep(ms, undefined, signal ? { signal } : {}).catch(() => {})
}

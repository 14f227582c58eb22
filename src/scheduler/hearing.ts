import type { Heard, HeardThere } from '../app/ports/heard.js'
import type { Instant } from '../domain/local-time.js'

export type HearingOptions = {
  readonly heard: Pick<Heard, 'since'>
  readonly onHeard: (told: HeardThere) => void
  /** More was told than is looked at, or too long ago: whatever is remembered may not be so any more. */
  readonly onDeaf: () => void
  /** In ms, from whenever. */
  readonly elapsed?: () => number
}

/** What is told as a transaction begins, and seen when it ends: usually within this time. */
const overlapMs = 10_000
/** No transaction lasts longer (see `openPool`); so far back goes each so manieth look. */
const longestMs = 90_000
const thoroughEach = 15
/** What was told is erased after ten minutes. */
const deafAfterMs = 8 * 60_000

/** One look at what Slack told other processes since the last one; each thing counts once. Rejects while the database is away. */
export const hearing = (options: HearingOptions): (() => Promise<void>) => {
  const { heard, onHeard, onDeaf, elapsed = () => performance.now() } = options
  const known = new Map<string, Instant>()
  let upTo: Instant | null = null
  let lookedAt = elapsed()
  let looks = 0
  return async () => {
    const from = upTo ?? (await heard.since(null)).now
    const backMs = looks++ % thoroughEach === 0 ? longestMs : overlapMs
    const { now, told, isAll } = await heard.since(earlier(from, backMs))
    if (!isAll || elapsed() - lookedAt > deafAfterMs) onDeaf()
    for (const each of told) {
      if (known.has(each.nth)) continue
      known.set(each.nth, each.at)
      onHeard(each)
    }
    const outOfSight = earlier(now, 2 * longestMs)
    for (const [nth, at] of known) if (at < outOfSight) known.delete(nth)
    upTo = now
    lookedAt = elapsed()
  }
}

const earlier = (at: Instant, ms: number): Instant => new Date(Date.parse(at) - ms).toISOString()

import type { Instant } from '../../domain/local-time.js'

/** Whoever takes the bot away has this long to think again; the privacy page says so. */
const keptDays = 30
const dayMs = 86_400_000

/** When what is kept of a workspace goes that was left at an instant. */
export const eraseAfter = (at: Instant): Instant => daysAfter(at, keptDays)

/** When it goes even though Slack does not say whether it was really taken away. */
export const eraseRegardlessAfter = (eraseAt: Instant): Instant => daysAfter(eraseAt, 7)

const daysAfter = (at: Instant, days: number): Instant =>
  new Date(Date.parse(at) + days * dayMs).toISOString()

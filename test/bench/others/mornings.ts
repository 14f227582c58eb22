import type { Single } from '../numbers/result.js'
import { allDueMoment, firstMoment } from '../people/life.js'
import { aheadMs, startSide } from '../sides/side.js'
import type { ShamSlack } from '../slack/sham-slack.js'

/** A morning on which everybody in `path` is due: how long it is planned, and how long its posts are sent. */
export const mornings = async (
  slack: ShamSlack,
  path: string,
  people: number,
): Promise<readonly Single[]> => {
  const later = Date.parse(allDueMoment) - Date.parse(firstMoment)
  const side = await startSide('A morning', 'morning', slack, {
    DATABASE_URL: `file:${path}`,
    CLOCK_AHEAD_MS: String(aheadMs + later),
  })
  try {
    const due = people.toLocaleString('en')
    const [planMs = Number.NaN, posts = 0, entries = 0] = await side.ask({ what: 'plan' })
    const [sendMs = Number.NaN, sent = 0] = await side.ask({ what: 'send' })
    if (sent === 0) throw new Error(`Of ${posts} posts none was sent`)
    return [
      {
        what: `planning ${due} due`,
        side: `${posts} digests with ${entries} people`,
        value: planMs,
        unit: 'ms',
      },
      { what: 'sending, for each post', side: `${sent} digests`, value: sendMs / sent, unit: 'ms' },
    ]
  } finally {
    await side.stop()
  }
}

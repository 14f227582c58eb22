import type { Outage } from '../../app/nudges/compose-notice.js'
import type { Reply } from '../answer.js'
import { ours, say } from './copy.js'
import { moment } from './moment.js'
import { hint, line, page } from './page.js'

/** To whoever set the bot up: how long it was away, and what that means. */
export const outageView = ({ from, to, why, zone }: Outage): Reply => {
  const howLong = ours(duration(Date.parse(to) - Date.parse(from)))
  const when = ours(`from ${moment(from, zone)} to ${moment(to, zone)}`)
  const what =
    why === 'stopped'
      ? say`I was not running for ${howLong}: ${when}.`
      : say`I could not reach Slack for ${howLong}: ${when}.`
  return page([
    line(
      what,
      say`Nobody was reminded of anybody meanwhile. Nothing that I knew is lost, and what is due comes up as ever, a few people each morning.`,
      say`What was typed, pressed or reacted with at that time did not reach me: please do it again.`,
    ),
    hint(say`Whoever runs me can watch /readyz and /metrics, and hears of it at once the next time.`),
  ])
}

/** "2 days and 15 hours". */
const duration = (ms: number): string => {
  const hours = Math.round(ms / 3_600_000)
  const days = Math.floor(hours / 24)
  const rest = hours % 24
  const count = (n: number, unit: string) => `${n} ${unit}${n === 1 ? '' : 's'}`
  return rest === 0 ? count(days, 'day') : `${count(days, 'day')} and ${count(rest, 'hour')}`
}

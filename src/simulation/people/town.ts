import type { Home } from '../../domain/audience.js'
import type { Random } from '../random.js'
import type { SlackWorld } from '../slack/slack-world.js'

/** A channel in which a team keeps its people. */
export type TeamPlace = {
  readonly channelId: string
  readonly home: Home
  readonly zone: string
  readonly members: readonly string[]
}

/** Everybody and every place of one workspace. */
export type Town = {
  readonly teams: readonly TeamPlace[]
  /** Full members; some of them leave in the course of time. */
  readonly teammates: readonly string[]
  readonly guest: string
  readonly admin: string
  /** Public without the bot, and shared with another organisation. */
  readonly others: readonly string[]
}

/** Zones whose clocks change, on both sides of the equator and by half an hour, and two that stay as they are. */
const zones = [
  'America/Chicago',
  'Europe/London',
  'Australia/Sydney',
  'America/St_Johns',
  'Europe/Berlin',
  'Australia/Lord_Howe',
  'America/Santiago',
  'Africa/Cairo',
  'Asia/Kolkata',
  'Pacific/Honolulu',
] as const

const names = ['ana', 'ben', 'cleo', 'dan', 'eva', 'finn', 'gita', 'hugo']

export const build = (slack: SlackWorld, random: Random, teamCount: number): Town => {
  const { people, places } = slack
  const teammates = names.map(
    (name, n) =>
      people.add({ name, tz: n === 7 ? null : random.pick(zones), standing: n === 0 ? 'admin' : 'member' })
        .id,
  )
  const guest = people.add({ name: 'guest', standing: 'guest', tz: 'UTC' }).id
  const outsider = people.add({ name: 'outsider', standing: 'outsider', tz: 'UTC' }).id
  const [admin = ''] = teammates
  const teams = Array.from({ length: teamCount }, (_, n): TeamPlace => {
    const isOpen = n % 2 === 0
    const members = isOpen ? teammates : teammates.slice(0, 5)
    const channel = places.add({
      name: `team-${n}`,
      kind: isOpen ? 'public' : 'private',
      members: isOpen && random.chance(0.5) ? [...members, guest] : members,
    })
    return { channelId: channel.id, home: `channel:${channel.id}`, zone: random.pick(zones), members }
  })
  const lobby = places.add({ name: 'lobby', members: teammates, withBot: false }).id
  const shared = places.add({ name: 'partners', members: [...teammates, outsider], extShared: true }).id
  return { teams, teammates, guest, admin, others: [lobby, shared] }
}

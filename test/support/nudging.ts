import type { SeenMessage } from '../../src/practice/sight/seen.js'
import { types } from './doing.js'
import type { Team } from './team.js'

export const tuesday = '2026-11-24T16:00:00.000Z' // 10:00 in Chicago
export const at = (day: string, hour = 16): string => `${day}T${String(hour).padStart(2, '0')}:00:00.000Z`

export const frankIsQuiet = async (team: Team, rhythm = '3 weeks'): Promise<void> =>
  types(
    team,
    team.ana,
    team.customers,
    'add Frank Ortiz, facilities manager at Acme Lighting',
    'heard frank my daughter starts at Ohio State',
    'met frank 60 days ago: walked the plant',
    `every frank ${rhythm}`,
  )

/** Ana hands somebody to a teammate, who has been told once this resolves: what a pass posts then is its own. */
export const hands = async (
  team: Team,
  who: string,
  to: string,
  channelId: string = team.customers,
): Promise<void> => {
  const notices = () =>
    team.posts(team.slack.places.dm(to).id, to).filter((post) => post.includes('over to you')).length
  const before = notices()
  await types(team, team.ana, channelId, `hand ${who} to <@${to}>`)
  await team.slack.until(() => notices() > before, { what: 'a notice' })
}

export const nudgeIn = (team: Team, channelId = team.customers, userId = team.ana): SeenMessage => {
  const posts = team.slack
    .seenBy(userId, channelId)
    .filter((seen) => seen.user === team.slack.botUserId && !seen.isEphemeral)
  const post = posts.at(-1)
  if (post === undefined) throw new Error('no nudge there')
  return post
}
export const putRight = (team: Team, how: RegExp, channelId = team.customers) =>
  team.slack.until(() => team.posts(channelId).some((post) => how.test(post)), { what: `a post like ${how}` })
export const reads = (team: Team, message: SeenMessage) => team.slack.visibleText(message)

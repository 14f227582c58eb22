import { types } from './doing.js'
import type { Team } from './team.js'

/** `/person settings`, with *Mind the person* on or off. */
export const minds = async (team: Team, channelId = team.customers, on = true): Promise<void> => {
  const { ana, slack } = team
  const form = await (await slack.as(ana).command(channelId, '/person settings')).modal()
  const { errors } = await slack.as(ana).submit(form, { mindful: on ? ['on'] : [] })
  if (Object.keys(errors).length > 0) throw new Error(JSON.stringify(errors))
  await slack.idle()
}

/** Frank and Dana, in a channel that minds its words. */
export const mindfulTeam = async (team: Team): Promise<void> => {
  const { ana, customers } = team
  await types(
    team,
    ana,
    customers,
    'add Frank Ortiz, facilities manager at Acme Lighting',
    'add Dana Cho, CFO at Globex',
  )
  await minds(team)
}

/** Says something in a channel, and answers what the bot says to the speaker alone because of it. */
export const saysAloud = async (
  team: Team,
  userId: string,
  channelId: string,
  text: string,
  more: { readonly threadTs?: string; readonly broadcast?: boolean; readonly raw?: boolean } = {},
): Promise<string[]> => {
  const { slack } = team
  const notes = () => slack.seenBy(userId, channelId).filter(({ isEphemeral }) => isEphemeral)
  const before = new Set(notes().map(({ ts }) => ts))
  await slack.as(userId).say(channelId, text, more)
  await slack.idle()
  return notes()
    .filter(({ ts }) => !before.has(ts))
    .map((seen) => slack.visibleText(seen))
}

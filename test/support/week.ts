import { pressed, types } from './doing.js'
import { homeLoses, pressesHome, readsHome } from './home.js'
import { nudgeIn } from './nudging.js'
import type { Team } from './team.js'

/** Three in the afternoon of a Friday in Chicago. */
export const friday = '2026-11-27T21:00:00.000Z'
export const nextFriday = '2026-12-04T21:00:00.000Z'
export const mondayAfter = '2026-11-30T16:00:00.000Z'

/** Ticks *The week, heard* in the form of a channel. */
export const wantsTheWeek = async (team: Team, channelId = team.customers, week = true): Promise<void> => {
  const { ana, slack } = team
  const run = await slack.as(ana).command(channelId, '/person settings')
  const form = await run.modal()
  const { errors } = await slack.as(ana).submit(form, { week: week ? ['on'] : [] })
  if (Object.keys(errors).length > 0) throw new Error(JSON.stringify(errors))
  const said = week ? 'at the end of each week I say what we heard' : 'I do not say what we heard any more'
  await slack.until(() => team.posts(channelId).some((post) => post.includes(said)), { what: said })
}

/** Four customers, known for long: the week before this one knows all of it. */
export const aTeamKnows = (team: Team): Promise<void> =>
  types(
    team,
    team.ana,
    team.customers,
    'add Susan Whitfield, head of the park at Acme Parks',
    'add Maria Lindqvist, ranger at Nordic Trails',
    'met maria 130 days ago: walked the north trail',
    'add Frank Ortiz, facilities manager at Acme Lighting',
    'ask frank who decides about the vans?',
    'promise frank by 30 november: send the sample',
    'add someone, buyer at Acme Parks',
  )

/** And what one week brought. */
export const aWeekOf = (team: Team): Promise<void> =>
  types(
    team,
    team.ben,
    team.customers,
    'called maria: she asks for maps of the trails',
    'heard susan the crew would miss the old map most, Ben and @ana know why',
    'answered frank: his sister does, she always did',
    'kept frank: send the sample',
  )

/** Presses a button under the last week that was told in a channel; answers what that brings. */
export const pressesUnderWeek = async (
  team: Team,
  userId: string,
  channelId: string,
  label: string,
): Promise<string> =>
  team.slack.visibleText(await pressed(team, userId, nudgeIn(team, channelId, userId), label))

/** Presses a button on somebody's Home; answers what stands there then from the mirror on. */
export const pressesAtHome = async (team: Team, userId: string, label: string): Promise<string> => {
  await team.slack.as(userId).openHome()
  await pressesHome(team, userId, label)
  await homeLoses(team, userId, `[${label}]`)
  return /(?:Your mirror|\[Show my mirror\]).*?(?=\nSettings\n|$)/s.exec(readsHome(team, userId))?.[0] ?? ''
}

import { types } from './doing.js'
import { aTeam, type Team, type TeamOptions } from './team.js'

/** Slack's own clock stands on the Friday before: what is logged is of that day. */
const friday = Date.parse('2026-11-20T21:00:00.000Z')
export const aTeamThatReacts = async (options: TeamOptions = {}): Promise<Team> => {
  const team = await aTeam({ ...options, slack: { now: () => friday, ...options.slack } })
  await types(
    team,
    team.ana,
    team.customers,
    'add Frank Ortiz, facilities manager at Acme Lighting frank@acme.example',
    'add Susan Bell, CFO at Globex',
  )
  return team
}

export const card = (team: Team, who = 'frank', userId = team.ana) =>
  team.types(userId, team.customers, `/person ${who}`)
export const call = 'Great call with Frank Ortiz today'
export const phone = 'telephone_receiver'
export const countOf = (text: string, piece: string): number => text.split(piece).length - 1

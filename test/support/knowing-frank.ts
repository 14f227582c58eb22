import { expect } from 'vitest'
import { type asked, types } from './doing.js'
import { aTeam, type Team } from './team.js'

export const aTeamWithFrank = async (): Promise<Team> => {
  const team = await aTeam()
  await types(
    team,
    team.ana,
    team.customers,
    'add Frank Ortiz, facilities manager at Acme Lighting frank@acme.example',
  )
  return team
}
export const show = (team: Team, who = 'frank', userId = team.ana) =>
  team.types(userId, team.customers, `/person ${who}`)
export const reads = (team: Team, message: Awaited<ReturnType<typeof asked>>) =>
  team.slack.visibleText(message)
export const withoutProblems = (team: Team) => expect(team.slack.problems).toEqual([])

import { expect } from 'vitest'
import { asked, pressed, types } from './doing.js'
import type { Team } from './team.js'

export const secret = 'the plant may close in May'
export const tuesday = '2026-11-24T16:00:00.000Z' // 10:00 in Chicago

/** Everything that a teammate can ask about somebody called Frank, joined. */
export const allThatIsToldTo = async (
  team: Team,
  userId: string,
  channelId = team.customers,
): Promise<string> => {
  const told = [
    await team.types(userId, channelId, '/person frank'),
    await team.types(userId, channelId, '/person find plant'),
    await team.types(userId, channelId, '/person find frank'),
    await team.types(userId, channelId, '/person due'),
    await team.types(userId, channelId, '/person'),
    await team.types(userId, channelId, '/person fra'),
    await team.types(userId, channelId, '/person framk'),
  ]
  const card = await asked(team, userId, channelId, '/person frank')
  if (team.slack.visibleText(card).includes('[More]'))
    told.push(team.slack.visibleText(await pressed(team, userId, card, 'More')))
  return told.join('\n')
}

/** Frank, whom everybody knows; the team has been quiet for two months. */
export const frankInPublic = async (team: Team): Promise<void> => {
  const { ana, customers } = team
  await types(
    team,
    ana,
    customers,
    'add Frank Ortiz, facilities manager at Acme Lighting frank@acme.example',
    'met frank 60 days ago: walked round',
  )
}

export const nobodyElseWasTold = (team: Team): void => {
  for (const userId of [team.gus, team.pia])
    for (const { id } of team.slack.places.all()) {
      const seen = team.slack.seenBy(userId, id).map((each) => team.slack.visibleText(each))
      expect(seen.join()).not.toContain(secret)
    }
}

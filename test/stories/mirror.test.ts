import { expect, it } from 'vitest'
import { types } from '../support/doing.js'
import { forgePress } from '../support/forging.js'
import { homeOf, homeShows, pressesHome, readsHome } from '../support/home.js'
import { keptAt } from '../support/kept-text.js'
import { aTeam, type Team } from '../support/team.js'

/** Ana wrote down six conversations: asked in two, heard in one. */
const talks = (team: Team): Promise<void> =>
  types(
    team,
    team.ana,
    team.customers,
    'add Frank Ortiz, facilities manager at Acme Lighting',
    'ask frank who decides about the vans?',
    'met frank: walked the plant',
    'called frank 3 days ago: told them about the new lamps',
    'called frank 5 days ago: "my daughter starts at Ohio State"',
    'emailed frank 8 days ago: sent the list',
    'emailed frank 9 days ago: what would they like? no answer',
    'emailed frank 11 days ago: sent the list',
  )

it('is silent until it is asked for, says how somebody listened, and is gone by one press', async () => {
  const team = await aTeam()
  const { ana, slack } = team
  await talks(team)
  await homeOf(team, ana)
  expect(readsHome(team, ana)).toContain('Show my mirror')
  expect(readsHome(team, ana)).not.toContain('Your mirror')
  await pressesHome(team, ana, 'Show my mirror')
  await homeShows(team, ana, /Your mirror/)
  expect(readsHome(team, ana)).toContain(
    'Of your last 6 conversations: you asked something in 2, and kept their own words from 1.',
  )
  expect(readsHome(team, ana)).toContain('Of 3, only our side is written down; maybe there was more.')
  expect(readsHome(team, ana)).toContain('Something to try: keep one sentence next time just as they said it')
  await types(team, ana, team.customers, 'heard frank we love the lamps')
  await homeShows(team, ana, /words from 2/)
  await pressesHome(team, ana, 'Put it away')
  await homeShows(team, ana, /Show my mirror/)
  expect(readsHome(team, ana)).not.toContain('Your mirror')
  expect(slack.problems).toEqual([])
})

it('is of nobody else, is kept nowhere, and nobody can have another’s shown', async () => {
  const team = await aTeam({ mode: 'http' })
  const { ana, ben, gus, customers, slack, config } = team
  await talks(team)
  await types(team, ben, customers, 'called frank: he likes the lamps')
  await homeOf(team, ana)
  await homeOf(team, ben)
  await pressesHome(team, ana, 'Show my mirror')
  await homeShows(team, ana, /Your mirror/)
  // Ben's Home stays as it was, whatever he sends.
  for (const value of [ana, `teammate:${ana}`, 'on']) {
    await forgePress(team, { userId: gus, channelId: customers }, 'mirror-on', value)
    await forgePress(team, { userId: ben, channelId: customers }, 'mirror-off', value)
  }
  await slack.idle()
  await homeOf(team, ben)
  expect(readsHome(team, ben)).not.toContain('Your mirror')
  await forgePress(team, { userId: ben, channelId: customers }, 'mirror-on', `teammate:${ana}`)
  await homeShows(team, ben, /Your mirror/)
  expect(readsHome(team, ben)).toContain('too few conversations of yours')
  expect(readsHome(team, ben)).not.toMatch(/Of your last|asked something/)
  await homeOf(team, ana)
  expect(readsHome(team, ana)).toContain('Of your last 6 conversations')
  for (const channelId of [customers, slack.places.dm(ben).id, slack.places.dm(ana).id])
    for (const reader of [ana, ben])
      expect(team.posts(channelId, reader).join()).not.toMatch(/mirror|last 6 conversations/)
  expect(await keptAt(config.databaseUrl)).not.toMatch(/asked something|last 6 conversations/)
})

import { expect, it } from 'vitest'
import { types } from '../support/doing.js'
import { homeLoses, homeOf, homeShows, readsHome } from '../support/home.js'
import { aTeam } from '../support/team.js'

it('the Home of whoever has left a place shows nobody of it, though Slack takes no Home when they go', async () => {
  const team = await aTeam()
  const { ben, quiet, slack } = team
  slack.places.join(quiet, ben)
  await types(team, ben, quiet, 'add Zelda Quist', 'met zelda 60 days ago')
  await homeOf(team, ben)
  await homeShows(team, ben, 'Zelda Quist')
  slack.faults.next('views.publish', { kind: 'rate_limited', retryAfterSeconds: 1 })
  slack.places.leave(quiet, ben)
  await slack.until(() => team.logged.join().includes('A Home could not be published'), { what: 'a refusal' })
  expect(readsHome(team, ben)).toContain('Zelda')
  // Slack said that it wants to be left alone for a second.
  const stillShows = async () => {
    await team.bot.beat()
    return readsHome(team, ben).includes('Zelda')
  }
  await expect.poll(stillShows, { timeout: 20_000 }).toBe(false)
})

it('what a teammate has closed meanwhile goes from a Home that offers it, though a press says that it is closed', async () => {
  const team = await aTeam()
  const { ana, ben, customers, slack } = team
  await types(team, ben, customers, 'add Frank Ortiz, buyer at Acme')
  await types(team, ana, customers, 'promise frank by 1 december: send the sample')
  const home = await homeOf(team, ana)
  await types(team, ben, customers, 'kept frank')
  await slack.idle()
  expect(readsHome(team, ana)).toContain('send the sample')
  await slack.as(ana).press(home, 'Kept')
  await homeLoses(team, ana, 'send the sample')
})

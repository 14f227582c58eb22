import { it } from 'vitest'
import { servePage } from '../../../src/practice/page/serve-page.js'
import { types } from '../../support/doing.js'
import { homeOf, homeShows, pressesHome } from '../../support/home.js'
import { mindfulTeam } from '../../support/minding.js'
import { quotes } from '../../support/quoting.js'
import { finds, findsByWords } from '../../support/sketching.js'
import { aTeam, type Team } from '../../support/team.js'
import { aTeamKnows, aWeekOf, friday, wantsTheWeek } from '../../support/week.js'
import { openPage } from '../support/browser.js'
import { take, wide } from '../support/camera.js'

const at = '2026-11-21T16:00:00.000Z'

const onThePage = async (team: Team, path: string) => {
  servePage(team.slack, { clock: { now: () => new Date(team.clock()), moveTo: async () => {} } })
  return openPage(`${team.slack.origin}/?${path}`, { ...wide, viewport: { width: 1000, height: 760 } })
}
const aTeamAt = (now: string): Promise<Team> => aTeam({ at: now, slack: { now: () => Date.parse(now) } })

/** What the bot said last in a channel. */
const last = async (team: Team, name: string, said: string, path = 'as=ana&in=customers'): Promise<void> => {
  const page = await onThePage(team, path)
  const messages = page.getByRole('log', { name: 'Messages' })
  await messages.getByText(said).first().waitFor()
  await take(page, name, messages.getByRole('article').last())
}

it('takes a review of what marketing believes', async () => {
  const team = await aTeamAt(at)
  await types(
    team,
    team.ana,
    team.customers,
    'add Frank Ortiz, buyer at Acme',
    'add Zelda Quist, buyer at Globex',
  )
  await types(team, team.ana, team.customers, 'add Lily Chen, cook at Initech')
  await team.types(team.ana, team.customers, '/persona Plant managers: price comes first; they decide alone')
  await findsByWords(team, 'frank', 'what counts is that nobody calls me at night', 'Does not')
  await finds(team, 'zelda', 'Holds')
  await finds(team, 'lily', 'Does not')
  await team.types(team.ana, team.customers, '/persona review Plant managers')
  await last(team, 'sketch-review-light', 'price comes first')
})

it('takes what people really said, for whoever writes', async () => {
  const team = await aTeamAt(at)
  await types(
    team,
    team.ana,
    team.customers,
    'add Frank Ortiz, facilities manager at Acme',
    'add Lily Chen, buyer at Globex',
  )
  await quotes(team, 'frank: the light is what my people notice first when they come in')
  await quotes(team, 'lily: I would pay for light that nobody has to think about')
  await team.types(team.ana, team.customers, '/person words light')
  await last(team, 'words-light', 'notice first')
})

it('takes the quiet note to whoever speaks of a lead', async () => {
  const team = await aTeamAt(at)
  await mindfulTeam(team)
  await team.slack.as(team.ben).say(team.customers, 'Frank Ortiz is a hot lead, and Dana too')
  await team.slack.idle()
  await last(team, 'minded-light', 'Behind', 'as=ben&in=customers')
})

it('takes the week, heard', async () => {
  const team = await aTeamAt('2026-11-19T16:00:00.000Z')
  await aTeamKnows(team)
  await wantsTheWeek(team)
  team.setClock('2026-11-25T16:00:00.000Z')
  await aWeekOf(team)
  await team.pass(friday)
  await last(team, 'week-heard-light', 'The week, heard')
})

it('takes a mirror', async () => {
  const team = await aTeamAt(at)
  const lines = [
    'add Frank Ortiz, facilities manager at Acme',
    'ask frank who decides about the vans?',
    'met frank: walked the plant',
  ]
  const told = [
    'called frank 3 days ago: told them about the new lamps',
    'emailed frank 8 days ago: sent the list',
  ]
  await types(
    team,
    team.ana,
    team.customers,
    ...lines,
    ...told,
    'called frank 5 days ago: "my daughter starts at Ohio State"',
  )
  await types(team, team.ana, team.customers, 'emailed frank 11 days ago: sent the list')
  await homeOf(team, team.ana)
  await pressesHome(team, team.ana, 'Show my mirror')
  await homeShows(team, team.ana, 'Your mirror')
  const page = await onThePage(team, 'as=ana&in=customers')
  await page.getByRole('button', { name: 'Personable' }).first().click()
  await page.getByRole('tab', { name: 'Home' }).click()
  await page.getByText('Your mirror').first().waitFor()
  await take(page, 'mirror-light')
})

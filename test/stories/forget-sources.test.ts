import { expect, it } from 'vitest'
import { asked, eventually, pressed, types, words } from '../support/doing.js'
import { hears } from '../support/hearing.js'
import { eventOf, hooks, hubspotTells, later, tells } from '../support/hooking.js'
import { keptAt, keptInBackupOf } from '../support/kept-text.js'
import { aTeam, type Team } from '../support/team.js'
import { temporaryDatabase } from '../support/temporary-database.js'
import { saidBy, tracesIn } from '../support/traces.js'

const traces = ['wendelin', 'ottokar', 'zeppelin', 'quokka', 'xylophone', 'marmalade', 'wo@acme.example']

/** Known by address and as a record of HubSpot's; both have spoken, and speak again. */
const known = async () => {
  const databaseUrl = await temporaryDatabase()
  const team = await aTeam({ databaseUrl, hooks })
  const { ana, customers } = team
  await types(
    team,
    ana,
    customers,
    'add Frank Ortiz, facilities manager at Acme',
    'add Wendelin Ottokar, keeper of the xylophone at Acme wo@acme.example',
  )
  await hears(team, {
    name: 'Wendelin Ottokar',
    source: 'hubspot',
    key: '77',
    title: 'Keeper of the xylophone',
    company: 'Acme',
    observedAt: '2026-11-01T09:00:00.000Z',
  })
  await tells(team, { email: 'wo@acme.example', title: 'Pilot of the zeppelin', company: 'Quokka Inc' })
  await hubspotTells(team, [eventOf(77, 'jobtitle', 'Chief of marmalade', '2026-11-21T15:00:00Z')])
  await later(team, '2026-11-21T16:04:00.000Z')
  await tells(team, { name: 'Wendelin Ottokar', title: 'Marmalade taster', source: 'other' })
  await hubspotTells(team, [eventOf(77, 'company', 'Quokka GmbH', '2026-11-21T16:05:00Z')])
  return { team, databaseUrl }
}

const forgetting = async (team: Team): Promise<void> => {
  const question = await asked(team, team.ana, team.customers, '/person forget wendelin')
  await pressed(team, team.ana, question, 'Forget for good')
}
const forgets = async (team: Team): Promise<void> => {
  await forgetting(team)
  await eventually('nothing of him in Slack', async () => {
    await team.bot.beat()
    return tracesIn(saidBy(team.slack), traces).length === 0
  })
}

it('who changed roles goes with the place that was kept for whoever is there now', async () => {
  const { team, databaseUrl } = await known()
  expect(await team.types(team.ana, team.customers, '/person at acme')).toContain('xylophone')
  await forgets(team)
  expect(await team.types(team.ana, team.customers, '/person at acme')).not.toContain('xylophone')
  await eventually(
    'nothing on the disk',
    async () => tracesIn(await keptAt(databaseUrl), traces).length === 0,
  )
  expect(tracesIn(await keptInBackupOf(databaseUrl), traces)).toEqual([])
})

it('whoever was found to be in that place stays', async () => {
  const { team } = await known()
  const { ana, customers, slack } = team
  const add = '/person add Dana Cho, keeper of the xylophone at Acme'
  const question = await asked(team, ana, customers, add)
  expect(slack.visibleText(question)).toContain('Someone')
  await pressed(team, ana, question, /^Yes|same/i)
  await forgetting(team)
  expect(await team.types(ana, customers, '/person dana')).toContain('xylophone')
})

it('what a source says of them afterwards is not kept, by address, name or record', async () => {
  const { team, databaseUrl } = await known()
  await forgets(team)
  await tells(team, { email: 'WO@acme.example', title: 'Zeppelin again' })
  await tells(team, { name: 'Wendelin Ottokar', title: 'Zeppelin again' })
  await hubspotTells(team, [eventOf(77, 'jobtitle', 'Zeppelin again', '2026-11-21T16:20:00Z')])
  await later(team, '2026-11-21T16:40:00.000Z')
  expect(tracesIn(await keptAt(databaseUrl), traces)).toEqual([])
})

it('who was named as the one who is there now is introduced by nobody’s press', async () => {
  const team = await aTeam()
  const { ana, customers, slack } = team
  await types(
    team,
    ana,
    customers,
    'add Frank Ortiz, facilities manager at Acme',
    'add Wendelin Ottokar wo@acme.example',
  )
  const run = await slack.as(ana).command(customers, '/person read frank')
  const text = 'Frank Ortiz is no longer with Acme. Please contact Wendelin Ottokar at wo@acme.example.'
  await slack.as(ana).submit(await run.modal(), { text })
  const form = slack.as(ana).modal
  if (form === undefined) throw new Error('no form')
  await words(team, ana, () => slack.as(ana).submit(form, { answer: 'ask' }))
  await forgets(team)
  await pressed(team, ana, await asked(team, ana, customers, '/person frank'), 'That is so')
  expect(await team.types(ana, customers, '/person at acme')).not.toContain('[forgotten]')
  expect(await team.types(ana, customers, '/person find forgotten')).not.toContain('[forgotten] ·')
})

import { expect, test } from 'vitest'
import { words } from '../support/doing.js'
import { hooks, later, tells } from '../support/hooking.js'
import { aTeam, type Team } from '../support/team.js'

const frank = { email: 'frank@acme.example', title: 'VP Operations', company: 'Globex' }
const settings = async ({ slack, customers }: Team, userId: string) =>
  (await slack.as(userId).command(customers, '/person settings')).modal()

const withAdmin = async (): Promise<{ team: Team; ida: string }> => {
  const team = await aTeam({ hooks: { people: hooks.people } })
  const ida = team.slack.people.add({ name: 'ida', realName: 'Ida Admin', standing: 'admin', tz: 'UTC' }).id
  team.slack.places.join(team.customers, ida)
  return { team, ida }
}

test('the settings show when each source last spoke, and what is held', async () => {
  const { team } = await withAdmin()
  const { ana, slack } = team
  const before = slack.visibleText(await settings(team, ana))
  expect(before).toContain('Where role changes come from')
  expect(before).toContain('Our own webhook: on, never spoke')
  expect(before).toContain('HubSpot: not set up')
  expect(before).toContain('Admins of the workspace')
  await tells(team, frank)
  expect(slack.visibleText(await settings(team, ana))).toContain('last spoke today. About one person it may')
  await later(team, '2026-11-21T16:04:00.000Z')
  expect(slack.visibleText(await settings(team, ana))).toContain('whom nobody introduced')
})

test('an admin switches a source off for all, and on again; it is told to nobody', async () => {
  const { team, ida } = await withAdmin()
  const { ana, customers, slack } = team
  await team.types(ana, customers, '/person add Frank Ortiz, buyer at Acme frank@acme.example')
  await tells(team, frank)
  const form = await settings(team, ida)
  const off = await words(team, ida, () => slack.as(ida).submit(form, { sources: ['slack', 'pasted'] }))
  expect(off).toContain('Switched off: Our own webhook')
  // What waited is dropped.
  await later(team, '2026-11-21T16:04:00.000Z')
  expect(await team.types(ana, customers, '/person frank')).toContain('buyer at Acme')
  expect((await tells(team, { ...frank, title: 'Director' })).status).toBe(403)
  expect(team.posts(customers)).toEqual([])
  const again = await settings(team, ida)
  const on = await words(team, ida, () =>
    slack.as(ida).submit(again, { sources: ['people', 'slack', 'pasted'] }),
  )
  expect(on).toContain('Switched on: Our own webhook')
  expect((await tells(team, { ...frank, title: 'Director' })).status).toBe(202)
})

test('reading is switched off like any other, and so is a form that was open', async () => {
  const { team, ida } = await withAdmin()
  const form = await settings(team, ida)
  const open = await (await team.slack.as(team.ana).command(team.customers, '/person read')).modal()
  await words(team, ida, () => team.slack.as(ida).submit(form, { sources: ['people', 'slack'] }))
  expect(await team.types(team.ana, team.customers, '/person read')).toContain('switched reading off')
  const text = '-- \nFrank Ortiz\nVP Operations\nGlobex'
  const { errors } = await team.slack.as(team.ana).submit(open, { text })
  expect(errors.text).toContain('switched reading off')
})

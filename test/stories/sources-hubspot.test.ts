import { describe, expect, test } from 'vitest'
import { eventually } from '../support/doing.js'
import { hears } from '../support/hearing.js'
import { eventOf, hooks, hubspotTells, later } from '../support/hooking.js'
import { aTeam, type Team } from '../support/team.js'

const saturday = '2026-11-21T16:00:00.000Z'
const minutes = (n: number): string => new Date(Date.parse(saturday) + n * 60_000).toISOString()
const monday = '2026-11-23T16:00:00.000Z'
const job = (value: string, at: string) => eventOf(123, 'jobtitle', value, at)
const company = (value: string, at: string) => eventOf(123, 'company', value, at)
const card = (team: Team) => team.types(team.ana, team.customers, '/person frank')
const newsOf = (posts: readonly string[]) => posts.filter((post) => post.includes('Frank'))

const withFrank = async (): Promise<Team> => {
  const team = await aTeam({ hooks })
  await team.types(team.ana, team.customers, '/person add Frank Ortiz, facilities manager at Acme')
  return team
}
/** As an import of HubSpot's file leaves it: the record, and a silent baseline. */
const imported = (team: Team) =>
  hears(team, {
    name: 'Frank Ortiz',
    source: 'hubspot',
    key: '123',
    title: 'Facilities Manager',
    company: 'Acme',
    observedAt: '2026-11-01T09:00:00.000Z',
  })

describe('HubSpot', () => {
  test('title and company come in two calls, in the wrong order, twice: one change, told once', async () => {
    const team = await withFrank()
    await imported(team)
    const at = '2026-11-21T15:00:00.000Z'
    const first = [company('Globex', at), job('Director', '2026-11-21T14:00:00.000Z')]
    expect((await hubspotTells(team, [job('VP Operations', at)])).status).toBe(200)
    expect((await hubspotTells(team, first)).status).toBe(200)
    expect((await hubspotTells(team, first)).status).toBe(200)
    await later(team, minutes(4))
    expect(await card(team)).toContain('VP Operations at Globex')
    expect((await hubspotTells(team, first)).status).toBe(200)
    await later(team, minutes(8))
    const told = newsOf(await team.pass(monday))
    expect(told).toHaveLength(1)
    expect(await team.types(team.ana, team.customers, '/person show frank')).toContain(
      'VP Operations at Globex',
    )
  })

  test('a company that HubSpot could deliver only hours later belongs to the title', async () => {
    const team = await withFrank()
    await imported(team)
    await hubspotTells(team, [job('VP Operations', '2026-11-21T15:00:01.000Z')])
    await later(team, minutes(4))
    await hubspotTells(team, [company('Globex', '2026-11-21T15:00:00.000Z')])
    await later(team, minutes(300))
    expect(await card(team)).toContain('VP Operations at Globex')
  })

  test('an unknown record is held until an import names it', async () => {
    const team = await withFrank()
    expect((await hubspotTells(team, [company('Globex', '2026-11-21T15:00:00.000Z')])).status).toBe(200)
    await later(team, minutes(4))
    expect(await card(team)).not.toContain('Globex')
    await imported(team)
    await later(team, minutes(5))
    expect(await card(team)).toContain('Globex')
  })

  test('what is held is let go after thirty days', async () => {
    const team = await withFrank()
    await hubspotTells(team, [company('Globex', '2026-11-21T15:00:00.000Z')])
    await later(team, minutes(4))
    await later(team, '2026-12-21T17:00:00.000Z')
    await imported(team)
    await later(team, '2026-12-21T17:05:00.000Z')
    expect(await card(team)).not.toContain('Globex')
  })

  test('what was emptied, or is forged, or is no list, changes nothing', async () => {
    const team = await withFrank()
    await imported(team)
    const at = '2026-11-21T15:00:00.000Z'
    expect((await hubspotTells(team, [company('', at), job('', at)])).status).toBe(200)
    expect((await hubspotTells(team, [company('Globex', at)], 'some-other-secret')).status).toBe(401)
    const many = Array.from({ length: 101 }, () => job('VP', at))
    expect(await hubspotTells(team, many)).toMatchObject({ status: 400 })
    await later(team, minutes(4))
    expect(await card(team)).toContain('facilities manager at Acme')
  })
})

describe('a Slack profile', () => {
  test('of a linked customer is asked about, once', async () => {
    const team = await aTeam()
    const { ana, pia, customers, slack } = team
    await team.types(ana, customers, `/person add Pia Partner <@${pia}>, buyer at Acme`)
    slack.people.change(pia, { title: 'Head of Purchasing' })
    const asksOf = async (at: string) =>
      (await team.pass(at)).filter((post) => /Slack profile.*Is it so\?/.test(post))
    await eventually('the profile', async () => (await settled(team)).includes('may not have finished'))
    await later(team, minutes(4))
    expect(await asksOf(monday)).toHaveLength(1)
    slack.people.change(pia, { statusText: 'away' })
    await later(team, '2026-11-23T17:00:00.000Z')
    await later(team, '2026-11-23T17:10:00.000Z')
    expect(await asksOf('2026-11-24T16:00:00.000Z')).toEqual([])
    expect(await team.types(ana, customers, '/person pia')).toContain('buyer at Acme')
  })

  test('of somebody introduced where other organisations read is asked about in private', async () => {
    const team = await aTeam()
    const { ana, ben, pia, shared, slack } = team
    await team.types(ana, shared, `/person add Pia Partner <@${pia}>, buyer at Acme`)
    slack.people.change(pia, { title: 'Head of Purchasing' })
    await eventually('the profile', async () => (await settled(team)).includes('may not have finished'))
    await later(team, minutes(4))
    await team.pass(monday)
    const read = (userId: string, channelId: string) => team.posts(channelId, userId).join('\n')
    expect(read(ana, slack.places.dm(ana).id)).toContain('Head of Purchasing')
    expect(read(pia, shared)).not.toContain('Purchasing')
    expect(read(ben, slack.places.dm(ben).id)).not.toContain('Purchasing')
  })

  test('of somebody whose channel was shared since is asked about with their owner alone', async () => {
    const team = await aTeam()
    const { ana, pia, customers, slack } = team
    await team.types(ana, customers, `/person add Pia Partner <@${pia}>, buyer at Acme`)
    slack.people.change(pia, { title: 'Head of Purchasing' })
    await eventually('the profile', async () => (await settled(team)).includes('may not have finished'))
    slack.places.share(customers)
    await slack.idle()
    await later(team, minutes(4))
    await team.pass(monday)
    expect(team.posts(slack.places.dm(ana).id, ana).join('\n')).toContain('Head of Purchasing')
    expect(team.posts(customers, ana).join('\n')).not.toContain('Purchasing')
  })
})

/** What the settings say of sources. */
const settled = async ({ slack, ana, customers }: Team): Promise<string> => {
  const form = await (await slack.as(ana).command(customers, '/person settings')).modal()
  return slack.visibleText(form)
}

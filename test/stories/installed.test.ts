import { describe, expect, it } from 'vitest'
import { aHostedBot, ana, ben, customers, type Hosted, publicUrl } from '../support/hosted.js'

const hourMs = 3_600_000
const dayMs = 24 * hourMs

/** Two workspaces with the same people, channel ids and user ids, both with the bot. */
const twoTeams = async (hosted: Hosted) => {
  const [one, two] = [hosted.opens('T1'), hosted.opens('T2')]
  for (const teamId of ['T1', 'T2']) await hosted.adds({ teamId })
  for (const team of [one, two]) team.places.join(customers, team.botUserId)
  return { one, two }
}

describe('a bot that many workspaces install', () => {
  it('is added by a browser, greets whoever did that, and works at once', async () => {
    const hosted = await aHostedBot()
    const one = hosted.opens('T1')
    const done = await hosted.adds({ teamId: 'T1' })
    expect(done).toMatchObject({ status: 200 })
    expect(done.html).toContain('Personable has arrived in t1')
    const dm = one.places.dm(ana).id
    await one.until(() => one.as(ana).sees(dm).length > 0, { what: 'a greeting' })
    expect(await hosted.types(one, 'add Frank Ortiz, buyer at Acme')).toContain('Frank Ortiz')
    expect(await hosted.types(one, 'frank')).toContain('buyer at Acme')
    await hosted.bot.beat()
    expect(one.as(ana).sees(dm)).toHaveLength(1)
    expect(hosted.app.problems).toEqual([])
  })

  it('reckons by its own clock how long a token lives, whatever time the machine has', async () => {
    const hosted = await aHostedBot({ at: '2020-02-03T16:00:00.000Z' })
    const one = hosted.opens('T1')
    await hosted.adds({ teamId: 'T1' })
    await one.until(() => one.as(ana).sees(one.places.dm(ana).id).length > 0, { what: 'a greeting' })
    const renewals = () =>
      hosted.app.traffic.filter(({ body }) => JSON.stringify(body).includes('refresh_token')).length
    await hosted.bot.beat()
    expect(renewals()).toBe(0)
    hosted.pass(11 * hourMs)
    await hosted.bot.beat()
    expect(renewals()).toBe(1)
    expect(hosted.app.problems).toEqual([])
  })

  it('keeps two workspaces apart in which everything has the same ids', async () => {
    const hosted = await aHostedBot()
    const { one, two } = await twoTeams(hosted)
    await hosted.types(one, 'add Frank Ortiz, buyer at Acme')
    await hosted.types(one, 'heard frank my daughter starts at Ohio State')
    await hosted.types(two, 'add Frank Ortiz, pilot at Globex')
    expect(await hosted.types(two, 'frank')).toMatch(/pilot at Globex/)
    expect(await hosted.types(two, 'frank')).not.toMatch(/Acme|Ohio/)
    expect(await hosted.types(one, 'frank', ben)).toMatch(/Ohio State/)
    expect(await hosted.types(two, 'find ohio')).not.toContain('daughter')
    for (const team of [one, two]) await hosted.types(team, 'met frank 60 days ago')
    hosted.setClock('2026-11-24T10:00:00.000Z')
    await hosted.bot.beat()
    const nudges = (team: typeof one) =>
      team
        .as(ben)
        .sees(customers)
        .filter(({ text, isEphemeral }) => !isEphemeral && text.includes('Frank'))
    expect([nudges(one).length, nudges(two).length]).toEqual([1, 1])
    expect(JSON.stringify(nudges(two))).not.toMatch(/Ohio|Acme/)
    expect(hosted.app.problems).toEqual([])
  })

  it('falls silent in the one that takes it away, and knows all again when it is added within the time', async () => {
    const hosted = await aHostedBot()
    const { one, two } = await twoTeams(hosted)
    for (const team of [one, two]) await hosted.types(team, 'add Frank Ortiz, buyer at Acme')
    hosted.app.uninstall('T1')
    await hosted.app.idle()
    hosted.pass(20 * dayMs)
    await hosted.bot.beat()
    expect(one.as(ben).sees(customers)).toEqual([])
    expect(await hosted.types(two, 'frank')).toContain('buyer at Acme')
    await hosted.adds({ teamId: 'T1' })
    one.places.join(customers, one.botUserId)
    expect(await hosted.types(one, 'frank')).toContain('buyer at Acme')
  })

  it('refuses a way back that nobody was sent on, or twice, and says where to begin again', async () => {
    const hosted = await aHostedBot()
    hosted.opens('T1')
    const browser = hosted.browser()
    const refused = async (address: string) => {
      const page = await browser.open(address)
      expect(page.status, address).toBe(400)
      expect(page.html).toContain('/slack/install')
    }
    await refused(`${publicUrl}/slack/oauth_redirect?code=1`)
    await refused(`${publicUrl}/slack/oauth_redirect?code=1&state=made-up`)
    const asked = await browser.click(await browser.open(`${publicUrl}/slack/install`), '/oauth/v2/authorize')
    const back = hosted.app.approve(asked.url, { userId: ana, teamId: 'T1' })
    expect(await browser.open(back)).toMatchObject({ status: 200 })
    await refused(back)
    const late = await browser.click(await browser.open(`${publicUrl}/slack/install`), '/oauth/v2/authorize')
    const tooLate = hosted.app.approve(late.url, { userId: ana, teamId: 'T1' })
    hosted.pass(11 * 60_000)
    await refused(tooLate)
  })
})

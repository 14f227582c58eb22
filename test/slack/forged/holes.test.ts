import { describe, expect, it } from 'vitest'
import { actionIds, fieldIds, formIds } from '../../../src/slack/action-ids.js'
import { asked, opened, told, types } from '../../support/doing.js'
import { forgeAgain, forgeEvent, forgeForm, forgePress } from '../../support/forging.js'
import { directOf } from '../../support/handed.js'
import { at, nudgeIn, reads } from '../../support/nudging.js'
import { quickMinutes } from '../../support/quick-minutes.js'
import { firstColumn } from '../../support/rawly.js'
import { aTeam, type Team } from '../../support/team.js'
import { giveAllTo } from '../../support/workspace-rows.js'

const valuesIn = (message: { readonly blocks: readonly unknown[] }): string[] =>
  [...JSON.stringify(message.blocks).matchAll(/"value":"([^"]+)"/g)].map((found) => found[1] ?? '')

const lastSent = ({ slack }: Team, name: string): object =>
  Object(slack.traffic.findLast((each) => each.direction === 'out' && each.name === name)?.body)

/** What somebody is told after a forged deed. */
const answer = async (team: Team, userId: string, deed: () => Promise<unknown>): Promise<string> =>
  reads(team, await told(team, userId, deed))

describe('a nudge that was sent to a teammate alone', () => {
  it('is answered by nobody else, whoever knows its id, from wherever they press', async () => {
    const team = await aTeam({ mode: 'http' })
    const { ana, ben, customers, slack } = team
    const dm = directOf(team, ben)
    await types(team, ana, customers, 'add Frank Ortiz', 'every frank never')
    await types(team, ben, dm, 'promise frank by 23 nov: a word with his boss')
    await team.pass(at('2026-11-23'))
    team.setClock(at('2026-11-23', 17))
    const [nudgeId = ''] = valuesIn(nudgeIn(team, dm, ben))
    const before = team.posts(dm, ben).join()
    for (const channelId of [customers, directOf(team, ana), dm]) {
      const forger = { userId: ana, channelId }
      for (const action of [actionIds.reachedOut, actionIds.notNeeded, actionIds.handOver])
        expect(await answer(team, ana, () => forgePress(team, forger, action, nudgeId))).toContain(
          'no such person',
        )
      const later = await answer(team, ana, () =>
        forgePress(team, forger, actionIds.later, `${nudgeId}:week`),
      )
      expect(later).toContain('no such person')
      const frank = (await asked(team, ana, customers, '/person frank')) as { blocks: readonly unknown[] }
      const metadata = {
        channelId,
        threadTs: null,
        form: `f-${channelId}`,
        personId: valuesIn(frank)[0],
        nudgeId,
      }
      const form = () =>
        forgeForm(team, forger, formIds.reachedOut, JSON.stringify(metadata), { [fieldIds.text]: 'stolen' })
      expect(await answer(team, ana, form)).toContain('no such person')
    }
    expect(team.posts(dm, ben).join()).toBe(before)
    expect(await team.types(ana, customers, '/person find stolen')).toContain('Nothing')
    const mine = await (await slack.as(ben).press(nudgeIn(team, dm, ben), 'Not needed')).answer()
    expect(reads(team, mine)).toContain('Frank Ortiz')
  })

  it('says nothing to a shortcut that claims to be used upon it', async () => {
    const team = await aTeam({ mode: 'http' })
    const { ana, ben, customers, slack } = team
    const dm = directOf(team, ben)
    await types(team, ana, customers, 'add Frank Ortiz', 'every frank never')
    await types(team, ben, dm, 'promise frank by 23 nov: a word with his boss')
    await team.pass(at('2026-11-23'))
    const { ts } = nudgeIn(team, dm, ben)
    const said = await slack.as(ana).say(customers, 'hello')
    await (await slack.as(ana).shortcut('remember-this', { channelId: customers, ts: said.ts })).modal()
    const used = { ...lastSent(team, 'message_action'), channel: { id: dm }, response_url: undefined }
    const message = { ts: '1.5', thread_ts: ts, text: 'hello', user: ana }
    const before = slack.traffic.length
    await forgeAgain(team, { ...used, message })
    const opens = () => slack.traffic.slice(before).find(({ name }) => name === 'views.open')
    await slack.until(opens, { what: 'a form' })
    expect(JSON.stringify(opens()?.body)).not.toContain('Frank')
  })
})

describe('what was asked in one place', () => {
  it('is carried out in no other, and still where it was asked', async () => {
    const team = await aTeam({ mode: 'http' })
    const { ana, customers, quiet } = team
    await types(team, ana, customers, 'add Frank Ortiz', 'add Frank Miller')
    const question = await asked(team, ana, quiet, '/person note frank the secret')
    const [value = ''] = valuesIn(question)
    const press = (channelId: string) =>
      answer(team, ana, () => forgePress(team, { userId: ana, channelId }, actionIds.pick, value))
    expect(await press(customers)).toContain('type it again')
    expect(await team.types(team.ben, customers, '/person find secret')).toContain('Nothing')
    expect(await press(quiet)).toContain('Seen by the members')
    expect(await team.types(team.ben, customers, '/person find secret')).toContain('Nothing')
  })
})

describe('what comes too late', () => {
  it('is refused: a form after a week, an undo after a day', async () => {
    const team = await aTeam({ mode: 'http' })
    const { ana, customers, slack } = team
    await types(team, ana, customers, 'add Frank Ortiz')
    const card = await asked(team, ana, customers, '/person frank')
    await types(team, ana, customers, 'note frank likes jazz')
    const [actId] = await firstColumn(
      team.config.databaseUrl,
      'select id from acts order by seq desc limit 1',
    )
    const form = await opened(team, ana, card, 'Note')
    team.setClock('2026-11-23T16:00:00.000Z')
    const forger = { userId: ana, channelId: customers }
    const undone = () => forgePress(team, forger, actionIds.undo, String(actId))
    expect(await answer(team, ana, undone)).toContain('more than a day')
    expect(await team.types(ana, customers, '/person find jazz')).toContain('Frank')
    team.setClock('2026-11-29T16:00:00.000Z')
    const { errors } = await slack.as(ana).submit(form, { text: 'too late' })
    expect(Object.values(errors).join()).toContain('more than a week old')
    expect(await team.types(ana, customers, '/person find late')).toContain('Nothing')
  })
})

describe('an address or a place that a delivery names', () => {
  it('gets no answer outside of Slack', async () => {
    const team = await aTeam({ mode: 'http' })
    const { ana, customers, slack } = team
    await types(team, ana, customers, 'add Frank Ortiz')
    const card = await asked(team, ana, customers, '/person frank')
    await (await slack.as(ana).press(card, 'More')).answer()
    const pressed = lastSent(team, 'block_actions')
    const elsewhere = { ...pressed, response_url: 'https://steal.example/hook' }
    expect(await answer(team, ana, () => forgeAgain(team, elsewhere))).toContain('Frank Ortiz')
    expect(team.logged.join()).toContain('does not lead to this workspace of Slack')
  })

  it.each(['the DM of a teammate', 'a channel'])(
    'gets no answer to a direct message in %s',
    async (where) => {
      const team = await aTeam({ mode: 'http' })
      const { ana, ben, customers, quiet, slack } = team
      await types(team, ana, quiet, 'add Zelda Quist')
      const channel = where === 'a channel' ? customers : directOf(team, ben)
      await forgeEvent(team, {
        type: 'message',
        channel_type: 'im',
        channel,
        user: ana,
        text: 'zelda',
        ts: '9.1',
      })
      await slack.until(() => team.logged.join().includes('not in the DM of its author'), {
        what: 'a refusal',
      })
      const seen = [ben, team.gus].flatMap((userId) => slack.seenBy(userId, channel))
      expect(seen.map((each) => slack.visibleText(each)).join()).not.toContain('Zelda')
    },
  )

  it('an event for another installation is left alone', async () => {
    const team = await aTeam({ mode: 'http' })
    const { ana, slack } = team
    const channel = directOf(team, ana)
    const event = {
      type: 'message',
      channel_type: 'im',
      channel,
      user: ana,
      text: 'add Frank Ortiz',
      ts: '9.1',
    }
    const payload = { event, event_id: 'Ev1', authorizations: [{ team_id: 'T0OTHER', enterprise_id: null }] }
    await forgeEvent(team, event, 'Ev1', payload)
    await slack.until(() => team.logged.join().includes('for another workspace'), { what: 'a refusal' })
    expect(slack.seenBy(ana, channel)).toEqual([])
  })
})

describe('ids of another workspace in the same database', () => {
  it('are nobody’s here', async () => {
    const elsewhere = await aTeam({ mode: 'http' })
    const { ana, customers } = elsewhere
    await types(elsewhere, ana, customers, 'add Zelda Quist', 'met zelda 60 days ago: the secret')
    const card = await asked(elsewhere, ana, customers, '/person zelda')
    const noted = await asked(elsewhere, ana, customers, '/person note zelda the secret')
    await elsewhere.pass(at('2026-11-24'))
    const ids = [card, noted, nudgeIn(elsewhere)].flatMap(valuesIn)
    await elsewhere.bot.stop()
    await giveAllTo(elsewhere.config.databaseUrl, elsewhere.slack.teamId, 'T0OTHER')

    const { databaseUrl } = elsewhere.config
    const team = await aTeam({ mode: 'http', databaseUrl, pacing: quickMinutes() })
    const forger = { userId: team.ana, channelId: team.customers }
    const values = [...new Set(ids)]
    for (const action of Object.values(actionIds))
      for (const value of values) await forgePress(team, forger, action, value)
    const seenNow = () =>
      team.slack.seenBy(team.ana, team.customers).map((each) => team.slack.visibleText(each))
    await forgePress(team, forger, actionIds.homeFind, 'lastword')
    await team.slack.until(() => seenNow().join().includes('lastword'), { what: 'the last answer' })
    await team.slack.idle()
    const seen = seenNow()
    expect(seen.length).toBeGreaterThan(values.length)
    expect(seen.join()).not.toMatch(/Zelda|secret/)
  })
})

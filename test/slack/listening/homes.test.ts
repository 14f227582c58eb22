import { afterEach, describe, expect, test } from 'vitest'
import { nothing, reply } from '../../../src/slack/answer.js'
import { refused } from '../stand.js'
import { Delivering, gate } from './delivering.js'

let slack: Delivering
afterEach(() => slack.end())

const published = (count: number) =>
  slack.slack.until(() => slack.slack.to('views.publish').length >= count && slack.slack.to('views.publish'))
const looks = (tab = 'home', user = 'U1') =>
  slack.event({ type: 'app_home_opened', user, tab, channel: 'D1' })
/** Shows how often it was made. */
const counting = () => {
  let made = 0
  return async () => {
    made += 1
    return { type: 'home' as const, blocks: [{ type: 'header' as const, text: plain(`${made}`) }] }
  }
}
const plain = (text: string) => ({ type: 'plain_text' as const, text })
const shown = (calls: readonly Readonly<Record<string, string>>[]) =>
  calls.map(({ view }) => JSON.parse(view ?? '{}').blocks[0].text.text)

describe('A Home', () => {
  test('is published for whoever looks at it, and not for a look at the messages', async () => {
    slack = await Delivering.to({ home: counting() })
    await looks('messages')
    await looks('home', 'U7')
    expect(await published(1)).toMatchObject([{ user_id: 'U7' }])
  })

  test('is made anew after a press in it, also where nothing came of that, and after no other', async () => {
    slack = await Delivering.to({ home: counting(), presses: { p: async () => nothing } })
    await looks()
    await published(1)
    await slack.press('p', { value: 'x' })
    await slack.press('p', { value: 'x' }, { view: { id: 'V1', type: 'home', blocks: [] } })
    expect(shown(await published(2))).toEqual(['1', '2'])
  })

  test('of everybody is made anew when a channel is shared, also where nobody can be asked what that means', async () => {
    slack = await Delivering.to({
      home: counting(),
      channelShared: async () => {
        throw new Error('Slack cannot be asked')
      },
    })
    await looks('home', 'U1')
    await looks('home', 'U2')
    await published(2)
    await slack.event({ type: 'channel_shared', channel: 'C1', connected_team_id: 'T0ACME' })
    const users = (await published(4)).slice(2).map(({ user_id: userId }) => userId)
    expect([...users].sort()).toEqual(['U1', 'U2'])
  })

  test('of whoever is a guest by now is made anew, and nobody else’s', async () => {
    slack = await Delivering.to({ home: counting() })
    await looks('home', 'U1')
    await looks('home', 'U2')
    await published(2)
    const guest = { id: 'U2', team_id: 'T1', is_restricted: true, profile: { title: '' } }
    await slack.event({ type: 'user_change', user: guest })
    expect((await published(3)).slice(2)).toMatchObject([{ user_id: 'U2' }])
  })

  test('never holds up an answer, and says nothing when it cannot be made', async () => {
    const { opened, open } = gate()
    let made = 0
    slack = await Delivering.to({
      typed: async () => reply({ text: 'Here', blocks: [] }),
      home: async () => {
        made += 1
        if (made > 1) await opened
        if (made > 2) throw new Error('no')
        return { type: 'home', blocks: [] }
      },
    })
    await looks()
    await published(1)
    const again = looks()
    expect(await slack.command('help')).toMatchObject({ text: 'Here' })
    open()
    await again
    await published(2)
    await looks()
    await slack.slack.until(() => slack.bot.said('could not be made').length)
  })

  test('that Slack refuses is logged, and the next one is tried', async () => {
    slack = await Delivering.to({ home: counting() })
    slack.slack.on('views.publish', () => refused('not_enabled'))
    await looks()
    await slack.slack.until(() => slack.bot.said('could not be published').length)
    await looks()
    await published(2)
  })

  test('is published once more when it is asked for meanwhile, the newest last', async () => {
    const { opened, open } = gate()
    const make = counting()
    slack = await Delivering.to({
      home: async () => {
        const view = await make()
        await opened
        return view
      },
    })
    const asked = [looks(), looks(), looks()]
    // All of them were heard before it.
    await slack.command('help')
    open()
    await Promise.all(asked)
    expect(shown(await published(2))).toEqual(['1', '2'])
  })
})

import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { App, type AuthorizeSourceData, HTTPReceiver, LogLevel } from '@slack/bolt'
import { describe, expect, it } from 'vitest'
import type { PracticeApp } from '../../../src/practice/practice-app.js'
import { openApp, openTeam } from '../support/open-app.js'
import { atEnd, closeAfterEach } from '../support/open-slack.js'

closeAfterEach()

const form = {
  type: 'modal' as const,
  callback_id: 'form',
  title: { type: 'plain_text' as const, text: 'Form' },
  submit: { type: 'plain_text' as const, text: 'Send' },
  blocks: [{ type: 'divider' as const }],
}
const button = {
  type: 'actions' as const,
  elements: [{ type: 'button' as const, action_id: 'go', text: { type: 'plain_text' as const, text: 'Go' } }],
}

/** Slack's own framework; `asked` is what it makes of each delivery when it looks for the installation. */
const boltApp = async (slack: PracticeApp, tokenOf: (source: AuthorizeSourceData<boolean>) => string) => {
  const asked: AuthorizeSourceData<boolean>[] = []
  const receiver = new HTTPReceiver({ signingSecret: slack.signingSecret, logLevel: LogLevel.ERROR })
  const app = new App({
    receiver,
    authorize: async (source) => {
      asked.push(source)
      return { botToken: tokenOf(source), botId: 'B0PERSONBOT', botUserId: 'U0PERSONBOT' }
    },
    clientOptions: { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 } },
  })
  app.command('/try', async ({ ack, client, body }) => {
    await ack()
    await client.views.open({ trigger_id: body.trigger_id, view: form })
  })
  app.message(async ({ client, message }) => {
    await client.chat.postMessage({ channel: message.channel, text: 'heard', blocks: [button] })
  })
  app.action('go', ({ ack }) => ack())
  app.view('form', ({ ack }) => ack())
  const server = (await app.start({ port: 0, host: '127.0.0.1' })) as Server
  atEnd(async () => {
    server.closeAllConnections()
    await app.stop()
  })
  await slack.deliverTo(`http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`)
  return asked
}

/** A command, the form that it opens, a message, and a press on the answer to it. */
const doAll = async (slack: PracticeApp, teamId: string, channelId: string) => {
  const ana = slack.workspace(teamId).as('U0ANA')
  await ana.submit(await (await ana.command(channelId, '/try it')).modal())
  const reply = await (await ana.say(channelId, 'hello')).reply()
  await ana.press(reply, 'Go')
}

const findings = (asked: AuthorizeSourceData<boolean>[]) =>
  asked.map(({ teamId, enterpriseId, isEnterpriseInstall }) => [teamId, enterpriseId, isEnterpriseInstall])

describe('Bolt finds the installation', () => {
  it('of each of two workspaces with the same ids', async () => {
    const { slack } = await openApp()
    const tokens = new Map<string | undefined, string>()
    const asked = await boltApp(slack, ({ teamId }) => tokens.get(teamId) ?? 'none')
    for (const teamId of ['T1', 'T2']) {
      openTeam(slack, teamId)
      tokens.set(teamId, String((await slack.install({ userId: 'U0ANA', teamId })).access_token))
    }
    await doAll(slack, 'T1', 'C0SALES')
    await doAll(slack, 'T2', 'C0SALES')
    await slack.idle()
    const of = (teamId: string) => findings(asked).filter(([found]) => found === teamId)
    // The command, the form, the message, the answer to it, which Bolt drops, and the press.
    for (const teamId of ['T1', 'T2']) expect(of(teamId)).toEqual(Array(5).fill([teamId, undefined, false]))
    expect(slack.problems).toEqual([])
  })

  it('of an organisation', async () => {
    const { slack } = await openApp()
    slack.openOrganisation({ enterpriseId: 'E1' })
    openTeam(slack, 'T1', { enterpriseId: 'E1' }).places.add({ id: 'C0ONE', name: 'one', members: ['U0ANA'] })
    const { access_token } = await slack.install({ userId: 'U0ANA', enterpriseId: 'E1' })
    const asked = await boltApp(slack, () => String(access_token))
    slack.grant('E1', ['T1'])
    await slack.idle()
    // What is said of granted workspaces names the organisation alone, and no organisation's installation.
    expect(findings(asked.splice(0))).toEqual([[undefined, 'E1', false]])
    await doAll(slack, 'T1', 'C0ONE')
    await slack.idle()
    expect(findings(asked)).toEqual([
      ['T1', 'E1', true],
      ['E1', 'E1', true],
      ['T1', 'E1', true],
      ['T1', 'E1', true],
      ['T1', 'E1', true],
    ])
    expect(slack.problems).toEqual([])
  })
})

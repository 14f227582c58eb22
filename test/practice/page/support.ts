import { expect } from 'vitest'
import { servePage } from '../../../src/practice/page/serve-page.js'
import type { Deed, Outcome, Scene } from '../../../src/practice/page/wire.js'
import { startSocketApp } from '../support/bolt-app.js'
import { atEnd, openSlack } from '../support/open-slack.js'

const plain = (text: string) => ({ type: 'plain_text' as const, text })
const form = {
  type: 'modal' as const,
  callback_id: 'form',
  title: plain('Who'),
  submit: plain('Keep'),
  blocks: [
    {
      type: 'input' as const,
      block_id: 'name',
      label: plain('Name'),
      element: { type: 'plain_text_input' as const, action_id: 'name' },
    },
  ],
}

/** What the page's script asks and does, without a browser. */
export async function openPage() {
  let now = new Date('2026-11-24T09:00:00Z')
  const slack = await openSlack({ now: () => now.getTime() })
  const running = await startSocketApp(slack, (app) => {
    app.command('/try', async ({ ack, command, client }) => {
      if (command.text === 'form') {
        await ack()
        await client.views.open({ trigger_id: command.trigger_id, view: form })
        return
      }
      const button = { type: 'button' as const, action_id: 'go', text: plain('Go') }
      await ack({ text: 'Ready?', blocks: [{ type: 'actions', block_id: 'row', elements: [button] }] })
    })
    app.action('go', async ({ ack, respond }) => {
      await ack()
      await respond({ text: 'Gone', replace_original: true })
    })
    app.view('form', async ({ ack }) => ack())
  })
  atEnd(() => running.stop())
  const ana = slack.people.add({ name: 'ana', realName: 'Ana Ruiz' })
  const ben = slack.people.add({ name: 'ben' })
  const otto = slack.people.add({ name: 'otto', standing: 'outsider', organisation: 'Acme' })
  const sales = slack.places.add({ name: 'sales', members: [ana.id, ben.id], topic: 'Selling' })
  const secret = slack.places.add({ name: 'secret', kind: 'private', members: [ana.id] })
  servePage(slack, {
    clock: {
      now: () => now,
      moveTo: async (instant) => {
        now = instant
      },
    },
    next: async () => [
      {
        channelId: sales.id,
        at: '2026-11-25T09:00:00Z',
        what: 'digest',
        people: [{ name: 'Frank', why: 'quiet' }],
      },
      {
        channelId: secret.id,
        at: '2026-11-25T09:00:00Z',
        what: 'digest',
        people: [{ name: 'Lily', why: 'quiet' }],
      },
    ],
  })
  const look = async (user = ana.id, channel = sales.id) => {
    const answer = await fetch(`${slack.origin}/page/scene?user=${user}&channel=${channel}`)
    expect(answer.status).toBe(200)
    return (await answer.json()) as Scene
  }
  const act = async (what: Deed | Record<string, unknown>, user = ana.id) => {
    const answer = await fetch(`${slack.origin}/page/deed`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ user, ...what }),
    })
    return (await answer.json()) as Outcome
  }
  return { slack, ana, ben, otto, sales, secret, look, act }
}

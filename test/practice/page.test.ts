import { expect, it } from 'vitest'
import type { Scene } from '../../src/practice/page/scene.js'
import { servePage } from '../../src/practice/page/serve-page.js'
import { startSocketApp } from './support/bolt-app.js'
import { atEnd, closeAfterEach, openSlack } from './support/open-slack.js'

closeAfterEach()

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

/** What the page's script does, without a browser. */
async function openPage() {
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
  servePage(slack, {
    now: () => now,
    moveTo: async (instant) => {
      now = instant
    },
  })
  const ana = slack.people.add({ name: 'ana', realName: 'Ana Ruiz' })
  const ben = slack.people.add({ name: 'ben' })
  const sales = slack.places.add({ name: 'sales', members: [ana.id, ben.id] })
  const look = async (user = ana.id) => {
    const answer = await fetch(`${slack.origin}/page/scene?user=${user}&channel=${sales.id}`)
    return (await answer.json()) as Scene
  }
  const act = async (what: object) => {
    const answer = await fetch(`${slack.origin}/page/deed`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ user: ana.id, channel: sales.id, ...what }),
    })
    return answer.json()
  }
  return { slack, ana, ben, look, act }
}

it('is a page whose script can be read', async () => {
  const { slack } = await openPage()
  const page = await (await fetch(slack.origin)).text()
  expect(page).toContain('<title>Practice Slack</title>')
  const script = await (await fetch(`${slack.origin}/page/script.js`)).text()
  expect(() => new Function(script)).not.toThrow()
  for (const [, id] of script.matchAll(/at\('([\w-]+)'\)/g)) expect(page).toContain(`id="${id}"`)
})

it('types a command, presses its button, and shows it to its asker alone', async () => {
  const { ana, ben, look, act } = await openPage()
  await act({ do: 'type', text: '/try it' })
  const { messages } = await look()
  expect(messages).toMatchObject([
    { isEphemeral: true, parts: [{ controls: [{ kind: 'button', label: 'Go' }] }] },
  ])
  expect((await look(ben.id)).messages).toEqual([])
  await act({ do: 'press', ts: messages[0]?.ts, name: messages[0]?.parts[0]?.controls[0]?.name })
  const after = await look(ana.id)
  expect(after.messages).toMatchObject([{ parts: [{ text: 'Gone' }], isEdited: true }])
})

it('fills in a form, and says what is missing', async () => {
  const { look, act } = await openPage()
  await act({ do: 'type', text: '/try form' })
  const { modal } = await look()
  expect(modal).toMatchObject({
    title: 'Who',
    canSubmit: true,
    parts: [{ controls: [{ label: 'Name', waits: true }] }],
  })
  const name = modal?.parts[0]?.controls[0]?.name ?? ''
  expect(await act({ do: 'submit', values: { [name]: '' } })).toEqual({
    errors: ['Please complete this required field.'],
  })
  expect(await act({ do: 'submit', values: { [name]: 'Frank' } })).toEqual({ errors: [] })
  expect((await look()).modal).toBeUndefined()
})

it('talks, reacts, and moves the clock', async () => {
  const { look, act } = await openPage()
  await act({ do: 'type', text: 'hello' })
  const ts = (await look()).messages[0]?.ts
  await act({ do: 'react', ts, emoji: 'coffee' })
  await act({ do: 'clock', to: '2026-12-01T10:00:00Z' })
  const after = await look()
  expect(after.now).toBe('2026-12-01T10:00:00.000Z')
  expect(after.messages[0]?.reactions).toEqual([{ name: 'coffee', count: 1, mine: true }])
  expect(await act({ do: 'clock', to: 'soon' })).toEqual({ error: 'That is no date and time' })
  expect(await act({ do: 'press', ts: '1.0', name: 'x' })).toMatchObject({
    error: expect.stringContaining('sees no message'),
  })
})

it('tells of changes as they happen', async () => {
  const { slack, act } = await openPage()
  const response = await fetch(`${slack.origin}/page/changes`)
  const reader = response.body?.getReader()
  const next = async () => new TextDecoder().decode((await reader?.read())?.value)
  expect(await next()).toBe('data: here\n\n')
  await act({ do: 'type', text: 'hello' })
  expect(await next()).toContain('data: changed')
  await reader?.cancel()
})

it('does not answer a name from elsewhere, nor what another site can send', async () => {
  const { slack } = await openPage()
  const form = await fetch(`${slack.origin}/page/deed`, { method: 'POST', body: 'do=home' })
  expect(form.status).toBe(404)
  const { request } = await import('node:http')
  const status = await new Promise((resolve) => {
    request(slack.origin, { headers: { host: 'evil.example' } }, ({ statusCode }) =>
      resolve(statusCode),
    ).end()
  })
  expect(status).toBe(403)
})

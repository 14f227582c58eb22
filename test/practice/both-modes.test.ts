import type { App } from '@slack/bolt'
import { afterEach, describe, expect, it } from 'vitest'
import { type PracticeSlack, startPracticeSlack } from '../../src/practice/slack.js'
import { type RunningApp, startHttpApp, startSocketApp } from './support/bolt-app.js'
import { manifest } from './support/manifest.js'

/** A dozen lines of an ordinary Bolt app. */
function ordinaryApp(app: App): void {
  app.command('/try', async ({ ack, respond, command, client }) => {
    if (command.text === 'at once') return ack({ text: 'Here you are' })
    await ack()
    if (command.text === 'form') {
      await client.views.open({ trigger_id: command.trigger_id, view: form })
      return
    }
    await respond({ text: `You said ${command.text}`, blocks: [say(command.text), buttons] })
  })
  app.action('more', async ({ ack, respond, action }) => {
    await ack()
    const value = action.type === 'button' ? action.value : ''
    await respond({ replace_original: true, text: `More of ${value}` })
  })
  app.view('form', async ({ ack, view, client, body }) => {
    const name = view.state.values.name?.name?.value ?? ''
    if (name === 'nobody') return ack({ response_action: 'errors', errors: { name: 'Somebody, please' } })
    await ack()
    await client.chat.postMessage({ channel: body.user.id, text: `Kept ${name}` })
  })
  app.message('hello', async ({ say, message }) => {
    await say({ text: 'Hello to you', thread_ts: message.ts })
  })
  app.event('app_mention', async ({ say }) => {
    await say('You called?')
  })
  app.event('reaction_added', async ({ event, client }) => {
    await client.chat.postEphemeral({ channel: event.item.channel, user: event.user, text: event.reaction })
  })
  app.event('app_home_opened', async ({ event, client }) => {
    await client.views.publish({ user_id: event.user, view: { type: 'home', blocks: [say('Home')] } })
  })
  app.options('who', async ({ ack, payload }) => {
    await ack({
      options: [{ text: { type: 'plain_text', text: `${payload.value}!` }, value: payload.value }],
    })
  })
  app.shortcut('keep', async ({ ack, shortcut, respond }) => {
    await ack()
    if (shortcut.type === 'message_action') await respond(`Kept: ${shortcut.message.text}`)
  })
}

const say = (text: string) => ({ type: 'section' as const, text: { type: 'mrkdwn' as const, text } })
const plain = (text: string) => ({ type: 'plain_text' as const, text })
const buttons = {
  type: 'actions' as const,
  block_id: 'buttons',
  elements: [{ type: 'button' as const, action_id: 'more', text: plain('More'), value: 'the same' }],
}
const form = {
  type: 'modal' as const,
  callback_id: 'form',
  title: plain('A form'),
  submit: plain('Keep'),
  blocks: [
    {
      type: 'input' as const,
      block_id: 'name',
      label: plain('Name'),
      element: { type: 'plain_text_input' as const, action_id: 'name' },
    },
    {
      type: 'input' as const,
      block_id: 'who',
      label: plain('Who'),
      optional: true,
      element: { type: 'external_select' as const, action_id: 'who', min_query_length: 1 },
    },
  ],
}

let slack: PracticeSlack
let running: RunningApp

afterEach(async () => {
  await running.stop()
  await slack.close()
})

describe.each([
  ['Socket Mode', startSocketApp],
  ['signed HTTP', startHttpApp],
])('an ordinary Bolt app over %s', (_, start) => {
  async function openWorkspace() {
    slack = await startPracticeSlack({ manifest })
    running = await start(slack, ordinaryApp)
    const ana = slack.people.add({ name: 'ana', realName: 'Ana Ruiz' })
    const sales = slack.places.add({ name: 'sales', members: [ana.id] })
    return { ana: slack.as(ana.id), sales: sales.id }
  }

  it('answers a command in its acknowledgement, to the asker alone', async () => {
    const { ana, sales } = await openWorkspace()
    const ben = slack.people.add({ name: 'ben' })
    slack.places.join(sales, ben.id)
    const run = await ana.command(sales, '/try at once')
    expect(await run.answer()).toMatchObject({ text: 'Here you are', isEphemeral: true })
    expect(ana.sees(sales).map(({ text }) => text)).toEqual(['Here you are'])
    expect(slack.seenBy(ben.id, sales)).toEqual([])
    expect(slack.problems).toEqual([])
  })

  it('answers later by its response_url, and replaces that when a button is pressed', async () => {
    const { ana, sales } = await openWorkspace()
    const run = await ana.command(sales, '/try this & <that> @ana')
    const answer = await run.answer()
    expect(answer.text).toBe(`You said this &amp; &lt;that&gt; <@${ana.user.id}|ana>`)
    expect(slack.visibleText(answer)).toBe('this & <that> @ana\n[More]')
    const pressed = await ana.press(answer, 'More')
    expect((await pressed.answer()).text).toBe('More of the same')
    expect(ana.sees(sales)).toHaveLength(1)
  })

  it('opens a form, is asked for options, refuses and takes what is filled in', async () => {
    const { ana, sales } = await openWorkspace()
    const run = await ana.command(sales, '/try form')
    const modal = await run.modal()
    expect(slack.visibleText(modal)).toBe('A form\nName\nWho\n[Keep]')
    expect((await ana.submit(modal)).errors).toEqual({ name: 'Please complete this required field.' })
    const [offered] = await ana.suggest(modal, 'Who', 'f')
    expect(offered).toMatchObject({ value: 'f' })
    const refused = await ana.submit(modal, { Name: 'nobody', Who: offered ?? null })
    expect(refused.errors).toEqual({ name: 'Somebody, please' })
    const taken = await ana.submit(modal, { Name: 'Frank' })
    expect(taken).toMatchObject({ acknowledged: true, errors: {} })
    expect(ana.modal).toBeUndefined()
    const dm = slack.places.dm(ana.user.id).id
    await slack.until(() => ana.sees(dm).some(({ text }) => text === 'Kept Frank'))
  })

  it('hears messages, mentions and reactions', async () => {
    const { ana, sales } = await openWorkspace()
    const said = await ana.say(sales, 'hello there')
    expect(await said.reply()).toMatchObject({ text: 'Hello to you', threadTs: said.ts })
    const called = await ana.say(sales, 'you, @tester')
    expect((await called.reply()).text).toBe('You called?')
    const reacted = await ana.react(sales, said.ts, 'ear')
    expect(await reacted.reply()).toMatchObject({ text: 'ear', isEphemeral: true })
  })

  it('shows a Home and takes a message shortcut', async () => {
    const { ana, sales } = await openWorkspace()
    await ana.openHome()
    const home = await slack.until(() => ana.home)
    expect(home && slack.visibleText(home)).toContain('Home')
    const said = await ana.say(sales, 'a line worth keeping')
    const run = await ana.shortcut('keep', said)
    expect((await run.answer()).text).toBe('Kept: a line worth keeping')
  })
})

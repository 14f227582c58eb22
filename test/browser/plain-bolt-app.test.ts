import { expect, it } from 'vitest'
import { servePage } from '../../src/practice/page/serve-page.js'
import { startSocketApp } from '../practice/support/bolt-app.js'
import { atEnd, closeAfterEach, openSlack } from '../practice/support/open-slack.js'
import { openPage } from './support/browser.js'

closeAfterEach()

const plain = (text: string) => ({ type: 'plain_text' as const, text })
const section = (text: string) => ({ type: 'section' as const, text: { type: 'mrkdwn' as const, text } })
const form = {
  type: 'modal' as const,
  callback_id: 'form',
  title: plain('Order'),
  submit: plain('Order it'),
  blocks: [
    {
      type: 'input' as const,
      block_id: 'what',
      label: plain('What'),
      element: { type: 'plain_text_input' as const, action_id: 'what' },
    },
    {
      type: 'input' as const,
      block_id: 'from',
      optional: true,
      label: plain('From whom'),
      element: { type: 'external_select' as const, action_id: 'from', min_query_length: 1 },
    },
    {
      type: 'input' as const,
      block_id: 'day',
      optional: true,
      label: plain('When'),
      element: { type: 'datepicker' as const, action_id: 'day' },
    },
  ],
}

/** Another bot on the same page: a dozen lines of Bolt. */
async function openLunch() {
  const slack = await openSlack()
  const running = await startSocketApp(slack, (app) => {
    app.message('hungry', async ({ say, message }) => {
      await say({ text: 'Soup?', thread_ts: message.ts })
    })
    app.command('/try', async ({ ack, command, client, respond }) => {
      await ack()
      if (command.text === 'bad')
        await respond({ blocks: [{ type: 'header', text: plain('x'.repeat(151)) }] }).catch(() => {})
      else if (command.text === 'sure') await respond({ blocks: [sure] })
      else await client.views.open({ trigger_id: command.trigger_id, view: form })
    })
    app.action('go', async ({ ack, respond }) => {
      await ack()
      await respond({ text: 'Eaten', replace_original: true })
    })
    app.view('form', async ({ ack, view, client, body }) => {
      const what = view.state.values.what?.what?.value ?? ''
      if (what === 'stones')
        return ack({ response_action: 'errors', errors: { what: 'Something soft, please' } })
      await ack()
      const from = view.state.values.from?.from?.selected_option?.text.text ?? 'nobody'
      const day = view.state.values.day?.day?.selected_date ?? 'no day'
      await client.chat.postMessage({ channel: body.user.id, text: `*${what}* from ${from}, ${day}` })
    })
    app.options('from', async ({ ack, payload }) => {
      await ack({ options: [{ text: plain(`${payload.value}'s Kitchen`), value: payload.value }] })
    })
    app.event('app_home_opened', async ({ event, client }) => {
      await client.views.publish({
        user_id: event.user,
        view: { type: 'home', blocks: [section('The menu is *soup*')] },
      })
    })
    app.shortcut('keep', async ({ ack, shortcut, respond }) => {
      await ack()
      if (shortcut.type === 'message_action') await respond(`Kept: ${shortcut.message.text}`)
    })
  })
  atEnd(() => running.stop())
  const ana = slack.people.add({ name: 'ana', realName: 'Ana Ruiz' })
  slack.places.add({ name: 'lunch', members: [ana.id] })
  let now = new Date('2026-11-24T09:00:00Z')
  servePage(slack, {
    clock: {
      now: () => now,
      moveTo: async (instant) => {
        now = instant
      },
    },
  })
  return { slack, page: await openPage(`${slack.origin}/?in=lunch`) }
}

const sure = {
  type: 'actions' as const,
  elements: [
    {
      type: 'button' as const,
      action_id: 'go',
      text: plain('Eat'),
      confirm: {
        title: plain('All of it?'),
        text: plain('There is no way back.'),
        confirm: plain('Yes'),
        deny: plain('No'),
      },
    },
  ],
}

it('drives a plain Bolt app: a message and its thread, a shortcut, Home', async () => {
  const { page } = await openLunch()
  const box = page.getByRole('textbox', { name: 'Message #lunch' })
  await box.fill('I am *hungry* :pizza:')
  await page.keyboard.press('Enter')
  const said = page.getByRole('log', { name: 'Messages' }).getByRole('article').first()
  await said.getByRole('button', { name: '1 reply' }).click()
  const thread = page.getByRole('complementary', { name: 'Thread' })
  await thread.getByText('Soup?').waitFor()
  expect(await said.locator('strong').last().innerText()).toBe('hungry')
  await thread.getByRole('textbox', { name: 'Reply…' }).fill('Please')
  await page.keyboard.press('Enter')
  await said.getByRole('button', { name: '2 replies' }).waitFor()
  await thread.getByRole('button', { name: 'Close the thread' }).click()

  await said.hover()
  await said.getByRole('button', { name: 'More' }).click()
  await page.getByRole('menuitem', { name: 'Keep this' }).click()
  await page.getByText('Kept: I am').waitFor()

  await page.getByRole('navigation').getByRole('button', { name: 'Tester' }).click()
  await page.getByRole('tab', { name: 'Home' }).click()
  await page.getByText('The menu is').waitFor()
})

it('opens its form, shows what is wrong in it, and takes type-ahead and dates', async () => {
  const { page } = await openLunch()
  const box = page.getByRole('textbox', { name: 'Message #lunch' })
  await box.fill('/try')
  await page.keyboard.press('Enter')
  const order = page.getByRole('dialog', { name: 'Order' })
  await order.getByRole('button', { name: 'Order it' }).click()
  await order.getByText('Please complete this required field.').waitFor()
  await order.getByLabel('What').fill('stones')
  await order.getByRole('button', { name: 'Order it' }).click()
  await order.getByText('Something soft, please').waitFor()
  expect(await order.getByLabel('What').getAttribute('aria-invalid')).toBe('true')
  await order.getByLabel('What').fill('soup')
  await order.getByRole('combobox').pressSequentially('Li')
  await order.getByRole('option', { name: "Li's Kitchen" }).click()
  await order.getByLabel('When').fill('2026-11-27')
  await order.getByRole('button', { name: 'Order it' }).click()
  await order.waitFor({ state: 'hidden' })
  await page
    .getByRole('navigation')
    .getByRole('button', { name: /tester/i })
    .click()
  await page.getByText("from Li's Kitchen, 2026-11-27").waitFor()
})

it('asks before a button that wants to be confirmed, and edits in place', async () => {
  const { page } = await openLunch()
  await page.getByRole('textbox', { name: 'Message #lunch' }).fill('/try sure')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Eat' }).click()
  await page.getByRole('dialog', { name: 'All of it?' }).getByRole('button', { name: 'No' }).click()
  await page.getByRole('button', { name: 'Eat' }).click()
  await page.getByRole('dialog', { name: 'All of it?' }).getByRole('button', { name: 'Yes' }).click()
  await page.getByText('Eaten').waitFor()
  expect(await page.getByRole('button', { name: 'Eat' }).count()).toBe(0)
})

it('says in plain words what Slack would refuse, and where to look; and takes a file that is dropped', async () => {
  const { page } = await openLunch()
  await page.getByRole('textbox', { name: 'Message #lunch' }).fill('/try bad')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Where to look' }).click()
  await page.getByText('json-pointer:/blocks/0/text/text').first().waitFor()
  await page.getByRole('button', { name: 'Close', exact: true }).click()
  await page
    .getByLabel('A file to drop here')
    .setInputFiles({ name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from('a') })
  await page.getByRole('log', { name: 'Messages' }).getByText('people.csv').waitFor()
})

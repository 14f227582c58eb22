import type { App } from '@slack/bolt'
import type { ModalView } from '@slack/types'
import { describe, expect, it } from 'vitest'
import type { PracticeSlackOptions } from '../../src/practice/slack.js'
import { startSocketApp } from './support/bolt-app.js'
import { clientOf, refusal } from './support/client.js'
import { atEnd, closeAfterEach, openSlack } from './support/open-slack.js'

closeAfterEach()

const plain = (text: string) => ({ type: 'plain_text' as const, text })
const note = {
  type: 'input' as const,
  block_id: 'note',
  label: plain('Note'),
  element: { type: 'plain_text_input' as const, action_id: 'note', max_length: 10 },
}
function modal(title: string, more: Partial<ModalView> = {}): ModalView {
  const next = { type: 'button' as const, action_id: 'next', text: plain('Next') }
  const actions = { type: 'actions' as const, block_id: 'go', elements: [next] }
  return { type: 'modal', title: plain(title), submit: plain('Keep'), blocks: [note, actions], ...more }
}

async function connected(listen: (app: App) => void, options: Partial<PracticeSlackOptions> = {}) {
  const slack = await openSlack(options)
  const running = await startSocketApp(slack, listen)
  atEnd(() => running.stop())
  const ana = slack.people.add({ name: 'ana' })
  const sales = slack.places.add({ name: 'sales', members: [ana.id] })
  return { slack, client: clientOf(slack), ana: slack.as(ana.id), sales: sales.id }
}

describe('a trigger', () => {
  it('works once and for three seconds', async () => {
    let now = Date.parse('2026-11-24T09:00:00Z')
    const triggers: string[] = []
    const { client, ana, sales } = await connected(
      (app) =>
        app.command('/try', async ({ ack, command }) => {
          triggers.push(command.trigger_id)
          await ack()
        }),
      { now: () => now },
    )
    await ana.command(sales, '/try')
    await ana.command(sales, '/try')
    const [used = '', late = ''] = triggers
    expect(await refusal(client.views.open({ trigger_id: used, view: modal('One') }))).toBeUndefined()
    expect(await refusal(client.views.open({ trigger_id: used, view: modal('One') }))).toBe(
      'exchanged_trigger_id',
    )
    now += 3_001
    expect(await refusal(client.views.open({ trigger_id: late, view: modal('One') }))).toBe(
      'expired_trigger_id',
    )
    expect(await refusal(client.views.open({ trigger_id: 'x', view: modal('One') }))).toBe(
      'invalid_trigger_id',
    )
  })

  it('is not used up by a view that Slack refuses', async () => {
    const errors: (string | undefined)[] = []
    const { ana, sales, slack } = await connected((app) =>
      app.command('/try', async ({ ack, command, client }) => {
        await ack()
        const open = (view: ModalView) => refusal(client.views.open({ trigger_id: command.trigger_id, view }))
        errors.push(await open(modal('A title of far too many characters')))
        errors.push(await open(modal('Fine')))
      }),
    )
    const run = await ana.command(sales, '/try')
    expect(slack.visibleText(await run.modal())).toContain('Fine')
    expect(errors[0]).toBe('invalid_arguments')
    expect(slack.problems[0]?.message).toContain('[json-pointer:/view/title/text]')
  })
})

describe('modals', () => {
  const stacking = (app: App) => {
    app.command('/try', async ({ ack, command, client }) => {
      await ack()
      await client.views.open({ trigger_id: command.trigger_id, view: modal('1') })
    })
    app.action('next', async ({ ack, body, client }) => {
      await ack()
      const depth = body.type === 'block_actions' ? Number(body.view?.title.text) + 1 : 0
      const view = modal(String(depth), depth === 3 ? { notify_on_close: true } : {})
      if (body.type === 'block_actions') await client.views.push({ trigger_id: body.trigger_id, view })
    })
    app.view('', async ({ ack }) => ack())
    app.view({ callback_id: '', type: 'view_closed' }, async ({ ack }) => ack())
  }

  it('stack three deep and no deeper', async () => {
    const { slack, ana, sales } = await connected(stacking)
    const first = await (await ana.command(sales, '/try')).modal()
    const second = await (await ana.press(first, 'Next')).modal()
    const third = await (await ana.press(second, 'Next')).modal()
    expect(third.previousId).toBe(second.id)
    await ana.press(third, 'Next')
    await slack.until(() => slack.problems.some(({ code }) => code === 'push_limit_reached'))
    const closed = await ana.close(third)
    expect(closed.delivered).toBe(true)
    expect(ana.modal?.id).toBe(second.id)
    await expect(ana.submit(first)).rejects.toThrow('another modal')
  })

  it('keep what is typed through an update, and refuse a stale hash', async () => {
    const { client, slack, ana, sales } = await connected(stacking)
    const view = await (await ana.command(sales, '/try')).modal()
    await ana.choose(view, 'Note', 'typed')
    const hash = view.hash
    await client.views.update({ view_id: view.id, view: modal('New'), hash })
    expect(await refusal(client.views.update({ view_id: view.id, view: modal('x'), hash }))).toBe(
      'hash_conflict',
    )
    expect(await refusal(client.views.update({ view_id: 'V0', view: modal('x') }))).toBe('not_found')
    await ana.submit(view)
    const submission = slack.traffic.find(({ name }) => name === 'view_submission')
    expect(submission?.body).toMatchObject({
      view: { state: { values: { note: { note: { value: 'typed' } } } } },
    })
  })

  it('refuse what is too long before the bot hears of it', async () => {
    const { ana, sales } = await connected(stacking)
    const view = await (await ana.command(sales, '/try')).modal()
    const run = await ana.submit(view, { Note: 'far too long a note' })
    expect(run).toMatchObject({
      delivered: false,
      errors: { note: 'This entry may have at most 10 characters.' },
    })
    expect(ana.modal).toBeDefined()
  })
})

describe('a Home', () => {
  it('keeps its id, takes no external_id that is taken, and refuses a stale hash', async () => {
    const slack = await openSlack()
    const client = clientOf(slack)
    const [ana, ben] = [slack.people.add({ name: 'ana' }), slack.people.add({ name: 'ben' })]
    const publish = (user_id: string, hash?: string) =>
      client.views.publish({
        user_id,
        view: { type: 'home', external_id: 'mine', blocks: [{ type: 'divider' }] },
        ...(hash ? { hash } : {}),
      })
    const first = (await publish(ana.id)).view
    expect(await refusal(publish(ben.id))).toBe('duplicate_external_id')
    const second = (await publish(ana.id, first?.hash)).view
    expect(second?.id).toBe(first?.id)
    expect(await refusal(publish(ana.id, first?.hash))).toBe('hash_conflict')
    expect(await refusal(publish('U0NOBODY'))).toBe('user_not_found')
  })
})

describe('a look at the app', () => {
  it('is told of for either tab, and at each look anew', async () => {
    const looks: [string | undefined, boolean][] = []
    const { slack, ana } = await connected((app) =>
      app.event('app_home_opened', async ({ event, client }) => {
        looks.push([event.tab, event.view !== undefined])
        if (event.tab !== 'home') return
        await client.views.publish({ user_id: event.user, view: { type: 'home', blocks: [note] } })
      }),
    )
    await ana.openHome('messages')
    await slack.until(() => looks.length === 1)
    expect(ana.home).toBeUndefined()
    await ana.openHome()
    const home = await slack.until(() => ana.home)
    expect(home && slack.visibleText(home)).toContain('Note')
    await ana.openHome()
    await slack.until(() => looks.length === 3)
    expect(looks).toEqual([
      ['messages', false],
      ['home', false],
      ['home', true],
    ])
  })
})

describe('the answer to a submission', () => {
  it.each([
    ['errors for a block that is no input', { response_action: 'errors', errors: { go: 'no' } }],
    ['a view over the limits', { response_action: 'update', view: modal('x'.repeat(25)) }],
    ['an unknown action', { response_action: 'vanish' }],
  ])('is refused when it holds %s', async (_, body) => {
    const { slack, ana, sales } = await connected((app) => {
      app.command('/try', async ({ ack, command, client }) => {
        await ack()
        await client.views.open({ trigger_id: command.trigger_id, view: modal('1', { callback_id: 'keep' }) })
      })
      app.view('keep', async ({ ack }) => ack(body as { response_action: 'clear' }))
    })
    const view = await (await ana.command(sales, '/try')).modal()
    const run = await ana.submit(view, { Note: 'short' })
    expect(run.error).toBe('trouble_connecting')
    expect(slack.problems.map(({ kind }) => kind)).toEqual(['refused_blocks'])
    expect(ana.modal?.id).toBe(view.id)
  })

  it('may show the next form in place of this one, or clear them all', async () => {
    const { slack, ana, sales } = await connected((app) => {
      app.command('/try', async ({ ack, command, client }) => {
        await ack()
        await client.views.open({ trigger_id: command.trigger_id, view: modal('1', { callback_id: 'one' }) })
      })
      app.view('one', async ({ ack }) =>
        ack({ response_action: 'update', view: modal('2', { callback_id: 'two' }) }),
      )
      app.view('two', async ({ ack }) => ack({ response_action: 'clear' }))
    })
    const view = await (await ana.command(sales, '/try')).modal()
    await ana.submit(view, { Note: 'short' })
    expect(ana.modal && slack.visibleText(ana.modal)).toContain('2')
    await ana.submit(view)
    expect(ana.modal).toBeUndefined()
  })
})

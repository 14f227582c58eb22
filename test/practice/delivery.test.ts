import type { App } from '@slack/bolt'
import { describe, expect, it } from 'vitest'
import type { PracticeSlack, PracticeSlackOptions } from '../../src/practice/slack.js'
import { startHttpApp, startSocketApp } from './support/bolt-app.js'
import { manifestWithout } from './support/manifest.js'
import { atEnd, closeAfterEach, openSlack } from './support/open-slack.js'
import { startRawBot } from './support/raw-bot.js'

closeAfterEach()

const starts = { 'Socket Mode': startSocketApp, 'signed HTTP': startHttpApp }
type Mode = keyof typeof starts
const modes = Object.keys(starts) as Mode[]

async function connected(
  mode: Mode,
  listen: (app: App) => void,
  options: Partial<PracticeSlackOptions> = {},
) {
  const slack = await openSlack({ ackTimeoutMs: 150, retryDelaysMs: [0, 0, 0], ...options })
  const running = await starts[mode](slack, listen)
  atEnd(() => running.stop())
  const ana = slack.people.add({ name: 'ana' })
  const sales = slack.places.add({ name: 'sales', members: [ana.id] })
  return { slack, ana: slack.as(ana.id), sales: sales.id }
}

function kinds(slack: PracticeSlack): string[] {
  return slack.problems.map(({ kind }) => kind)
}

describe.each(modes)('%s', (mode) => {
  it('tells the user when a command is not acknowledged in time', async () => {
    const { slack, ana, sales } = await connected(mode, (app) => app.command('/try', async () => {}))
    const run = await ana.command(sales, '/try now')
    expect(run).toMatchObject({ acknowledged: false, error: 'operation_timeout' })
    await expect(run.answer()).rejects.toThrow('operation_timeout')
    expect(ana.sees(sales)[0]?.text).toBe('/try failed with the error "operation_timeout"')
    expect(kinds(slack)).toEqual(['not_acknowledged'])
  })

  it('refuses blocks in an acknowledgement as it would in a post', async () => {
    const { slack, ana, sales } = await connected(mode, (app) =>
      app.command('/try', async ({ ack }) => {
        await ack({
          text: 'x',
          blocks: [{ type: 'section', text: { type: 'mrkdwn', text: 'x'.repeat(3001) } }],
        })
      }),
    )
    const run = await ana.command(sales, '/try now')
    expect(run.error).toBe('invalid_command_response')
    expect(slack.problems[0]).toMatchObject({ kind: 'refused_blocks' })
    expect(slack.problems[0]?.message).toContain(
      'must be less than 3001 characters [json-pointer:/blocks/0/text/text]',
    )
  })

  it('says when a command was answered twice', async () => {
    const { slack, ana, sales } = await connected(mode, (app) =>
      app.command('/try', async ({ ack, respond }) => {
        await ack('once')
        await respond('twice')
      }),
    )
    const run = await ana.command(sales, '/try')
    await slack.until(() => run.answers.length === 2)
    expect(kinds(slack)).toEqual(['answered_twice'])
  })

  it('delivers nothing that the manifest does not declare', async () => {
    const heard: string[] = []
    const { slack, ana, sales } = await connected(
      mode,
      (app) => {
        app.message(async ({ message }) => void heard.push(message.ts))
        app.event('reaction_added', async ({ event }) => void heard.push(event.reaction))
        app.shortcut('start', async ({ ack }) => {
          heard.push('shortcut')
          await ack()
        })
      },
      {
        manifest: manifestWithout({
          events: ['message.channels'],
          scopes: ['reactions:read'],
          interactivity: false,
        }),
      },
    )
    const said = await ana.say(sales, 'hello')
    await ana.react(sales, said.ts, 'ear')
    expect((await ana.command(sales, '/other thing')).error).toBe('unknown_command')
    expect((await ana.shortcut('start')).delivered).toBe(false)
    await slack.idle()
    expect(heard).toEqual([])
    const withheld = slack.traffic.filter(({ direction }) => direction === 'withheld')
    expect(withheld.map(({ name }) => name)).toEqual(['message', 'reaction_added', '/other', 'shortcut'])
    expect(kinds(slack)).toEqual(['missing_scope', 'not_declared', 'not_declared'])
  })

  it('delivers the next payloads twice when asked to', async () => {
    const ids: string[] = []
    const { slack, ana, sales } = await connected(mode, (app) =>
      app.message(async ({ body }) => void ids.push(body.event_id)),
    )
    slack.faults.duplicate(1)
    await ana.say(sales, 'once')
    await ana.say(sales, 'and once more')
    await slack.until(() => ids.length === 3)
    await slack.idle()
    expect(new Set(ids).size).toBe(2)
  })
})

describe('events that are not acknowledged', () => {
  it('come again over HTTP, with number and reason, until they are taken', async () => {
    const slack = await openSlack({ retryDelaysMs: [0, 0, 0] })
    const tries: string[] = []
    const bot = await startRawBot(({ headers }) => {
      tries.push(`${headers['x-slack-retry-num'] ?? 'first'} ${headers['x-slack-retry-reason'] ?? ''}`.trim())
      return tries.length < 3 ? 500 : 200
    })
    await slack.deliverTo(bot)
    const ana = slack.people.add({ name: 'ana' })
    const sales = slack.places.add({ name: 'sales', members: [ana.id] })
    await slack.as(ana.id).say(sales.id, 'hello')
    await slack.until(() => tries.length === 3)
    await slack.idle()
    expect(tries).toEqual(['first', '1 http_error', '2 http_error'])
    expect(kinds(slack)).toEqual(['not_acknowledged', 'not_acknowledged'])
  })

  it('do not come again when the answer says so', async () => {
    const slack = await openSlack({ retryDelaysMs: [0, 0, 0] })
    await slack.deliverTo(await startRawBot(() => 500, { 'x-slack-no-retry': '1' }))
    slack.people.change(slack.people.add({ name: 'ana' }).id, { title: 'Engineer' })
    await slack.until(() => slack.problems.length > 0)
    // What is heard next shows that nothing came between.
    slack.people.change(slack.people.add({ name: 'ben' }).id, { title: 'Engineer' })
    await slack.until(() => slack.problems.length > 1)
    expect(slack.traffic.filter(({ direction }) => direction === 'out').map(({ note }) => note)).toEqual([
      undefined,
      undefined,
    ])
  })

  it('are lost after the third redelivery', async () => {
    const slack = await openSlack({ retryDelaysMs: [0, 0, 0] })
    let tries = 0
    const bot = await startRawBot(() => {
      tries += 1
      return 503
    })
    await slack.deliverTo(bot)
    slack.people.change(slack.people.add({ name: 'ana' }).id, { title: 'Engineer' })
    await slack.until(() => slack.problems.length === 4)
    await slack.idle()
    expect(tries).toBe(4)
  })

  it('come again after a minute and after five, over a new socket', async () => {
    const slack = await openSlack({ ackTimeoutMs: 50, retryDelaysMs: [0, 60_000, 300_000] })
    const ana = slack.people.add({ name: 'ana' })
    const sales = slack.places.add({ name: 'sales', members: [ana.id] })
    const first = await startSocketApp(slack, () => {})
    await first.stop()
    await slack.until(() => slack.sockets.count === 0)
    await slack.as(ana.id).say(sales.id, 'is anybody there?')
    await slack.until(() => slack.problems.length === 2)
    const heard: (number | undefined)[] = []
    const second = await startSocketApp(slack, (app) =>
      app.message(async ({ context }) => void heard.push(context.retryNum)),
    )
    atEnd(() => second.stop())
    slack.redeliverNow()
    await slack.until(() => heard.length > 0)
    expect(heard).toEqual([2])
    expect(slack.traffic.filter(({ kind }) => kind === 'event').map(({ note }) => note)).toEqual([
      undefined,
      'retry 1: connection_failed',
      'retry 2: connection_failed',
    ])
  })
})

describe('sockets', () => {
  it('share the payloads among all connections, and go on while one is refreshed', async () => {
    const { slack, ana, sales } = await connected('Socket Mode', (app) =>
      app.command('/try', async ({ ack }) => ack('first')),
    )
    const other = await startSocketApp(slack, (app) => app.command('/try', async ({ ack }) => ack('second')))
    atEnd(() => other.stop())
    expect(slack.sockets.count).toBe(2)
    const answers = [await ana.command(sales, '/try'), await ana.command(sales, '/try')]
    expect(answers.map((run) => run.answers[0]?.text).sort()).toEqual(['first', 'second'])
    await slack.sockets.refresh('oldest')
    const meanwhile = [await ana.command(sales, '/try'), await ana.command(sales, '/try')]
    expect(meanwhile.map((run) => run.answers[0]?.text)).toEqual(['second', 'second'])
  })

  it('that were cut come back, and a command between is lost to the user', async () => {
    const { slack, ana, sales } = await connected('Socket Mode', (app) =>
      app.command('/try', async ({ ack }) => ack('here')),
    )
    await slack.sockets.cut()
    expect((await ana.command(sales, '/try')).error).toBe('dispatch_failed')
    await slack.until(() => slack.sockets.count === 1, { timeoutMs: 10_000 })
    expect((await ana.command(sales, '/try')).answers[0]?.text).toBe('here')
  })
})

import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { reply } from '../../../src/slack/answer.js'
import { type Bot, commandOf, startBot } from '../bot.js'
import { refused, SlackStand, type StandSocket } from '../stand.js'

let slack: SlackStand
let bot: Bot | null
const unhandled: unknown[] = []
const remember = (reason: unknown): void => {
  unhandled.push(reason)
}

beforeEach(async () => {
  process.on('unhandledRejection', remember)
  slack = await SlackStand.open()
  bot = null
})
afterEach(async () => {
  await bot?.stop()
  await slack.close()
  process.off('unhandledRejection', remember)
  expect(unhandled.splice(0)).toEqual([])
})

const echo = { typed: async ({ text }: { text: string }) => reply({ text: `Heard ${text}`, blocks: [] }) }
const answersTo = (id: string): unknown[] =>
  slack.sockets.flatMap((socket) => (socket.acks.has(id) ? [socket.acks.get(id)] : []))
const both = (): Promise<readonly StandSocket[]> => slack.until(() => slack.open.length === 2 && slack.open)

describe('Two connections', () => {
  test('stand side by side, and either brings commands', async () => {
    bot = await startBot(slack, 'socket', echo)
    const [first, second] = await both()
    first?.deliver('e1', 'slash_commands', commandOf('one', 't1', slack))
    second?.deliver('e2', 'slash_commands', commandOf('two', 't2', slack))
    await slack.until(() => first?.acks.has('e1') && second?.acks.has('e2'))
    expect(first?.acks.get('e1')).toEqual({ response_type: 'ephemeral', text: 'Heard one', blocks: [] })
    expect(second?.acks.get('e2')).toMatchObject({ text: 'Heard two' })
  })

  test('the second is opened later, so that Slack does not renew both at once', async () => {
    bot = await startBot(slack, 'socket', echo, {
      sockets: {
        backoff: { firstMs: 5, longestMs: 5, random: () => 1 },
        helloMs: 2_000,
        secondAfterMs: 60_000,
      },
    })
    expect(slack.open).toHaveLength(1)
  })

  test('one that Slack renews is replaced before it goes', async () => {
    bot = await startBot(slack, 'socket', echo)
    const [first] = await both()
    first?.refresh()
    await slack.until(() => slack.sockets.length === 3)
    expect(first?.isOpen).toBe(true)
    // Until Slack hangs up, it may still deliver on it.
    first?.deliver('late', 'slash_commands', commandOf('late', 't1', slack))
    await slack.until(() => first?.acks.has('late'))
    first?.hangUp()
    await slack.until(() => slack.open.length === 2)
    expect(slack.sockets).toHaveLength(3)
  })

  test('one that dies is replaced at once', async () => {
    bot = await startBot(slack, 'socket', echo)
    const [first] = await both()
    first?.cut()
    await slack.until(() => slack.sockets.length === 3 && slack.open.length === 2)
    expect(bot.said('A connection to Slack was lost')).toHaveLength(1)
  })

  test('both die: each comes back alone', async () => {
    bot = await startBot(slack, 'socket', echo)
    for (const socket of await both()) socket.cut()
    await slack.until(() => slack.sockets.length === 4 && slack.open.length === 2)
  })

  test('renewed and hung up on again and again, while commands arrive: every one is answered', async () => {
    bot = await startBot(slack, 'socket', {
      typed: async ({ text }) => {
        // Some answers are still being made when the connection goes.
        for (let turns = 0; turns < (Number(text) % 7) * 5; turns += 1)
          await new Promise((resolve) => setImmediate(resolve))
        return reply({ text: `Heard ${text}`, blocks: [] })
      },
    })
    await both()
    for (let i = 0; i < 100; i += 1) {
      const open = await slack.until(() => slack.open.length > 0 && slack.open)
      const chosen = open[i % open.length]
      chosen?.deliver(`e${i}`, 'slash_commands', commandOf(String(i), `t${i}`, slack))
      if (i % 10 === 5) {
        chosen?.refresh()
        if (i % 20 === 5) chosen?.hangUp()
      }
      await new Promise((resolve) => setImmediate(resolve))
    }
    const answered = (i: number): boolean => {
      const inAck = answersTo(`e${i}`).filter((ack) => Object.keys(Object(ack)).length > 0)
      const byUrl = slack.responses.filter(({ text }) => text === `Heard ${i}`)
      return inAck.length + byUrl.length === 1
    }
    await slack.until(() => Array.from({ length: 100 }, (_, i) => i).every(answered))
  })
})

describe('What Slack may send besides', () => {
  test('frames that are odd harm nobody', async () => {
    bot = await startBot(slack, 'socket', echo)
    const [first] = await both()
    const frames = ['not json', 'null', '[]', '{}', '{"type":"close"}', '{"type":"events_api"}']
    for (const frame of frames) first?.send(frame)
    first?.deliver('e0', 'interactive', null)
    first?.deliver('e1', 'slash_commands', commandOf('still here', 't1', slack))
    await slack.until(() => first?.acks.has('e0') && first.acks.has('e1'))
  })

  test('what nobody listens to is acknowledged', async () => {
    bot = await startBot(slack, 'socket', echo)
    const [first] = await both()
    first?.deliver('e1', 'slash_commands', { ...commandOf('', 't1', slack), command: '/other' })
    first?.deliver('e2', 'interactive', {
      type: 'message_action',
      callback_id: 'x',
      user: { id: 'U1' },
      team: { id: 'T1' },
    })
    first?.deliver('e3', 'events_api', {
      type: 'event_callback',
      team_id: 'T1',
      event: { type: 'star_added', user: 'U1' },
    })
    first?.deliver('e4', 'interactive', { type: 'something_new' })
    await slack.until(() => ['e1', 'e2', 'e3', 'e4'].every((id) => first?.acks.has(id)))
  })
})

describe('Starting', () => {
  test('a bad app-level token ends it, and the setting is named', async () => {
    slack.on('apps.connections.open', () => refused('invalid_auth'))
    await expect(startBot(slack, 'socket')).rejects.toThrow('Slack refuses SLACK_APP_TOKEN (invalid_auth)')
  })

  test('a bad bot token ends it, and the setting is named', async () => {
    slack.on('auth.test', () => refused('token_revoked'))
    await expect(startBot(slack, 'socket')).rejects.toThrow('Slack refuses SLACK_BOT_TOKEN (token_revoked)')
  })

  test('Slack is down, and then is not: it waits, and says so', async () => {
    let downFor = 6
    const upAgain = { ok: true, team_id: 'T1', user_id: 'UBOT', bot_id: 'BBOT' }
    const down = () => {
      downFor -= 1
      return downFor % 2 === 0 ? ({ status: 503 } as const) : ('lost' as const)
    }
    slack.on('auth.test', () => (downFor > 3 ? down() : upAgain))
    const url = `ws://127.0.0.1:${slack.port}/link`
    slack.on('apps.connections.open', () => (downFor > 0 ? down() : { ok: true, url }))
    bot = await startBot(slack, 'socket', echo)
    await both()
    expect(bot.said('Slack cannot be reached; trying again').length).toBeGreaterThanOrEqual(6)
    expect(bot.said('Slack is back')).toHaveLength(1)
  })

  test('a connection without a hello is given up, and another one opened', async () => {
    slack.saysHello = false
    const starting = startBot(slack, 'socket', echo, {
      sockets: { backoff: { firstMs: 1, longestMs: 1, random: () => 1 }, helloMs: 20, secondAfterMs: 0 },
    })
    await slack.until(() => slack.sockets.length > 1)
    slack.saysHello = true
    bot = await starting
    await both()
  })
})

describe('Slack goes away while the bot runs', () => {
  test('it is back by itself when Slack is', async () => {
    bot = await startBot(slack, 'socket', echo)
    await both()
    const { port } = slack
    await slack.close()
    const gone = bot
    await slack.until(() => gone.said('Slack cannot be reached; trying again').length > 3)
    slack = await SlackStand.open(port)
    const [first] = await both()
    first?.deliver('e1', 'slash_commands', commandOf('hello again', 't9', slack))
    await slack.until(() => first?.acks.has('e1'))
  })

  test('a token that is refused later is said clearly, and tried again', async () => {
    bot = await startBot(slack, 'socket', echo)
    const [first] = await both()
    const url = `ws://127.0.0.1:${slack.port}/link`
    let refusals = 0
    slack.on('apps.connections.open', () => {
      refusals += 1
      return refusals < 3 ? refused('invalid_auth') : { ok: true, url }
    })
    first?.cut()
    await slack.until(() => slack.open.length === 2)
    expect(bot.said('Slack refuses SLACK_APP_TOKEN; trying again')).toHaveLength(2)
  })
})

describe('Stopping', () => {
  test('what is being handled is answered first', async () => {
    let finish = (): void => {}
    let isBegun = false
    const slow = new Promise<void>((resolve) => {
      finish = resolve
    })
    bot = await startBot(slack, 'socket', {
      typed: async () => {
        isBegun = true
        slack.nudge()
        await slow
        return reply({ text: 'Kept', blocks: [] })
      },
    })
    const [first] = await both()
    first?.deliver('e1', 'slash_commands', commandOf('note', 't1', slack))
    await slack.until(() => isBegun)
    const stopping = bot.stop()
    finish()
    await stopping
    bot = null
    await slack.until(() => slack.open.length === 0)
    expect(first?.acks.get('e1')).toMatchObject({ text: 'Kept' })
  })
})

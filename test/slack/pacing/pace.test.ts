import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Held } from '../../../src/slack/pacing/held.js'
import { type Calling, type Pacing, pacingWith } from '../../../src/slack/pacing/pace.js'
import { mostWithin, VirtualTime } from './virtual-time.js'

const minute = 60_000
const calling = (method: string, more: Partial<Calling> = {}): Calling => ({
  method,
  channelId: null,
  urgency: 'interactive',
  patienceMs: 2_000,
  isAgain: false,
  ...more,
})

/** A process whose calls are written down as they are made, and as they are refused. */
const aProcess = () => {
  const time = new VirtualTime()
  const pacing: Pacing = pacingWith(null, time)
  const made: { readonly workspace: string; readonly call: Calling; readonly atMs: number }[] = []
  const refused: { readonly call: Calling; readonly held: unknown; readonly afterMs: number }[] = []
  const calls = (call: Calling, workspace = 'W1'): void => {
    const fromMs = time.nowMs()
    pacing
      .of(workspace)
      .enter(call)
      .then(
        () => made.push({ workspace, call, atMs: time.nowMs() }),
        (held: unknown) => refused.push({ call, held, afterMs: time.nowMs() - fromMs }),
      )
  }
  const times = (method: string, workspace = 'W1') =>
    made.flatMap((each) => (each.call.method === method && each.workspace === workspace ? each.atMs : []))
  return { time, pacing, made, refused, calls, times }
}

describe('calls of a workspace', () => {
  it('never are more than Slack takes, however they come, and whoever is refused is so within their patience', async () => {
    const arrivals = fc.array(
      fc.record({
        gapMs: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 3_000 })),
        call: fc.record({
          method: fc.constantFrom('conversations.info', 'views.publish', 'chat.postMessage', 'users.list'),
          channelId: fc.constantFrom('C1', 'C2', 'C3'),
          urgency: fc.constantFrom('interactive' as const, 'background' as const),
          patienceMs: fc.constantFrom(0, 1_000, 2_500),
          isAgain: fc.constant(false),
        }),
      }),
      { minLength: 100, maxLength: 400, size: 'max' },
    )
    await fc.assert(
      fc.asyncProperty(arrivals, async (all) => {
        const { time, calls, times, made, refused } = aProcess()
        for (const { gapMs, call } of all) {
          await time.pass(gapMs)
          calls(call)
        }
        await time.pass(3_000)
        expect(mostWithin(times('conversations.info'), minute)).toBeLessThanOrEqual(50)
        expect(mostWithin(times('views.publish'), minute)).toBeLessThanOrEqual(100)
        expect(mostWithin(times('users.list'), minute)).toBeLessThanOrEqual(20)
        expect(mostWithin(times('chat.postMessage'), minute)).toBeLessThanOrEqual(300)
        for (const channel of ['C1', 'C2', 'C3']) {
          const posts = made.filter((each) => each.call.method === 'chat.postMessage')
          const here = posts.flatMap(({ call, atMs }) => (call.channelId === channel ? atMs : []))
          expect(mostWithin(here, 2_000)).toBeLessThanOrEqual(2)
        }
        for (const { call, held, afterMs } of refused) {
          expect(held).toBeInstanceOf(Held)
          expect(afterMs).toBeLessThanOrEqual(call.patienceMs)
        }
        // Nobody is forgotten.
        expect(made.length + refused.length).toBe(all.length)
      }),
      { numRuns: 25 },
    )
  })

  it('all come through at once where a newcomer tries ten commands in a minute', async () => {
    const { time, calls, made, refused } = aProcess()
    for (let n = 0; n < 10; n++) {
      const before = made.length
      const asked = ['users.info', 'conversations.info', 'conversations.info', 'conversations.members']
      for (const method of [...asked, 'views.open', 'views.publish', 'chat.postEphemeral'])
        calls(calling(method))
      await time.pass(0)
      expect(made.length - before).toBe(7)
      await time.pass(6_000)
    }
    expect(refused).toEqual([])
  })

  it('go on at the rate that Slack takes while there is a flood of them', async () => {
    const { time, calls, times } = aProcess()
    for (let n = 0; n < 600; n++) {
      for (let k = 0; k < 5; k++) calls(calling('views.publish', { urgency: 'background', patienceMs: 0 }))
      await time.pass(1_000)
    }
    // Of a hundred a minute, sixty are for what nobody waits for.
    expect(times('views.publish').length).toBeGreaterThan(10 * 50)
    expect(mostWithin(times('views.publish'), minute)).toBeLessThanOrEqual(60)
  })

  it('that somebody waits for go past a flood of those that nobody does', async () => {
    const { time, calls, times, refused } = aProcess()
    for (let n = 0; n < 2_000; n++)
      calls(calling('views.publish', { urgency: 'background', patienceMs: 2_500 }))
    await time.pass(100)
    refused.length = 0
    const before = times('views.publish').length
    for (let n = 0; n < 30; n++) calls(calling('views.publish'))
    await time.pass(0)
    expect(times('views.publish').length - before).toBe(30)
    expect(refused).toEqual([])
  })

  it('wait in a bounded number, the others are refused at once', async () => {
    const { time, calls, made, refused } = aProcess()
    for (let n = 0; n < 5_000; n++) calls(calling('users.info', { patienceMs: 3 * minute }))
    await time.pass(0)
    expect(made.length).toBe(100)
    expect(refused.length).toBe(4_900)
    expect(refused.every(({ afterMs }) => afterMs === 0)).toBe(true)
  })

  it('come through in the order in which they came', async () => {
    const { time, calls, made } = aProcess()
    for (const channelId of ['C1', 'C1', 'C1', 'C1'])
      calls(calling('chat.postMessage', { channelId, patienceMs: 9_000 }))
    await time.pass(9_000)
    const [first = 0] = made.map(({ atMs }) => atMs)
    const seconds = made.map(({ atMs }) => Math.round((atMs - first) / 1_000))
    expect(seconds).toEqual([0, 0, 2, 2])
  })
})

describe('a workspace that floods', () => {
  it('holds up no other', async () => {
    const { time, calls, times } = aProcess()
    for (let n = 0; n < 1_000; n++) calls(calling('conversations.info', { patienceMs: minute }), 'WLOUD')
    for (let n = 0; n < 50; n++) calls(calling('conversations.info'), 'WQUIET')
    await time.pass(0)
    expect(times('conversations.info', 'WLOUD')).toHaveLength(50)
    expect(times('conversations.info', 'WQUIET')).toHaveLength(50)
  })

  it('and is forgotten when it has been quiet for long, along with its limits', async () => {
    const { time, calls, times } = aProcess()
    for (let n = 0; n < 60; n++) calls(calling('conversations.info'))
    await time.pass(2 * minute)
    for (let n = 0; n < 3_000; n++) calls(calling('auth.test'), `W${n + 2}`)
    for (let n = 0; n < 60; n++) calls(calling('conversations.info'))
    await time.pass(0)
    expect(times('conversations.info')).toHaveLength(100)
  })
})

describe('a method that Slack refused as one too many', () => {
  it('is called by nobody until Slack takes it again; others are', async () => {
    const { time, pacing, calls, times, refused } = aProcess()
    await pacing.of('W1').refused('users.info', 30_000)
    calls(calling('users.info'))
    calls(calling('conversations.info'))
    calls(calling('users.info'), 'W2')
    await time.pass(0)
    expect(times('users.info')).toEqual([])
    expect(refused.map(({ held }) => held)).toMatchObject([{ againMs: 30_000 }])
    expect(times('conversations.info')).toHaveLength(1)
    expect(times('users.info', 'W2')).toHaveLength(1)
    await time.pass(28_500)
    calls(calling('users.info'))
    await time.pass(1_400)
    expect(times('users.info')).toEqual([])
    await time.pass(100)
    expect(times('users.info')).toHaveLength(1)
  })
})

it('whoever has waited longest is next, also when they were turned away in between', async () => {
  const { time, calls, made } = aProcess()
  for (let n = 0; n < 50; n++) calls(calling('conversations.info', { sinceMs: 1_000 }))
  await time.pass(0)
  const waits = (sinceMs: number) => calls(calling('conversations.info', { sinceMs, patienceMs: 90_000 }))
  for (const sinceMs of [1_003, 1_001, 1_004, 1_002]) waits(sinceMs)
  await time.pass(2 * minute)
  expect(made.slice(50).map(({ call }) => call.sinceMs)).toEqual([1_001, 1_002, 1_003, 1_004])
})

describe('calls that are repeated', () => {
  it('are a tenth of all, and a handful each minute', async () => {
    const { time, calls, made } = aProcess()
    const again = () => made.filter(({ call }) => call.isAgain).length
    for (let n = 0; n < 10 * 60; n++) {
      calls(calling('chat.update', { isAgain: true }))
      calls(calling('chat.delete', { isAgain: true }))
      if (n % 2 === 0) calls(calling('auth.test'))
      await time.pass(1_000)
    }
    // Ten at first, five a minute, and a tenth of three hundred.
    expect(again()).toBeGreaterThan(80)
    expect(again()).toBeLessThanOrEqual(10 + 10 * 5 + 30)
  })

  it('come through when a Slack in trouble is asked nothing else', async () => {
    const { time, calls, made, refused } = aProcess()
    for (let n = 0; n < 30; n++) calls(calling('chat.update', { isAgain: true }))
    await time.pass(0)
    expect(made).toHaveLength(10)
    const [first] = refused
    const againMs = first?.held instanceof Held ? first.held.againMs : Number.NaN
    await time.pass(againMs)
    calls(calling('chat.update', { isAgain: true }))
    await time.pass(0)
    expect(made).toHaveLength(11)
  })
})

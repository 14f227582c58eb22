import fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import { composeBot } from '../../../src/compose.js'
import { createLog } from '../../../src/logging.js'
import { isObject, type Json } from '../../../src/practice/json.js'
import { commandBody } from '../../../src/slack/listening/payloads.js'
import { hooks } from '../../support/hooking.js'
import { quickMinutes } from '../../support/quick-minutes.js'
import { aTeam } from '../../support/team.js'
import { cases, patience, tried } from '../support/budget.js'
import { capturedFrom, topicOf } from './captured.js'
import { inexcusable } from './judging.js'
import { aSecondWorkspace, planted } from './second-workspace.js'
import { SocketWire } from './socket-wire.js'
import { type Change, changedBy, changes } from './structure.js'
import { type Delivery, Wire } from './wire.js'

const typeOf = { command: 'slash_commands', interaction: 'interactive', event: 'events_api' } as const

/** What is done to an envelope. */
const turns = [
  'nothing',
  'its payload',
  'its payload',
  'all of it',
  'no envelope_id',
  'sent three times',
  'takes no answer',
  'says nothing of answers',
  'unknown type',
  'payload of another shape',
  'very big',
] as const

/** Frames that are no delivery, or hardly. */
const oddFrames: readonly (string | Buffer)[] = [
  '',
  'null',
  '[]',
  '"hello"',
  '{',
  '{"type":"hello"}',
  '{"type":"hello","num_connections":"many","connection_info":null,"debug_info":[]}',
  '{"type":["hello"]}',
  '{"type":"disconnect"}',
  '{"type":"disconnect","reason":{"a":1}}',
  '{"type":"disconnect","reason":"warning","debug_info":null}',
  '{"type":"events_api"}',
  '{"type":"events_api","envelope_id":7,"payload":{"event":null}}',
  '{"type":"slash_commands","payload":[1]}',
  '{"type":"__proto__","envelope_id":"x"}',
  ...['error', 'close', 'disconnected', 'connected', 'slack_event', 'ws_message'].map((type) =>
    JSON.stringify({ type: 'events_api', payload: { type: 'event_callback', event: { type } } }),
  ),
  Buffer.from('{"type":"disconnect"}'),
  Buffer.from([0xff, 0x00, 0xfe]),
  `{"type":"interactive","payload":{"x":"${'y'.repeat(3_000_000)}"}}`,
]

const fuzzed = async () => {
  const { databaseUrl, ids } = await aSecondWorkspace()
  const team = await aTeam({
    mode: 'http',
    databaseUrl,
    hooks,
    slack: { retryDelaysMs: [] },
    pacing: quickMinutes(),
  })
  const all = await capturedFrom(team, await Wire.between(team))
  await team.bot.stop()
  const wire = await SocketWire.beside(team)
  const logged: string[] = []
  const { slack } = team.config
  const connection = { kind: 'socket', appToken: team.slack.appToken } as const
  const bot = await composeBot({
    config: { ...team.config, slack: { ...slack, apiUrl: wire.apiUrl, connection } },
    log: createLog({ level: 'debug', write: (line) => logged.push(line) }),
    clock: team.clock,
  })
  if ('problem' in bot) throw new Error(bot.problem)
  onTestFinished(() => bot.stop())
  return { team, wire, all, logged, strangers: [...ids, team.pia, team.gus, team.slack.botUserId] }
}

/** What the bot logged that nothing from outside may bring about. */
const alarms = (logged: readonly string[]): string[] =>
  logged.filter(
    (line) =>
      /"level":(?:50|60)/.test(line) &&
      !/ZodError|slack_bolt_|Slack refused|could not be (?:brought|processed)/.test(line),
  )

test('whatever comes over a socket, the bot lives, acknowledges once, and answers what is a command', {
  timeout: patience(180_000),
}, async () => {
  const { team, wire, all, logged, strangers } = await fuzzed()
  const { ana, ben, customers, slack } = team
  const before = slack.problems.length
  let nth = 0
  /** A frame with what Slack gives each delivery anew. */
  const fresh = async ({ kind, payload }: Delivery, takesAnswer?: boolean) => {
    const id = `fuzz-${++nth}`
    const { payload: given, run } = await wire.held(ana, customers)
    const renewed: Json = { ...payload }
    if (kind === 'event') renewed.event_id = `EvSocket${nth}`
    else for (const key of ['trigger_id', 'response_url']) if (key in payload) renewed[key] = given[key]
    const accepts = takesAnswer === undefined ? {} : { accepts_response_payload: takesAnswer }
    return { id, run, given, frame: { envelope_id: id, type: typeOf[kind], payload: renewed, ...accepts } }
  }
  const one = async (which: number, turn: (typeof turns)[number], some: readonly Change[]): Promise<void> => {
    const whole = all[which % all.length]
    if (whole === undefined) return
    const takesAnswer = turn === 'says nothing of answers' ? undefined : turn !== 'takes no answer'
    const { id, run, given, frame } = await fresh(whole, takesAnswer && whole.kind !== 'event')
    const { envelope_id: _, ...nameless } = frame
    const big = { ...frame.payload, text: 'big '.repeat(500_000) }
    const made: Record<(typeof turns)[number], () => Json> = {
      nothing: () => frame,
      'its payload': () => ({ ...frame, payload: changedBy(frame.payload, some, strangers) }),
      'all of it': () => changedBy(frame, some, strangers),
      'no envelope_id': () => nameless,
      'sent three times': () => frame,
      'takes no answer': () => frame,
      'says nothing of answers': () => frame,
      'unknown type': () => ({ ...frame, type: String(some[0]?.text) }),
      'payload of another shape': () => ({ ...frame, payload: [frame.payload, 'x', 7, null][which % 4] }),
      'very big': () => ({ ...frame, payload: big }),
    }
    const sent = made[turn]()
    for (let time = 0; time < (turn === 'sent three times' ? 3 : 1); time++)
      await wire.send(JSON.stringify(sent))
    const what = `${turn}: ${JSON.stringify(sent).slice(0, 2000)}\n${logged.slice(-3).join('')}`
    const isDelivery = sent.envelope_id === id && Object.values(typeOf).some((type) => type === sent.type)
    const ack = isDelivery ? await wire.acknowledged(id).catch(() => null) : null
    expect(isDelivery && ack === null, `not acknowledged: ${what}`).toBe(false)
    const said = isObject(ack?.payload) && Object.keys(ack.payload).length > 0 ? 1 : 0
    if (sent.accepts_response_payload === false) expect(said, `an answer that is lost: ${what}`).toBe(0)
    if (turn !== 'sent three times') expect(wire.counts.get(id) ?? 0, what).toBeLessThanOrEqual(1)
    const payload = isObject(sent.payload) ? sent.payload : {}
    const isOurs = payload.trigger_id === given.trigger_id && payload.response_url === given.response_url
    const isCommand = sent.type === 'slash_commands' && commandBody.safeParse(payload).success && isOurs
    if (!isCommand || payload.command !== '/person') return
    const answers = (): number => said + run.answers.length + run.modals.length
    const acked = `acknowledged ${wire.counts.get(id)} times, with ${JSON.stringify(ack)?.slice(0, 200)}`
    await slack.until(() => answers() > 0, { what: `an answer to ${what}, ${acked}`, timeoutMs: 20_000 })
    await slack.idle()
    expect(answers(), what).toBe(1)
  }
  const isWell = async (): Promise<void> => {
    const line = { kind: 'command', payload: { ...(await wire.held(ben, customers)).payload } } as const
    const { id, frame } = await fresh({ ...line, payload: { ...line.payload, text: 'help' } }, true)
    await wire.send(JSON.stringify(frame))
    expect(JSON.stringify((await wire.acknowledged(id)).payload)).toContain('/person')
    expect(alarms(logged)).toEqual([])
    expect(inexcusable(slack.problems.slice(before))).toEqual([])
  }
  expect(new Set(all.map(topicOf)).size).toBeGreaterThan(90)
  await isWell()
  const property = fc.asyncProperty(fc.nat(10_000), fc.constantFrom(...turns), changes, one)
  await fc.assert(property, { ...cases(150), endOnFailure: true })
  await isWell()
  for (const frame of oddFrames) {
    await wire.send(frame)
    await isWell()
  }
  expect(wire.odd).toEqual([])
  const said = JSON.stringify(
    slack.traffic.filter(({ direction }) => direction === 'in').map(({ body }) => body),
  ).toLowerCase()
  expect(planted.filter((word) => said.includes(word))).toEqual([])
  tried('altered envelopes', nth)
})

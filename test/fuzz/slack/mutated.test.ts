import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isObject, type Json } from '../../../src/practice/json.js'
import { commandBody } from '../../../src/slack/listening/payloads.js'
import { hooks } from '../../support/hooking.js'
import { quickMinutes } from '../../support/quick-minutes.js'
import { stepsManifest } from '../../support/stepping.js'
import { aTeam, type Team } from '../../support/team.js'
import { cases, patience, tried } from '../support/budget.js'
import { capturedFrom, topicOf } from './captured.js'
import { faultsOfAck, inexcusable } from './judging.js'
import { aSecondWorkspace, planted } from './second-workspace.js'
import { type Change, changedBy, changes } from './structure.js'
import { type Delivery, type Run, Wire } from './wire.js'

/** By these Bolt tells what a delivery is, and whose; without them it is none of Slack's, and refused as such. */
const kept = new Set([
  'type',
  'command',
  'event',
  'event.type',
  'actions',
  'actions.0',
  'actions.0.type',
  'actions.0.action_id',
  'actions.0.block_id',
  'action_id',
  'block_id',
  'callback_id',
  'view',
  'view.callback_id',
  'user',
])

/** What the bot logged that nothing from outside may bring about. */
const alarms = (logged: readonly string[]): string[] =>
  logged.filter(
    (line) =>
      /"level":(?:50|60)/.test(line) && !/ZodError|slack_bolt_|Slack refused|could not be brought/.test(line),
  )

/** A team beside another workspace, everything that Slack delivered when it used the bot, and what to look at. */
const fuzzed = async () => {
  const { databaseUrl, ids } = await aSecondWorkspace()
  const team = await aTeam({
    mode: 'http',
    databaseUrl,
    hooks,
    slack: { retryDelaysMs: [], manifest: stepsManifest },
    pacing: quickMinutes(),
  })
  const wire = await Wire.between(team)
  const all = await capturedFrom(team, wire)
  const strangers = [
    ...ids,
    'T0OTHERTEAM',
    'C0OTHERPLACE',
    'U0OTHERUSER',
    team.pia,
    team.gus,
    team.slack.botUserId,
  ]
  const before = { problems: team.slack.problems.length, logged: team.logged.length }
  /** Nothing was refused or broken that no payload excuses. */
  const isSound = (): void => {
    expect(inexcusable(team.slack.problems.slice(before.problems))).toEqual([])
    expect(alarms(team.logged.slice(before.logged))).toEqual([])
  }
  /** Nothing that went out says a word of the other workspace, and the bot is as well as before. */
  const isWell = async (): Promise<void> => {
    await team.slack.idle()
    const out = team.slack.traffic.filter(({ direction }) => direction === 'in')
    const said = JSON.stringify(out.map(({ body }) => body)).toLowerCase()
    expect(planted.filter((word) => said.includes(word))).toEqual([])
    expect(await team.types(team.ben, team.customers, '/person add Wendy Wells')).toContain('Wendy Wells')
  }
  return { team, wire, all, strangers, isSound, isWell }
}

describe('whatever is done to what Slack delivers', () => {
  test('the bot lives, answers once, within limits, and tells nothing of another workspace', {
    timeout: patience(120_000),
  }, async () => {
    const { team, wire, all, strangers, isSound, isWell } = await fuzzed()
    expect(new Set(all.map(topicOf)).size).toBeGreaterThan(90)
    const talk = ['event message channel', 'event message group', 'event message mpim']
    expect(all.map(topicOf)).toEqual(expect.arrayContaining(talk))
    const counts = new Map<string, number>()
    const one = async (nth: number, some: readonly Change[]): Promise<void> => {
      const whole = all[nth % all.length]
      if (whole === undefined) return
      counts.set(whole.kind, (counts.get(whole.kind) ?? 0) + 1)
      const { kind, payload, run } = await fresh(team, wire, whole)
      const delivery = { kind, payload: changedBy(payload, some, strangers, kept) }
      await isAnsweredOnce(team, wire, delivery, payload, run)
      isSound()
    }
    await fc.assert(fc.asyncProperty(fc.nat(10_000), changes, one), { ...cases(200), endOnFailure: true })
    await isWell()
    for (const [kind, count] of counts) tried(`mutated ${kind}s`, count)
  })

  test('also to that by which it is known, and many at once', { timeout: patience(120_000) }, async () => {
    const { wire, all, strangers, isSound, isWell } = await fuzzed()
    let count = 0
    const atOnce = fc.array(fc.tuple(fc.nat(10_000), changes), { minLength: 40, maxLength: 40 })
    const many = async (each: readonly (readonly [number, readonly Change[]])[]): Promise<void> => {
      await Promise.all(
        each.map(async ([nth, some]) => {
          const whole = all[nth % all.length]
          if (whole === undefined) return
          const payload = changedBy(whole.payload, some, strangers)
          const { status } = await wire.deliver({ kind: whole.kind, payload })
          // What Bolt cannot tell the kind of it lets hang for three seconds, and refuses then.
          expect([200, 400, 401, 404, 413, 500]).toContain(status)
          count += 1
        }),
      )
      isSound()
    }
    await fc.assert(fc.asyncProperty(atOnce, many), { ...cases(2), endOnFailure: true })
    await isWell()
    tried('deliveries of no known kind', count)
  })
})

/** The same with what Slack gives each delivery anew: a trigger that works, and an address to answer to. */
const fresh = async ({ ana, customers }: Team, wire: Wire, { kind, payload }: Delivery) => {
  if (kind === 'event') {
    const number = ++lastEvent
    const { event } = payload
    const ofStep = isObject(event) && event.type === 'function_executed'
    const anew = ofStep ? { event: { ...event, function_execution_id: `FxFuzz${number}` } } : {}
    return { kind, payload: { ...payload, ...anew, event_id: `EvFuzz${number}` }, run: null }
  }
  const { payload: held, run } = await wire.held(ana, customers)
  const renewed: Json = { ...payload }
  for (const given of ['trigger_id', 'response_url']) if (given in payload) renewed[given] = held[given]
  return { kind, payload: renewed, run }
}
let lastEvent = 0

const isAnsweredOnce = async (team: Team, wire: Wire, delivery: Delivery, given: Json, run: Run | null) => {
  const { slack } = team
  const answered = await wire.deliver(delivery)
  const what = `${JSON.stringify(delivery).slice(0, 2000)}\n${team.logged.slice(-3).join('')}`
  expect(faultsOfAck(delivery, given, answered), what).toEqual([])
  await slack.idle()
  const { payload, kind } = delivery
  const isWhole = kind === 'command' && commandBody.safeParse(payload).success
  // With another trigger or address it is answered elsewhere, which Slack does not know of this run.
  const isOurs = payload.trigger_id === given.trigger_id && payload.response_url === given.response_url
  if (run === null || !isWhole || !isOurs || answered.status !== 200) return
  const answers = (): number => (answered.body === '' ? 0 : 1) + run.answers.length + run.modals.length
  await slack.until(() => answers() > 0, { what: `an answer to ${what}` })
  expect(answers(), what).toBe(1)
}

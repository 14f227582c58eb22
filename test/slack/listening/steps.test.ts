import { afterEach, expect, onTestFinished, test } from 'vitest'
import { SlackUnavailable } from '../../../src/app/ports.js'
import { stepDone, stepFailed } from '../../../src/slack/answer.js'
import type { Step } from '../../../src/slack/incoming.js'
import type { Listeners } from '../../../src/slack/listeners.js'
import { memoryStore } from '../../support/stores.js'
import { alone } from '../alone.js'
import { Delivering } from './delivering.js'

let slack: Delivering
afterEach(() => slack.end())

const ran_by = { id: 'U1', secret: 'x' }
const run = (id = 'Fx1') => ({
  type: 'function_executed',
  function: { callback_id: 'find_person' },
  inputs: { who: 'frank', ran_by },
  function_execution_id: id,
  bot_access_token: 'xwfp-secret',
})
const ago = (seconds: number): string => new Date(Date.now() - seconds * 1_000).toISOString()
const successes = () => slack.slack.to('functions.completeSuccess')
const errors = () => slack.slack.to('functions.completeError').map(({ error }) => error)

/** A bot whose steps end like this, among others that share a database with it. */
const among = async (stepped: Listeners['stepped'] = async () => stepDone({ name: 'Frank' })) => {
  const store = await memoryStore()
  onTestFinished(() => store.close())
  slack = await Delivering.to({ stepped }, { replyGaps: [5, 5] }, () => {}, {
    ...alone(),
    answers: store.answers,
  })
  for (const method of ['functions.completeSuccess', 'functions.completeError'])
    slack.slack.on(method, () => ({ ok: true }))
  return store.answers
}

test('a step ends once, by whichever event Slack tells of it again', async () => {
  const seen: Step[] = []
  await among(async (step) => {
    seen.push(step)
    return stepDone({ name: 'Frank' })
  })
  await slack.event(run(), 'Ev1')
  await slack.event(run(), 'Ev1')
  await slack.event(run(), 'Ev2')
  expect(successes()).toHaveLength(1)
  expect(seen).toEqual([
    { workspaceId: 'T1', stepId: 'find_person', inputs: { who: 'frank', ran_by }, delivery: 'step:Fx1' },
  ])
})

test('one that another process runs is left to be repeated, and one that it ended is left alone', async () => {
  const answers = await among()
  const delivery = { workspaceId: 'T1', id: 'step:Fx1' }
  await answers.claim(delivery, ago(1))
  const [socket] = slack.slack.open
  const body = { type: 'event_callback', team_id: 'T1', event_id: 'Ev1', event: run() }
  socket?.deliver('first', 'events_api', body)
  await slack.slack.until(() => slack.bot.said('could not be processed').length > 0)
  expect(socket?.acks.has('first')).toBe(false)
  await answers.done(delivery)
  socket?.deliver('second', 'events_api', body)
  await slack.slack.until(() => socket?.acks.has('second'))
  expect(successes()).toEqual([])
})

test('how it ended is told until Slack says that it took it', async () => {
  await among()
  const answers = [
    { ok: false, error: 'internal_error' },
    { ok: false, error: 'service_unavailable' },
    { ok: true },
  ]
  slack.slack.on('functions.completeSuccess', () => answers.shift() ?? { ok: true })
  await slack.event(run(), 'Ev1')
  expect(successes().map(({ outputs }) => outputs)).toHaveLength(3)
})

test('an answer that got lost leaves a step that has ended: that is no fault', async () => {
  await among()
  const answers = [
    { ok: false, error: 'internal_error' },
    { ok: false, error: 'execution_not_in_running_state' },
  ]
  slack.slack.on('functions.completeSuccess', () => answers.shift() ?? { ok: true })
  await slack.event(run(), 'Ev1')
  await slack.event(run('Fx2'), 'Ev2')
  expect(successes()).toHaveLength(3)
  expect(slack.bot.said('could not be ended')).toEqual([])
})

test('while Slack takes no end the event is not acknowledged, so that Slack keeps it', async () => {
  await among()
  slack.slack.on('functions.completeSuccess', () => ({ ok: false, error: 'service_unavailable' }))
  const [socket] = slack.slack.open
  const body = { type: 'event_callback', team_id: 'T1', event_id: 'Ev1', event: run() }
  socket?.deliver('first', 'events_api', body)
  await slack.slack.until(() => slack.bot.said('could not be processed').length > 0)
  expect(socket?.acks.has('first')).toBe(false)
  expect(successes()).toHaveLength(3)
})

test('what Slack does not take as outputs ends the step all the same, with a sentence', async () => {
  await among()
  slack.slack.on('functions.completeSuccess', () => ({ ok: false, error: 'parameter_validation_failed' }))
  await slack.event(run(), 'Ev1')
  expect(errors()).toEqual([expect.stringContaining('may be done')])
})

test('a step that fails says what to do, also when Slack or the program did', async () => {
  await among(async ({ delivery }) => {
    if (delivery === 'step:Fx2') throw new SlackUnavailable('away')
    if (delivery === 'step:Fx3') throw new Error('a secret of Frank')
    return stepFailed('Give a name.')
  })
  for (const id of ['Fx1', 'Fx2', 'Fx3']) await slack.event(run(id), `Ev-${id}`)
  expect(errors()).toEqual([
    'Give a name.',
    expect.stringContaining('try again'),
    expect.stringMatching(/reference: [A-Z2-9]{6}/),
  ])
})

test('whoever ran it sees what was done in their name; the token of the workflow is in no log', async () => {
  const told = { reply: { text: 'You called Frank.', blocks: [] }, channelId: 'C1' }
  await among(async () => stepDone({ name: 'Frank' }, told))
  await slack.event(run(), 'Ev1')
  expect(slack.slack.to('chat.postEphemeral')).toMatchObject([
    { user: 'U1', channel: 'C1', text: 'You called Frank.' },
  ])
  expect(JSON.stringify(slack.bot.said(''))).not.toContain('xwfp')
})

test('one that takes long is not acknowledged before it has ended: a process may die over it', async () => {
  let letGo = () => {}
  await among(async () => {
    await new Promise<void>((resolve) => {
      letGo = resolve
    })
    return stepDone({ name: 'Frank' })
  })
  const [socket] = slack.slack.open
  const body = { type: 'event_callback', team_id: 'T1', event_id: 'Ev1', event: run() }
  socket?.deliver('first', 'events_api', body)
  await slack.slack.until(() => slack.bot.said('could not be processed').length > 0)
  expect(socket?.acks.has('first')).toBe(false)
  letGo()
  socket?.deliver('second', 'events_api', body)
  await slack.slack.until(() => socket?.acks.has('second'))
  expect(successes()).toHaveLength(1)
})

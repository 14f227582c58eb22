import { afterEach, expect, onTestFinished, test } from 'vitest'
import { StoreUnavailable } from '../../../src/app/ports.js'
import { doneBefore, reply } from '../../../src/slack/answer.js'
import type { Among } from '../../../src/slack/connection/edge-for.js'
import type { Listeners } from '../../../src/slack/listeners.js'
import { memoryStore } from '../../support/stores.js'
import { alone } from '../alone.js'
import { Delivering } from './delivering.js'

let slack: Delivering
afterEach(() => slack.end())

const event = { workspaceId: 'T1', id: 'Ev1' }
const ago = (seconds: number): string => new Date(Date.now() - seconds * 1_000).toISOString()
const question = { type: 'message', channel_type: 'im', channel: 'D1', user: 'U1', text: 'who', ts: '1.1' }
const posts = () => slack.slack.to('chat.postMessage').map(({ text }) => text)

/** A bot that answers questions, among others that share a database with it. */
const among = async (
  typed: Listeners['typed'] = async ({ text }) => reply({ text: `Heard ${text}`, blocks: [] }),
  answers?: Among['answers'],
) => {
  const store = await memoryStore()
  onTestFinished(() => store.close())
  const others = { ...alone(), answers: answers ?? store.answers }
  slack = await Delivering.to({ typed }, {}, () => {}, others)
  return store.answers
}

test('a question that another process has answered is acknowledged, and not answered once more', async () => {
  const answers = await among()
  await answers.claim(event, ago(1))
  await answers.done(event)
  await slack.event(question, 'Ev1')
  await slack.event({ ...question, text: 'after' }, 'Ev2')
  expect(posts()).toEqual(['Heard after'])
})

test('one that another process answers just now is left to be repeated: it may die over it', async () => {
  const answers = await among()
  await answers.claim(event, ago(1))
  const [socket] = slack.slack.open
  const body = { type: 'event_callback', team_id: 'T1', event_id: 'Ev1', event: question }
  socket?.deliver('first', 'events_api', body)
  await slack.slack.until(() => slack.bot.said('could not be processed').length > 0)
  expect(socket?.acks.has('first')).toBe(false)
  expect(posts()).toEqual([])
  await answers.done(event)
  socket?.deliver('second', 'events_api', body)
  await slack.slack.until(() => socket?.acks.has('second'))
  expect(posts()).toEqual([])
})

test('one whose process died over it is answered when Slack brings it again', async () => {
  const answers = await among()
  await answers.claim(event, ago(40))
  await slack.event(question, 'Ev1')
  expect(posts()).toEqual(['Heard who'])
  expect(await answers.claim(event, ago(-300))).toBe('answered')
})

test('what was carried out, and maybe not answered, is said to be done; once', async () => {
  const answers = await among(async () => doneBefore)
  await slack.event(question, 'Ev1')
  await slack.slack.until(() => posts().length > 0)
  expect(posts()).toEqual([expect.stringContaining('done already')])
  expect(await answers.claim(event, ago(-300))).toBe('answered')
})

test('without the database each process answers what it hears', async () => {
  const gone = async () => {
    throw new StoreUnavailable('gone', 'gone')
  }
  await among(undefined, { claim: gone, done: gone, release: gone, sweep: gone })
  await slack.event(question, 'Ev1')
  expect(posts()).toEqual(['Heard who'])
})

import { readdirSync, readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { SlackUnavailable } from '../../../src/app/ports.js'
import { createLog } from '../../../src/logging.js'
import { unmetered } from '../../../src/metering.js'
import { SlackDirectory } from '../../../src/slack/directory.js'
import { Forms } from '../../../src/slack/listening/forms-of-slack.js'
import { Replies } from '../../../src/slack/listening/replies.js'
import { ResponseUrls } from '../../../src/slack/listening/response-url.js'
import { Seal } from '../../../src/slack/listening/seal.js'
import { SlackMessenger } from '../../../src/slack/messenger.js'
import { isKnownMethod } from '../../../src/slack/pacing/limits.js'
import { again, inBackground } from '../../../src/slack/pacing/manner.js'
import { type Pacing, pacingWith } from '../../../src/slack/pacing/pace.js'
import { troubleOf } from '../../../src/slack/slack-error.js'
import {
  answeringClient,
  lookupClient,
  postingClient,
  type SlackAccess,
} from '../../../src/slack/web-clients.js'
import { SlackStand, type StandAnswer } from '../stand.js'
import { VirtualTime } from './virtual-time.js'

const log = createLog({ level: 'silent' })
const me = { workspaceId: 'T1', enterpriseId: null, botUserId: 'UBOT', botId: 'BBOT' }
let slack: SlackStand
let time: VirtualTime
let pacing: Pacing
let held: string[]
const meter = { ...unmetered, held: (method: string, how: string) => void held.push(`${method} ${how}`) }
const access = (workspaceId = 'T1'): SlackAccess => ({
  apiUrl: slack.apiUrl,
  token: async () => 'xoxb-1',
  pace: pacing.of(workspaceId),
})
const directory = (workspaceId = 'T1') =>
  new SlackDirectory(lookupClient(access(workspaceId), log, meter), me, () =>
    new Date(time.nowMs()).toISOString(),
  )
const users = (count: number, from = 0) => Array.from({ length: count }, (_, n) => `U${from + n}`)
/** How many of them were answered, ten at a time: so many are no trouble for a busy machine. */
const howMany = async (ids: readonly string[], ask: (id: string) => Promise<unknown>): Promise<number> => {
  let answered = 0
  for (let n = 0; n < ids.length; n += 10) {
    const ten = await Promise.allSettled(ids.slice(n, n + 10).map(ask))
    answered += ten.filter(({ status }) => status === 'fulfilled').length
  }
  return answered
}

beforeEach(async () => {
  slack = await SlackStand.open()
  slack.on('users.info', ({ user = '' }) => ({ ok: true, user: { id: user, team_id: 'T1' } }))
  slack.on('chat.postMessage', () => ({ ok: true, channel: 'C1', ts: '1.1' }))
  time = new VirtualTime()
  pacing = pacingWith(null, time)
  held = []
})
afterEach(() => slack.close())

describe('What is looked up', () => {
  it('is not asked when Slack would refuse it, and says that Slack is busy', async () => {
    const here = directory()
    expect(await howMany(users(130), (id) => here.user(id))).toBe(100)
    await expect(here.user('U999')).rejects.toBeInstanceOf(SlackUnavailable)
    expect(slack.to('users.info')).toHaveLength(100)
    expect(held.filter((each) => each === 'users.info put-off')).toHaveLength(31)
    // Another workspace has a minute of its own, and this one has the next.
    expect(await howMany(users(100), (id) => directory('T2').user(id))).toBe(100)
    await time.pass(70_000)
    expect(await howMany(['U999'], (id) => here.user(id))).toBe(1)
  })

  it('for what nobody waits for leaves room for those whom somebody does', async () => {
    const here = directory()
    const unwaited = (id: string) => inBackground(() => here.user(id))
    expect(await howMany(users(90), unwaited)).toBe(60)
    expect(await howMany(['U501'], unwaited)).toBe(0)
    expect(await howMany(users(40, 600), (id) => here.user(id))).toBe(40)
  })

  it('is asked by nobody for as long as Slack says, when it refused', async () => {
    const answers: StandAnswer[] = [{ status: 429, headers: { 'retry-after': '20' } }]
    slack.on('users.info', () => answers.shift() ?? { ok: true, user: { id: 'U1', team_id: 'T1' } })
    await expect(directory().user('U1')).rejects.toBeInstanceOf(SlackUnavailable)
    await expect(directory().user('U2')).rejects.toBeInstanceOf(SlackUnavailable)
    expect(slack.to('users.info')).toHaveLength(1)
    await directory('T2').user('U2')
    await time.pass(20_000)
    await directory().user('U2')
    expect(slack.to('users.info')).toHaveLength(3)
  })

  it('is not asked a second time for ever, however often Slack loses the first', async () => {
    slack.on('users.info', () => 'lost')
    const here = directory()
    for (const id of users(40)) await here.user(id).catch(() => {})
    // Each once; ten, and a tenth of them, twice.
    expect(slack.to('users.info').length).toBeGreaterThan(40)
    expect(slack.to('users.info').length).toBeLessThanOrEqual(40 + 10 + 4)
  })
})

describe('A post', () => {
  const messenger = () => new SlackMessenger(postingClient(access(), log, meter), me, log)
  const message = { text: 'Frank would be glad to hear from you', blocks: [] }

  it('waits for its channel, a little; then it is certainly not posted, and may be later', async () => {
    const posts = [messenger(), messenger()].map((each) => each.post('channel:C1', message, 'p1'))
    const elsewhere = messenger().post('channel:C2', message, 'p2')
    expect(await elsewhere).toMatchObject({ kind: 'sent' })
    const third = messenger().post('channel:C1', message, 'p3')
    await time.pass(3_000)
    expect(await Promise.all(posts)).toMatchObject([{ kind: 'sent' }, { kind: 'sent' }])
    expect(await third).toMatchObject({ kind: 'temporary', code: 'held_back' })
  })

  it('that is made again and again waits for its next beat', async () => {
    const results = []
    for (let n = 0; n < 12; n++) {
      results.push(await messenger().post(`channel:C${n}`, message, 'p1', true))
      await time.pass(100)
    }
    expect(results.filter(({ kind }) => kind === 'sent')).toHaveLength(10)
    expect(results.at(-1)).toMatchObject({ kind: 'temporary', code: 'held_back' })
  })
})

it('A form waits no longer than what it belongs to', async () => {
  slack.on('views.open', () => ({ ok: true }))
  await pacing.of('T1').refused('views.open', 1_500)
  const seal = new Seal('secret', me, () => new Date(time.nowMs()).toISOString())
  const forms = new Forms(answeringClient(access(), log, meter), seal)
  const form = { type: 'modal' as const, title: { type: 'plain_text' as const, text: 'Form' }, blocks: [] }
  expect(await forms.open('t1', form, 'U1')).toMatchObject({ kind: 'temporary', code: 'held_back' })
  await time.pass(600)
  const opened = forms.open('t1', form, 'U1')
  await time.pass(1_000)
  expect(await opened).toBeNull()
})

it('An answer that Slack refuses as one too many, and names a time for, is brought then: that is no repetition in vain', async () => {
  const refused = new Set<string>()
  slack.on('chat.postEphemeral', ({ text = '' }) => {
    if (refused.has(text)) return { ok: true }
    refused.add(text)
    return { status: 429, headers: { 'retry-after': '0' } }
  })
  const replies = new Replies(answeringClient(access(), log, meter), log, () => false, [0, 0, 0])
  const whom = { userId: 'U1', channelId: 'C1', threadTs: null, responseUrl: null }
  for (let n = 0; n < 40; n++) await replies.tell(whom, { text: `answer ${n}`, blocks: [] })
  expect(slack.to('chat.postEphemeral')).toHaveLength(80)
  expect(slack.to('chat.postMessage')).toEqual([])
})

it('An address of a command takes five answers, and none that Slack would refuse', async () => {
  const urls = new ResponseUrls()
  const url = slack.responseUrl
  for (let n = 0; n < 5; n++) await urls.respond(url, { text: `${n}` })
  const sixth = await urls.respond(url, { text: '6' }).catch((error: unknown) => troubleOf(error))
  expect(sixth).toMatchObject({ kind: 'permanent' })
  expect(slack.responses).toHaveLength(5)
})

it('Every method that is called has the tier that Slack documents', () => {
  const sources = readdirSync('src/slack', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `src/slack/${name}`)
  const called = sources.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/client\s*\.((?:[a-z]+\.)+[a-zA-Z]+)\(/g)].map(
      ([, method = '']) => method,
    ),
  )
  const methods = [...new Set(called)].filter((method) => method.includes('.') && !method.startsWith('used.'))
  expect(methods.length).toBeGreaterThan(15)
  expect(methods.filter((method) => !isKnownMethod(method))).toEqual([])
})

it('What is repeated is so in all that comes of it', async () => {
  const here = directory()
  // Of ten, one asks for the list of all, which is refused here.
  expect(await howMany(users(15), (id) => again(() => here.user(id)))).toBe(9)
})

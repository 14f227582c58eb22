import { expect, it, onTestFinished } from 'vitest'
import { type AtWork, atWorkIn, type Ground, openGround } from '../../../src/compose/join.js'
import type { Config } from '../../../src/config.js'
import { channelHome } from '../../../src/domain/audience.js'
import { createLog } from '../../../src/logging.js'
import { inBackground } from '../../../src/slack/pacing/manner.js'
import { answeringClient } from '../../../src/slack/web-clients.js'
import { unhurriedConnections } from '../../../src/store/dialect.js'
import { usual } from '../../support/sealed.js'
import { freshDatabase } from '../../support/stores.js'
import { SlackStand } from '../stand.js'

const log = createLog({ level: 'silent' })
const message = { text: 'Frank would be glad to hear from you', blocks: [] }
const home = { type: 'home' as const, blocks: [] }
const ids = (count: number, letter: string) => Array.from({ length: count }, (_, n) => `${letter}${100 + n}`)

/** As many at a time as a busy machine does at once; how many were done, and not put off. */
const howMany = async (asked: readonly (() => Promise<boolean>)[]): Promise<number> => {
  let done = 0
  for (let n = 0; n < asked.length; n += 12) {
    const some = await Promise.all(asked.slice(n, n + 12).map((ask) => ask()))
    done += some.filter((isDone) => isDone).length
  }
  return done
}
const orNot = (call: Promise<unknown>): Promise<boolean> =>
  call.then(
    () => true,
    () => false,
  )

/** A Slack that writes down when it was called, and three bots over one database. */
const threeReplicas = async () => {
  const slack = await SlackStand.open()
  onTestFinished(() => slack.close())
  const posted: { readonly channel: string; readonly atMs: number }[] = []
  slack.on('users.info', ({ user = '' }) => ({ ok: true, user: { id: user, team_id: 'T1' } }))
  slack.on('views.publish', () => ({ ok: true }))
  slack.on('chat.postMessage', ({ channel = '' }) => {
    posted.push({ channel, atMs: performance.now() })
    return { ok: true, channel, ts: '1.1' }
  })
  const database = await freshDatabase('PostgreSQL')
  onTestFinished(() => database.drop())
  const config: Config = {
    slack: {
      install: { kind: 'token', botToken: 'xoxb-1' },
      apiUrl: slack.apiUrl,
      connection: { kind: 'http', signingSecret: 'secret', path: '/slack/events' },
    },
    ...{
      port: 0,
      host: '127.0.0.1',
      databaseUrl: database.url,
      databaseConnections: unhurriedConnections + 4,
    },
    ...{ logLevel: 'silent', hooks: { people: null, hubspot: null, publicUrl: '' }, encryption: usual },
    ...{ lookAgainMs: 60_000, metricsToken: null },
  }
  const grounds: Ground[] = []
  for (let n = 0; n < 3; n++) {
    const ground = await openGround({ config, log }, () => {})
    if ('problem' in ground) throw new Error(ground.problem)
    onTestFinished(() => ground.store.close())
    grounds.push(ground)
  }
  const access = { apiUrl: slack.apiUrl, token: async () => 'xoxb-1' }
  const me = { enterpriseId: null, botUserId: 'UBOT', botId: 'BBOT' }
  /** The bots of a workspace, over and over. */
  const at = (workspaceId: string): ((n: number) => AtWork) => {
    const bots = grounds.map((ground) => atWorkIn(ground, { me: { ...me, workspaceId }, access }))
    return (n) => bots[n % bots.length] ?? bots[0] ?? impossible()
  }
  return { slack, posted, at }
}
const impossible = (): never => {
  throw new Error('no bots')
}

it('together look up no more than Slack takes, in each workspace for itself', async () => {
  const { slack, at } = await threeReplicas()
  const [one, other] = [at('T1'), at('T2')]
  const lookUp = (bots: typeof one) =>
    howMany(ids(150, 'U').map((id, n) => () => inBackground(() => orNot(bots(n).directory.user(id)))))
  // A database that is slow makes them fewer; of a hundred, forty are left for those whom somebody waits for.
  const found = await lookUp(one)
  expect(found).toBeGreaterThan(30)
  expect(found).toBeLessThanOrEqual(60)
  expect(slack.to('users.info')).toHaveLength(found)
  expect(await lookUp(other)).toBeGreaterThan(30)
})

it('hold back together for as long as Slack says to one of them', async () => {
  const { slack, at } = await threeReplicas()
  const bots = at('T1')
  slack.on('users.info', () => ({ status: 429, headers: { 'retry-after': '600' } }))
  expect(await howMany(ids(30, 'U').map((id, n) => () => orNot(bots(n).directory.user(id))))).toBe(0)
  const refused = slack.to('users.info').length
  // Those that were on their way when the first was refused.
  expect(refused).toBeLessThanOrEqual(12)
  expect(await howMany(ids(30, 'V').map((id, n) => () => orNot(bots(n).directory.user(id))))).toBe(0)
  expect(slack.to('users.info')).toHaveLength(refused)
})

it('together post three hundred digests and two thousand Homes no faster than Slack takes them, and answer meanwhile', async () => {
  const { slack, posted, at } = await threeReplicas()
  const bots = at('T1')
  const digests = ids(300, 'C').map((id, n) => async () => {
    const { kind } = await bots(n).pass.messenger.post(channelHome(id), message, id)
    return kind === 'sent'
  })
  const clients = [0, 1, 2].map((n) => answeringClient(bots(n).access, log))
  const homes = ids(2_000, 'U').map(
    (id, n) => () =>
      inBackground(() => orNot(clients[n % 3]?.views.publish({ user_id: id, view: home }) ?? impossible())),
  )
  const answers = ids(30, 'W').map((id, n) => () => orNot(bots(n).directory.user(id)))
  const looks = ids(30, 'X').map(
    (id, n) => () => orNot(clients[n % 3]?.views.publish({ user_id: id, view: home }) ?? impossible()),
  )
  // Of three hundred and of a hundred a minute, six in ten.
  expect(await howMany(digests)).toBeLessThanOrEqual(180)
  expect(posted.length).toBeGreaterThan(90)
  expect(posted.length).toBeLessThanOrEqual(180)
  expect(await howMany(homes)).toBeLessThanOrEqual(60)
  // Whoever waits has the rest of the minute.
  expect(await howMany(answers)).toBe(30)
  expect(await howMany(looks)).toBeGreaterThan(10)
  expect(slack.to('views.publish').length).toBeLessThanOrEqual(90)
})

it('together post once a second in a channel', async () => {
  const { posted, at } = await threeReplicas()
  const bots = at('T1')
  const tried = ids(9, 'P').map((id, n) => bots(n).pass.messenger.post(channelHome('C1'), message, id))
  const kinds = (await Promise.all(tried)).map(({ kind }) => kind)
  expect(kinds.filter((kind) => kind === 'sent').length).toBe(posted.length)
  expect(new Set(kinds)).toEqual(new Set(['sent', 'temporary']))
  for (const [n, { atMs }] of posted.entries())
    if (n > 0) expect(atMs - (posted[n - 1]?.atMs ?? 0)).toBeGreaterThan(1_000)
})

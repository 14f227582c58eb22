import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'
import { composeBot, type Running } from '../../src/compose.js'
import type { Config } from '../../src/config.js'
import { createLog } from '../../src/logging.js'
import type { Receipt } from '../../src/practice/delivery/parcel.js'
import { SignedHttp } from '../../src/practice/delivery/signed-http.js'
import type { Json } from '../../src/practice/json.js'
import { type PracticeApp, startPracticeApp } from '../../src/practice/practice-app.js'
import type { PracticeSlack } from '../../src/practice/slack.js'
import { openStore, type Store } from '../../src/store/open-store.js'
import { CookieBrowser } from './cookie-browser.js'
import { sealedWith } from './sealed.js'
import { countingIds, freshDatabase } from './stores.js'

const publicUrl = 'https://personable.example'
const hosted = fileURLToPath(new URL('../../docs/deploy/manifest.hosted.yml', import.meta.url))
export const [ana, ben, customers, quiet] = ['U0ANA', 'U0BEN', 'C0CUSTOMERS', 'C0QUIET']

export type Replica = {
  readonly bot: Running
  /** Resolves when it has come to the end of whatever it was at. */
  readonly stop: () => Promise<void>
  /** From now on Slack delivers to this one alone. */
  readonly hears: () => Promise<void>
  /** A command that Slack, or what stands before the replicas, brings here; once more, or for the first time. */
  readonly takes: (command: Json) => Promise<Receipt>
}

/** Two bots on one PostgreSQL, of one workspace with Ana, Ben, #customers, and a private place of both. */
export type Replicas = {
  readonly app: PracticeApp
  readonly team: PracticeSlack
  readonly one: Replica
  readonly other: Replica
  /** Slack delivers to both, in turn. */
  readonly bothHear: () => Promise<void>
  readonly store: Store
  /** By which everything is measured; it stands still. */
  readonly now: () => string
  readonly pass: (ms: number) => void
  readonly types: (userId: string, channelId: string, line: string) => Promise<string>
  /** What Slack sent of the last command, as it would send it again. */
  readonly lastCommand: () => Json
}

/** `manifest`: of an app that is another than the hosted one. */
export const twoReplicas = async (manifest: string | object = hosted): Promise<Replicas> => {
  let clock = '2026-11-21T16:00:00.000Z'
  const now = (): string => clock
  const database = await freshDatabase('PostgreSQL')
  onTestFinished(() => database.drop())
  const app = await startPracticeApp({
    manifest,
    now: () => Date.parse(clock),
    app: { redirectUrls: [`${publicUrl}/slack/oauth_redirect`] },
  })
  onTestFinished(() => app.close())
  const { clientId, clientSecret, signingSecret } = app.app
  const encryption = sealedWith('a')
  const config: Config = {
    slack: {
      install: { kind: 'oauth', clientId, clientSecret, publicUrl },
      apiUrl: app.apiUrl,
      connection: { kind: 'http', signingSecret, path: '/slack/events' },
    },
    port: 0,
    host: '127.0.0.1',
    databaseUrl: database.url,
    logLevel: 'debug',
    hooks: { people: null, hubspot: null, publicUrl },
    encryption,
    lookAgainMs: 50,
    metricsToken: null,
    databaseConnections: 6,
  }
  const replica = async (): Promise<Replica & { readonly url: string }> => {
    const bot = await composeBot({ config, log: createLog({ level: 'silent' }), clock: now, realClock: now })
    if ('problem' in bot) throw new Error(bot.problem)
    let stopped: Promise<void> | null = null
    const stop = (): Promise<void> => {
      stopped ??= bot.stop()
      return stopped
    }
    onTestFinished(stop)
    const url = `http://127.0.0.1:${bot.port}/slack/events`
    const door = new SignedHttp(url, signingSecret, 10_000)
    return {
      bot,
      stop,
      url,
      hears: () => app.deliverTo(url),
      takes: (payload) => door.send({ kind: 'slash_commands', name: '/person', payload }),
    }
  }
  const [one, other] = [await replica(), await replica()]
  const store = await openStore(database.url, { newId: countingIds(), encryption })
  onTestFinished(() => store.close())
  const team = app.openWorkspace({ teamId: 'T1' })
  team.people.add({ id: ana, name: 'ana', realName: 'Ana Ruiz', standing: 'admin', tz: 'Europe/London' })
  team.people.add({ id: ben, name: 'ben', realName: 'Ben Adeyemi', tz: 'Europe/London' })
  await app.deliverTo(one.url, other.url)
  const browser = new CookieBrowser({ [publicUrl]: one.url.replace('/slack/events', '') }, () =>
    Date.parse(clock),
  )
  const asked = await browser.click(await browser.open(`${publicUrl}/slack/install`), '/oauth/v2/authorize')
  await browser.submit(asked, { decision: 'allow', user_id: ana, team_id: 'T1' })
  const members = [ana, ben, team.botUserId]
  team.places.add({ id: customers, name: 'customers', members })
  team.places.add({ id: quiet, name: 'quiet', kind: 'private', members })
  return {
    app,
    team,
    one,
    other,
    store,
    now,
    bothHear: () => app.deliverTo(one.url, other.url),
    pass: (ms) => {
      clock = new Date(Date.parse(clock) + ms).toISOString()
    },
    types: async (userId, channelId, line) => {
      const run = await team.as(userId).command(channelId, `/person ${line}`)
      return team.visibleText(await run.answer())
    },
    lastCommand: () => app.traffic.findLast(({ kind }) => kind === 'command')?.body as Json,
  }
}

import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'
import { composeBot, type Running } from '../../src/compose.js'
import type { Config } from '../../src/config.js'
import { createLog, type Log } from '../../src/logging.js'
import { type PracticeApp, startPracticeApp } from '../../src/practice/practice-app.js'
import type { PracticeSlack } from '../../src/practice/slack.js'
import type { Tuning } from '../../src/slack/connection/connect.js'
import { CookieBrowser, type Page } from './cookie-browser.js'
import { quickMinutes } from './quick-minutes.js'
import { sealedWith } from './sealed.js'
import { temporaryDatabase } from './temporary-database.js'

const hostedManifest = fileURLToPath(new URL('../../docs/deploy/manifest.hosted.yml', import.meta.url))
export const publicUrl = 'https://personable.example'
export const [ana, ben, customers] = ['U0ANA', 'U0BEN', 'C0CUSTOMERS']

/** A bot that many workspaces install, on a server of Slack's with one app and no workspace yet. */
export type Hosted = {
  readonly app: PracticeApp
  readonly bot: Running
  readonly config: Config
  readonly log: Log
  readonly logged: readonly string[]
  readonly databaseUrl: string
  /** The product's now, and the machine's. */
  readonly clock: () => string
  /** Of whoever installs; it keeps cookies. */
  readonly browser: () => CookieBrowser
  readonly setClock: (now: string) => void
  readonly pass: (ms: number) => void
  /** A workspace with Ana, who may install, Ben and #customers: all ids are the same in each. */
  readonly opens: (teamId: string, enterpriseId?: string) => PracticeSlack
  /** Ana adds the app, as a browser does it; answers the last page. */
  readonly adds: (where: { readonly teamId: string } | { readonly enterpriseId: string }) => Promise<Page>
  readonly types: (team: PracticeSlack, line: string, userId?: string) => Promise<string>
}

export type HostedOptions = {
  readonly at?: string
  readonly tuning?: Partial<Tuning>
  readonly manifest?: object | string
}

export const aHostedBot = async ({
  at = '2026-11-23T16:00:00.000Z',
  tuning = {},
  manifest = hostedManifest,
}: HostedOptions = {}): Promise<Hosted> => {
  let clock = at
  const redirectUrls = [`${publicUrl}/slack/oauth_redirect`]
  const app = await startPracticeApp({ manifest, now: () => Date.parse(clock), app: { redirectUrls } })
  const logged: string[] = []
  const log = createLog({ level: 'debug', write: (line) => logged.push(line) })
  const { clientId, clientSecret, signingSecret } = app.app
  const config: Config = {
    slack: {
      install: { kind: 'oauth', clientId, clientSecret, publicUrl },
      apiUrl: app.apiUrl,
      connection: { kind: 'http', signingSecret, path: '/slack/events' },
    },
    port: 0,
    host: '127.0.0.1',
    databaseUrl: await temporaryDatabase(),
    logLevel: 'debug',
    hooks: { people: null, hubspot: null, publicUrl },
    encryption: sealedWith('a'),
    lookAgainMs: 50,
    metricsToken: null,
    databaseConnections: 12,
  }
  const pacing = quickMinutes()
  const bot = await composeBot({
    config,
    log,
    clock: () => clock,
    realClock: () => clock,
    beats: 'when asked',
    tuning,
    pacing,
  })
  if ('problem' in bot) throw new Error(bot.problem)
  const at127 = `http://127.0.0.1:${bot.port}`
  await app.deliverTo(`${at127}/slack/events`)
  onTestFinished(async () => {
    await bot.stop()
    await app.close()
  })
  const browser = () => new CookieBrowser({ [publicUrl]: at127 }, () => Date.parse(clock))
  return {
    app,
    bot,
    config,
    log,
    logged,
    databaseUrl: config.databaseUrl,
    clock: () => clock,
    browser,
    setClock: (now) => {
      clock = now
    },
    pass: (ms) => {
      clock = new Date(Date.parse(clock) + ms).toISOString()
    },
    opens: (teamId, enterpriseId) => {
      const team = app.openWorkspace({ teamId, ...(enterpriseId === undefined ? {} : { enterpriseId }) })
      team.people.add({ id: ana, name: 'ana', realName: 'Ana Ruiz', standing: 'admin', tz: 'Europe/London' })
      team.people.add({ id: ben, name: 'ben', realName: 'Ben Adeyemi', tz: 'Europe/London' })
      team.places.add({ id: customers, name: 'customers', kind: 'public', members: [ana, ben] })
      return team
    },
    adds: async (where) => {
      const here = browser()
      const asked = await here.click(await here.open(`${publicUrl}/slack/install`), '/oauth/v2/authorize')
      const by = 'teamId' in where ? { team_id: where.teamId } : { enterprise_id: where.enterpriseId }
      return here.submit(asked, { decision: 'allow', user_id: ana, ...by })
    },
    types: async (team, line, userId = ana) => {
      const run = await team.as(userId).command(customers, `/person ${line}`)
      return team.visibleText(await run.answer())
    },
  }
}

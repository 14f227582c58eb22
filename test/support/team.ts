import { onTestFinished } from 'vitest'
import { composeScheduler, type Scheduler } from '../../src/compose/by-hand.js'
import { composeBot, type Running } from '../../src/compose.js'
import type { Config } from '../../src/config.js'
import { createLog } from '../../src/logging.js'
import type { Brush } from '../../src/pictures/canvas.js'
import {
  type PracticeSlack,
  type PracticeSlackOptions,
  startPracticeSlack,
} from '../../src/practice/slack.js'
import type { Tuning } from '../../src/slack/connection/connect.js'
import type { Timing } from '../../src/slack/pacing/lane.js'
import { quickMinutes } from './quick-minutes.js'
import { usual } from './sealed.js'
import { foundIn } from './stores.js'
import { temporaryDatabase } from './temporary-database.js'

export const manifestPath = new URL('../../manifest.yml', import.meta.url).pathname

/** A team in a strict Slack, with the whole bot connected to it over real sockets. */
export type Team = {
  readonly slack: PracticeSlack
  readonly bot: Running
  readonly config: Config
  readonly logged: readonly string[]
  /** Everybody and every place, by a short name. */
  readonly ana: string
  readonly ben: string
  readonly gus: string
  readonly pia: string
  /** Public, private (Ana alone), public without the bot, and shared with Pia's organisation. */
  readonly customers: string
  readonly quiet: string
  readonly general: string
  readonly shared: string
  /** The product's now. */
  readonly clock: () => string
  /** Moves the product's clock; nothing happens by it. */
  readonly setClock: (at: string) => void
  /** Types a command and answers all that its reply says. */
  readonly types: (userId: string, channelId: string, line: string) => Promise<string>
  /**
   * A pass as if at an instant: all that the bot posted by it. `aMinuteOn`: what the bot has put off for a minute comes as well,
   * and nothing may be on its way.
   */
  readonly pass: (at: string, options?: { readonly aMinuteOn?: boolean }) => Promise<string[]>
  /** What stands in a place now, as this user reads it: the bot's posts that all can see. */
  readonly posts: (channelId: string, userId?: string) => string[]
  readonly scheduler: () => Promise<Scheduler>
}

export type TeamOptions = {
  readonly mode?: 'socket' | 'http'
  readonly slack?: Partial<PracticeSlackOptions>
  readonly tuning?: Partial<Tuning>
  /** The product's now at the start: a Saturday, so that nothing is nudged by itself. */
  readonly at?: string
  readonly databaseUrl?: string
  readonly encryption?: Config['encryption']
  readonly hooks?: Partial<Config['hooks']>
  /** What outages and claims are measured by, when it is not the machine's clock. */
  readonly realClock?: () => string
  /** By what Slack's minutes are counted, where more is done than they let anybody do. */
  readonly pacing?: Timing
  /** What pictures are drawn with, when it is not what this machine has. */
  readonly openBrush?: () => Promise<Brush>
}

/** Opens a workspace and starts the bot; both end with the test. */
export const aTeam = async (options: TeamOptions = {}): Promise<Team> => {
  const { mode = 'socket', at = '2026-11-21T16:00:00.000Z', tuning = {} } = options
  const slack = await startPracticeSlack({ manifest: manifestPath, ...options.slack })
  const logged: string[] = []
  const log = createLog({ level: 'debug', write: (line) => logged.push(line) })
  let clock = at
  const config: Config = {
    slack: {
      install: { kind: 'token', botToken: slack.botToken },
      apiUrl: slack.apiUrl,
      connection:
        mode === 'socket'
          ? { kind: 'socket', appToken: slack.appToken }
          : { kind: 'http', signingSecret: slack.signingSecret, path: '/slack/events' },
    },
    port: 0,
    host: '127.0.0.1',
    databaseUrl: options.databaseUrl ?? (await temporaryDatabase()),
    logLevel: 'debug',
    hooks: { people: null, hubspot: null, publicUrl: '', ...options.hooks },
    encryption: options.encryption ?? usual,
    lookAgainMs: 50,
    metricsToken: null,
    databaseConnections: 12,
  }
  const places = peopled(slack)
  // On a server the bot and what is done by hand count together, and stories live days within one of Slack's minutes.
  const counted = options.pacing ?? (config.databaseUrl.startsWith('postgres') ? quickMinutes() : undefined)
  const pacing = counted === undefined ? {} : { pacing: counted }
  const bot = await composeBot({
    config,
    log,
    clock: () => clock,
    beats: 'when asked',
    tuning,
    ...(options.realClock === undefined ? {} : { realClock: options.realClock }),
    ...(options.openBrush === undefined ? {} : { openBrush: options.openBrush }),
    ...pacing,
  })
  if ('problem' in bot) throw new Error(bot.problem)
  if (mode === 'http') await slack.deliverTo(`http://127.0.0.1:${bot.port}/slack/events`)
  onTestFinished(async () => {
    await bot.stop()
    await slack.close()
    const left = await foundIn(config.databaseUrl)
    if (left.length > 0) throw new Error(`What the team left does not agree: ${JSON.stringify(left)}`)
  })
  const scheduler = async (aheadMs = 0): Promise<Scheduler> => {
    const realClock = () => new Date(Date.now() + aheadMs).toISOString()
    const made = await composeScheduler({ config, log, clock: () => clock, realClock, ...pacing })
    if ('problem' in made) throw new Error(made.problem)
    return made
  }
  const botPosts = (userId: string, channelId: string) =>
    slack.seenBy(userId, channelId).filter((seen) => !seen.isEphemeral && seen.user === slack.botUserId)
  return {
    slack,
    bot,
    config,
    logged,
    ...places,
    clock: () => clock,
    setClock: (next) => {
      clock = next
    },
    types: async (userId, channelId, line) => {
      const run = await slack.as(userId).command(channelId, line)
      return slack.visibleText(await run.answer())
    },
    pass: async (instant, { aMinuteOn = false } = {}) => {
      const before = new Set(slack.places.all().flatMap(({ messages }) => [...messages.keys()]))
      const hand = await scheduler(aMinuteOn ? 61_000 : 0)
      try {
        const { left } = await hand.byHand(instant)
        if (left.length > 0) throw new Error(`${left.length} posts could not be sent`)
      } finally {
        await hand.close()
      }
      return slack.places
        .all()
        .flatMap(({ id, messages }) =>
          [...messages.keys()].filter((ts) => !before.has(ts)).map((ts) => slack.messageAt(id, ts)),
        )
        .flatMap((seen) => (seen === undefined || seen.isEphemeral ? [] : [slack.visibleText(seen)]))
    },
    posts: (channelId, userId = places.ana) =>
      botPosts(userId, channelId).map((seen) => slack.visibleText(seen)),
    scheduler: () => scheduler(),
  }
}

const peopled = (slack: PracticeSlack) => {
  const { people, places } = slack
  const ana = people.add({ name: 'ana', realName: 'Ana Ruiz', tz: 'America/Chicago' }).id
  const ben = people.add({ name: 'ben', realName: 'Ben Adeyemi', tz: 'Europe/London' }).id
  const gus = people.add({ name: 'gus', realName: 'Gus Guest', standing: 'guest', tz: 'UTC' }).id
  const pia = people.add({
    name: 'pia',
    realName: 'Pia Partner',
    standing: 'outsider',
    teamId: 'T0ACME',
    tz: 'UTC',
  }).id
  const channel = (name: string, members: string[], more: Partial<Parameters<typeof places.add>[0]> = {}) =>
    places.add({ name, kind: 'public', members, ...more }).id
  return {
    ana,
    ben,
    gus,
    pia,
    customers: channel('customers', [ana, ben, gus]),
    quiet: channel('quiet', [ana], { kind: 'private' }),
    general: channel('general', [ana, ben, gus], { withBot: false }),
    shared: channel('with-acme', [ana, ben, pia], { extShared: true }),
  }
}

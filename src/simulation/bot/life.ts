import { LogLevel, WebClient } from '@slack/web-api'
import { retract } from '../../app/forgetting/retract.js'
import { freshenPosts } from '../../app/nudges/freshen.js'
import type { UnitOfWork } from '../../app/ports.js'
import { loadQuestions } from '../../content/questions.js'
import { loadReactions } from '../../content/reactions.js'
import type { Instant } from '../../domain/local-time.js'
import type { Log } from '../../logging.js'
import { runPass, sendWaiting } from '../../scheduler/pass.js'
import type { Bot } from '../../slack/conversation/bot.js'
import { SlackDirectory } from '../../slack/directory.js'
import { SlackHistory } from '../../slack/history.js'
import type { Listeners } from '../../slack/listeners.js'
import { listensWith } from '../../slack/listens.js'
import { SlackMessenger } from '../../slack/messenger.js'
import { outboxView } from '../../slack/views/outbox-view.js'
import { apiUrl, type SlackWorld } from '../slack/slack-world.js'
import { type WirePorts, wireTo } from '../slack/wire.js'
import { Fuse } from './fuse.js'
import { tapped, type Witness } from './tapped.js'

export type LifePorts = Omit<WirePorts, 'fuse'> & {
  readonly slack: SlackWorld
  readonly uow: UnitOfWork
  readonly newId: () => string
  readonly sender: string
  /** The clock of the machine, right or wrong. */
  readonly clock: () => Instant
  readonly witness: Witness
  readonly log: Log
}

/** One process of the bot, from its start to its death: all that it remembers dies with it. */
export type Life = {
  readonly fuse: Fuse
  readonly bot: Bot
  readonly listeners: Listeners
  readonly directory: SlackDirectory
  /** What the heart does once a minute. */
  readonly beat: () => Promise<void>
  /** What follows each act at once. */
  readonly afterAct: () => Promise<void>
}

const questions = loadQuestions()
const reactions = loadReactions()

/** Nobody looks at pictures here. */
const undrawn = async () => ({ kind: 'not-drawn', because: 'no-library' }) as const

export const begin = (ports: LifePorts): Life => {
  const { slack, clock, log, newId } = ports
  const fuse = new Fuse()
  const client = new WebClient(slack.botToken, {
    slackApiUrl: apiUrl,
    rejectRateLimitedCalls: true,
    retryConfig: { retries: 0 },
    allowAbsoluteUrls: false,
    logger: silent,
    fetch: wireTo({ ...ports, fuse }),
  })
  const uow = tapped(ports.uow, fuse, ports.witness)
  const directory = new SlackDirectory(client, slack.me, clock)
  const shared = { uow, directory, questions, newId }
  const messenger = new SlackMessenger(client, slack.me, log)
  const { workspaceId } = slack.me
  const pass = {
    ...shared,
    messenger,
    render: outboxView,
    clock,
    realClock: clock,
    sender: ports.sender,
    lookAgainMs: 60_000,
  }
  const bot: Bot = {
    ...shared,
    clock,
    reactions,
    sourcesSetUp: new Set(),
    messages: new SlackHistory(client),
    // In no channel of theirs is anything said but to the bot.
    mindful: { isOn: async () => false, forget: () => {} },
    mindedWords: [],
    importsWait: () => {},
    postsWait: () => {},
    files: { upload: noFiles, show: noFiles },
    pictures: { company: undrawn, year: undrawn },
    importing: { look: noFiles, read: noFiles, follow: noFiles, changed: () => {} },
  }
  return {
    fuse,
    bot,
    directory,
    listeners: listensWith(bot),
    beat: async () => {
      await runPass(pass, workspaceId, clock())
      await retract(pass, workspaceId)
    },
    afterAct: async () => {
      await sendWaiting(pass, workspaceId, clock(), 'notices')
      await freshenPosts(pass, workspaceId)
      await retract(pass, workspaceId)
    },
  }
}

const noFiles = (): never => {
  throw new Error('Nobody brings files here')
}

const silent = {
  debug: () => {},
  info: () => {},
  warn: () => {},
  error: () => {},
  setLevel: () => {},
  getLevel: () => LogLevel.ERROR,
  setName: () => {},
}

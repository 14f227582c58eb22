import { randomBytes } from 'node:crypto'
import { Actor } from './actors/actor.js'
import type { ActorParts } from './actors/parts.js'
import { Changes, type Patience } from './changes.js'
import { SlackClock } from './clock.js'
import { Announcer } from './delivery/announcer.js'
import { Carrier } from './delivery/carrier.js'
import { ResponseUrls } from './delivery/response-urls.js'
import { Sockets } from './delivery/sockets.js'
import { Triggers } from './delivery/triggers.js'
import { Faults } from './faults/faults.js'
import { type Manifest, readManifest } from './manifest.js'
import { type Problem, Recorder, type Traffic } from './record.js'
import { type LiveMarkup, liveMarkup } from './sight/live-markup.js'
import { type SeenMessage, seen, seenBy } from './sight/seen.js'
import { fileSeenBy } from './sight/seen-file.js'
import { type Shown, visibleText } from './sight/visible-text.js'
import { MethodCaller } from './web-api/caller.js'
import { PostingPace } from './web-api/posting-pace.js'
import { type PageHandler, SlackServer } from './web-api/server.js'
import type { Announce } from './world/announcement.js'
import { Files } from './world/files.js'
import { People } from './world/people.js'
import { Places } from './world/places.js'
import { Posts } from './world/posts.js'
import { Views } from './world/views.js'
import { type Identity, Workspace } from './world/workspace.js'

export interface PracticeSlackOptions {
  /** A parsed manifest, or the path of one (YAML or JSON). It is enforced: what it does not declare is not there. */
  manifest: object | string
  /** 0, the default, takes a free one. Always on 127.0.0.1. */
  port?: number
  /** Epoch milliseconds, for message stamps and for the age of triggers and response_urls; `Date.now` by default. */
  now?: () => number
  /** Real milliseconds the bot has to acknowledge; 3,000 as in Slack. */
  ackTimeoutMs?: number
  /** Real milliseconds before each redelivery of an event; [0, 60000, 300000] as in Slack. See `redeliverNow`. */
  retryDelaysMs?: readonly number[]
  /** Enforces one posted message a second for each channel, in real time; off by default. */
  onePostASecond?: boolean
}

/** A strict Slack on this machine, which an unchanged Bolt app connects to with SLACK_API_URL = `apiUrl`. */
export interface PracticeSlack {
  /** As http://127.0.0.1:4000/api/. */
  readonly apiUrl: string
  /** As http://127.0.0.1:4000. */
  readonly origin: string
  readonly botToken: string
  readonly appToken: string
  readonly signingSecret: string
  readonly teamId: string
  readonly botUserId: string
  readonly manifest: Manifest
  /** Who is there; adding and changing them. */
  readonly people: People
  /** Channels, DMs; adding and changing them. */
  readonly places: Places
  /** Socket Mode's connections: count them, refresh, warn, cut. */
  readonly sockets: Pick<Sockets, 'count' | 'refresh' | 'warn' | 'cut' | 'disable'>
  /** Faults on request. */
  readonly faults: Omit<Faults, 'take'>
  /** Whether there is a bot to deliver to now. */
  readonly isConnected: boolean
  /** Everything that went over the wire both ways, or was withheld. */
  readonly traffic: readonly Traffic[]
  /** Everything that a real Slack would have refused, and everything the bot failed to do. */
  readonly problems: readonly Problem[]
  /** Somebody's hands and eyes. Throws for an unknown or deactivated user. */
  as(userId: string): Actor
  /** What this user sees in a place, oldest first; empty when they may not look into it. */
  seenBy(userId: string, channelId: string): SeenMessage[]
  /** A message as it is now, whoever may see it; undefined when it is gone. */
  messageAt(channelId: string, ts: string): SeenMessage | undefined
  /** What is in a file that stands in a message which this user sees; undefined for any other. */
  fileSeenBy(userId: string, fileId: string): { name: string; bytes: Buffer } | undefined
  /** All that a user reads on a message, modal or Home, a line for each part, buttons as [Label]. */
  visibleText(shown: Shown): string
  /** What in a message rings, mentions or links. */
  liveMarkup(shown: { text?: string; blocks: SeenMessage['blocks'] }): LiveMarkup
  /** Delivers by signed HTTP to this address from now on; rejects when it does not pass url_verification. */
  deliverTo(url: string): Promise<void>
  /** Lets every event that waits for its redelivery go now. */
  redeliverNow(): void
  /** Resolves as soon as the predicate is truthy, looked at after every change; 5 s of patience by default. */
  until<T>(predicate: () => T, patience?: Patience): Promise<T>
  /** Calls `listener` after every change, until the returned function is called. */
  onChange(listener: () => void): () => void
  /** Resolves when nothing waits for an acknowledgement and no request of the bot is being carried out. */
  idle(patience?: Patience): Promise<void>
  /** Removes the app: `tokens_revoked`, `app_uninstalled`, and from then on `account_inactive`. */
  uninstall(): void
  /** Serves a page at every path that is not Slack's own. */
  mount(page: PageHandler): void
  /** Ends everything; what is still awaited rejects. */
  close(): Promise<void>
}

/** Starts one. Rejects when the manifest cannot be read or the port is taken. */
export async function startPracticeSlack(options: PracticeSlackOptions): Promise<PracticeSlack> {
  const { port = 0, now = Date.now, ackTimeoutMs = 3_000, retryDelaysMs = [0, 60_000, 300_000] } = options
  const manifest = readManifest(options.manifest)
  const clock = new SlackClock(now)
  const changes = new Changes()
  const record = new Recorder(clock, changes)
  const workspace = new Workspace({ identity: newIdentity(), manifest, clock, changes, record })
  const { identity } = workspace
  const sockets = new Sockets(workspace, ackTimeoutMs)
  const carrier = new Carrier(workspace, sockets, ackTimeoutMs)
  const announcer = new Announcer(workspace, carrier, retryDelaysMs)
  const announce: Announce = (announcement) => announcer.announce(announcement)
  const server = new SlackServer(workspace, sockets, port)
  const faults = new Faults(carrier, sockets, { stop: () => server.stop(), start: () => server.start() })
  const origin = () => server.origin
  const posts = new Posts(workspace, announce)
  const files = new Files(workspace)
  const parts: ActorParts = {
    workspace,
    places: new Places(workspace, announce),
    posts,
    views: new Views(workspace),
    files,
    triggers: new Triggers(workspace),
    responseUrls: new ResponseUrls(workspace, posts),
    carrier,
    announce,
    origin,
  }
  const people = new People(workspace, announce)
  people.add({ id: identity.botUserId, name: manifest.botName, realName: manifest.appName, standing: 'bot' })
  people.add({ id: 'USLACKBOT', name: 'slackbot', realName: 'Slackbot', standing: 'bot' })
  const caller = new MethodCaller({
    ...parts,
    sockets,
    pace: new PostingPace(options.onePostASecond ?? false),
  })
  server.parts = { caller, responseUrls: parts.responseUrls, files, faults }
  await server.start()

  return {
    get apiUrl() {
      return `${server.origin}/api/`
    },
    get origin() {
      return server.origin
    },
    botToken: identity.botToken,
    appToken: identity.appToken,
    signingSecret: identity.signingSecret,
    teamId: identity.teamId,
    botUserId: identity.botUserId,
    manifest,
    people,
    places: parts.places,
    sockets,
    faults,
    get isConnected() {
      return carrier.isConnected
    },
    traffic: record.traffic,
    problems: record.problems,
    as: (userId) => new Actor(parts, workspace.user(userId)),
    seenBy: (userId, channelId) => seenBy(workspace, userId, channelId),
    messageAt: (channelId, ts) => {
      const message = workspace.channel(channelId).messages.get(ts)
      return message && seen(message)
    },
    fileSeenBy: (userId, fileId) => fileSeenBy(workspace, userId, fileId),
    visibleText: (shown) => visibleText(workspace, shown),
    liveMarkup,
    deliverTo: (url) => carrier.deliverTo(url),
    redeliverNow: () => announcer.redelivery.hurry(),
    until: (predicate, patience) => changes.until(predicate, patience, () => lastProblems(record)),
    onChange: (listener) => changes.listen(listener),
    idle: async (patience) => {
      await changes.until(() => carrier.underWay + server.underWay === 0, {
        what: 'an idle Slack',
        ...patience,
      })
    },
    uninstall: () => {
      const body = { tokens: { oauth: [], bot: [identity.botUserId] } }
      announce({ subscription: 'tokens_revoked', scopes: [], event: { type: 'tokens_revoked', ...body } })
      announce({ subscription: 'app_uninstalled', scopes: [], event: { type: 'app_uninstalled' } })
      caller.isInstalled = false
    },
    mount: (page) => {
      server.page = page
    },
    close: async () => {
      announcer.redelivery.close()
      sockets.close()
      changes.close()
      if (faults.outage !== 'refused') await server.stop()
    },
  }
}

function newIdentity(): Identity {
  const secret = () => randomBytes(12).toString('hex')
  return {
    teamId: 'T0PRACTICE',
    teamDomain: 'practice',
    appId: 'A0PRACTICE',
    botUserId: 'U0PERSONBOT',
    botId: 'B0PERSONBOT',
    botToken: `xoxb-1000000000000-1000000000001-${secret()}`,
    appToken: `xapp-1-A0PRACTICE-1000000000002-${secret()}`,
    signingSecret: randomBytes(16).toString('hex'),
  }
}

function lastProblems(record: Recorder): string {
  const last = record.problems.slice(-5).map((problem) => `- ${problem.message}`)
  return last.length > 0 ? `The last problems were:\n${last.join('\n')}` : 'There were no problems.'
}

import { Actor } from './actors/actor.js'
import type { Patience } from './changes.js'
import type { Sockets } from './delivery/sockets.js'
import type { Faults } from './faults/faults.js'
import type { Manifest } from './manifest.js'
import type { Premises } from './premises.js'
import type { Problem, Traffic } from './record.js'
import type { Room } from './room.js'
import { type LiveMarkup, liveMarkup } from './sight/live-markup.js'
import { type SeenMessage, seen, seenBy } from './sight/seen.js'
import { fileSeenBy } from './sight/seen-file.js'
import { type Shown, visibleText } from './sight/visible-text.js'
import type { PageHandler } from './web-api/server.js'
import type { People } from './world/people.js'
import type { Places } from './world/places.js'

/** A strict Slack on this machine, which an unchanged Bolt app connects to with SLACK_API_URL = `apiUrl`. */
export interface PracticeSlack {
  /** As http://127.0.0.1:4000/api/. */
  readonly apiUrl: string
  /** As http://127.0.0.1:4000. */
  readonly origin: string
  /** The newest that was issued for this workspace; empty before the app was installed. */
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
  fileSeenBy(userId: string, fileId: string): { name: string; bytes: Buffer; alt?: string } | undefined
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

/** One workspace of a server as tests and the page hold it; what it has in common with the others is the server's. */
export function faceOf(premises: Premises, room: Room): PracticeSlack {
  const { app, carrier, changes, installations, record, redelivery, server, tokens } = premises
  const { workspace, people, actorParts } = room
  const { teamId, botUserId } = workspace.identity
  return {
    get apiUrl() {
      return `${server.origin}/api/`
    },
    get origin() {
      return server.origin
    },
    get botToken() {
      return tokens.latestOf(installations.of(workspace)?.id ?? teamId) ?? ''
    },
    appToken: app.appToken,
    signingSecret: app.signingSecret,
    teamId,
    botUserId,
    manifest: app.manifest,
    people,
    places: actorParts.places,
    sockets: premises.sockets,
    faults: premises.faults,
    get isConnected() {
      return carrier.isConnected
    },
    traffic: record.traffic,
    problems: record.problems,
    as: (userId) => new Actor(actorParts, workspace.user(userId)),
    seenBy: (userId, channelId) => seenBy(workspace, userId, channelId),
    messageAt: (channelId, ts) => {
      const message = workspace.channel(channelId).messages.get(ts)
      return message && seen(message)
    },
    fileSeenBy: (userId, fileId) => fileSeenBy(workspace, userId, fileId),
    visibleText: (shown) => visibleText(workspace, shown),
    liveMarkup,
    deliverTo: (url) => carrier.deliverTo([url]),
    redeliverNow: () => redelivery.hurry(),
    until: (predicate, patience) => changes.until(predicate, patience, () => lastProblems(record)),
    onChange: (listener) => changes.listen(listener),
    idle: async (patience) => {
      await changes.until(() => carrier.underWay + server.underWay === 0, {
        what: 'an idle Slack',
        ...patience,
      })
    },
    uninstall: () => {
      const installation = installations.of(workspace)
      if (installation) premises.uninstall(installation.id)
    },
    mount: (page) => {
      server.page = page
    },
    close: () => premises.close(),
  }
}

/** For the message of what was awaited in vain. */
export function lastProblems(record: Premises['record']): string {
  const last = record.problems.slice(-5).map((problem) => `- ${problem.message}`)
  return last.length > 0 ? `The last problems were:\n${last.join('\n')}` : 'There were no problems.'
}

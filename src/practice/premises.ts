import { Changes } from './changes.js'
import { SlackClock } from './clock.js'
import { Carrier } from './delivery/carrier.js'
import { Redelivery } from './delivery/redelivery.js'
import { Sockets } from './delivery/sockets.js'
import { Faults } from './faults/faults.js'
import { authorizePage } from './installing/authorize-page.js'
import { Authorizing } from './installing/authorizing.js'
import { Codes } from './installing/codes.js'
import { type Installation, Installations } from './installing/installations.js'
import { type Held, InstallationNews, type RemovalNews } from './installing/removal.js'
import type { SlackApp } from './installing/slack-app.js'
import { Tokens } from './installing/tokens.js'
import { Recorder } from './record.js'
import { openRoom, type Room } from './room.js'
import { SlackServer } from './web-api/server.js'
import { SlackApi } from './web-api/slack-api.js'
import type { Organisation } from './world/organisation.js'
import { counter, type Identity, Workspace } from './world/workspace.js'

/** See `PracticeSlackOptions`. */
export interface PremisesOptions {
  port?: number
  now?: () => number
  ackTimeoutMs?: number
  retryDelaysMs?: readonly number[]
  onePostASecond?: boolean
}

/** How a workspace is opened. */
export interface Opening {
  organisation?: Org
  /** Its own counting unless told otherwise, by which its ids are the same as another's. */
  count?: () => number
}

/** Who a workspace is, and the bot's user in it. */
export type Names = Pick<Identity, 'teamId' | 'teamDomain' | 'botUserId' | 'botId'>

/** What an organisation's workspaces have in common. */
export interface Org extends Organisation {
  readonly count: () => number
}

/** One server of Slack's with one app, and as many workspaces as are opened on it. */
export class Premises {
  readonly app: SlackApp
  readonly rooms = new Map<string, Room>()
  readonly orgs = new Map<string, Org>()
  readonly installations = new Installations()
  readonly changes = new Changes()
  readonly record: Recorder
  readonly sockets: Sockets
  readonly carrier: Carrier
  readonly redelivery: Redelivery
  readonly faults: Faults
  readonly server: SlackServer
  readonly tokens: Tokens
  readonly authorizing: Authorizing
  readonly news: InstallationNews
  /** Counts what Slack tells apart everywhere. */
  readonly countEverywhere = counter()
  readonly #now: () => number
  readonly #onePostASecond: boolean
  readonly #clock: SlackClock

  constructor(app: SlackApp, options: PremisesOptions) {
    const { port = 0, now = Date.now, ackTimeoutMs = 3_000, retryDelaysMs = [0, 60_000, 300_000] } = options
    this.app = app
    this.#now = now
    this.#onePostASecond = options.onePostASecond ?? false
    this.#clock = new SlackClock(now)
    this.record = new Recorder(this.#clock, this.changes)
    const ground = { identity: app, changes: this.changes, record: this.record }
    this.sockets = new Sockets(ground, ackTimeoutMs)
    this.carrier = new Carrier(ground, this.sockets, ackTimeoutMs)
    this.redelivery = new Redelivery(this.carrier, retryDelaysMs)
    const server = new SlackServer(ground, this.sockets, port)
    this.server = server
    this.faults = new Faults(this.carrier, this.sockets, {
      stop: () => server.stop(),
      start: () => server.start(),
    })
    this.tokens = new Tokens(app, now)
    const codes = new Codes(now)
    this.authorizing = new Authorizing({ app, codes, installables: () => [...this.rooms.values()] })
    this.news = new InstallationNews({
      app,
      redelivery: this.redelivery,
      record: this.record,
      eventId: () => `Ev0P${this.countEverywhere().toString(36).toUpperCase().padStart(7, '0')}`,
      seconds: () => this.#clock.seconds(),
      hasApp: () => this.carrier.hasApp,
    })
    const { tokens, installations, rooms, record } = this
    const oauth = {
      app,
      codes,
      tokens,
      installations,
      placeOf: (id: string) => this.#placeOf(id),
      teamsOf: (installation: Installation) => this.#teamsOf(installation),
      uninstall: (id: string) => void this.uninstall(id),
    }
    server.doors = {
      api: new SlackApi({ oauth, record, rooms }),
      authorize: authorizePage(this.authorizing, app.manifest.appName),
      faults: this.faults,
    }
  }

  /** Opens a workspace, in which the app is not installed yet. */
  open(names: Names, { organisation, count }: Opening = {}): Room {
    const { app, changes, record, installations } = this
    if (this.rooms.has(names.teamId)) throw new Error(`There is a workspace ${names.teamId} already`)
    const { appId, appToken, signingSecret } = app
    const identity = { ...names, appId, appToken, signingSecret, botToken: '' }
    const workspace: Workspace = new Workspace({
      identity,
      manifest: app.manifest,
      clock: new SlackClock(this.#now),
      changes,
      record,
      organisation: organisation ?? null,
      standing: () => installations.standingIn(workspace),
      count: count ?? organisation?.count ?? counter(),
      countEverywhere: this.countEverywhere,
    })
    const room = openRoom(workspace, {
      carrier: this.carrier,
      redelivery: this.redelivery,
      neighbour: (teamId) => this.rooms.get(teamId)?.workspace,
      sockets: this.sockets,
      origin: () => this.server.origin,
      onePostASecond: this.#onePostASecond,
    })
    this.rooms.set(names.teamId, room)
    return room
  }

  /** Removes the app from a workspace or an organisation. Throws where it is not installed. */
  uninstall(id: string, how: RemovalNews = {}): Held {
    const installation = this.installations.remove(id, this.#clock.seconds())
    if (!installation) throw new Error(`The app is not installed in ${id}`)
    const enterpriseId = this.#placeOf(id)?.organisation?.id ?? null
    this.changes.touch()
    return this.news.removed(installation, enterpriseId, how)
  }

  async close(): Promise<void> {
    this.redelivery.close()
    this.sockets.close()
    this.changes.close()
    if (this.faults.outage !== 'refused') await this.server.stop()
  }

  #placeOf(id: string): Workspace | undefined {
    const own = this.rooms.get(id)?.workspace
    return (
      own ?? [...this.rooms.values()].find(({ workspace }) => workspace.organisation?.id === id)?.workspace
    )
  }

  #teamsOf({ id, isOrgWide, granted }: Installation): Workspace[] {
    const ids = isOrgWide ? [...granted] : [id]
    return ids.flatMap((teamId) => this.rooms.get(teamId)?.workspace ?? [])
  }
}

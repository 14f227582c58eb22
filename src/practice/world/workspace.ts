import type { Changes } from '../changes.js'
import type { SlackClock } from '../clock.js'
import type { Manifest } from '../manifest.js'
import type { Recorder } from '../record.js'
import type { Channel } from './channel.js'
import type { Message } from './message.js'
import type { Organisation } from './organisation.js'
import type { StoredFile } from './stored-file.js'
import type { User } from './user.js'

/** Who the workspace and the app are, and what opens their doors. */
export interface Identity {
  teamId: string
  teamDomain: string
  appId: string
  botUserId: string
  botId: string
  botToken: string
  appToken: string
  signingSecret: string
}

/** How the app stands in a workspace where it is installed. */
export interface Standing {
  /** By an installation of the whole organisation. */
  isOrgWide: boolean
  scopes: ReadonlySet<string>
}

type Needed = Pick<Workspace, 'identity' | 'manifest' | 'clock' | 'changes' | 'record'>
type Surroundings = Partial<Pick<Workspace, 'organisation' | 'standing'>> & {
  /** Counts what needs to be told apart here alone: people, places. */
  count?: () => number
  /** Counts what Slack tells apart everywhere: events, views, files, triggers. */
  countEverywhere?: () => number
}

/** The state of one workspace: who is there, which places there are, what was said. */
export class Workspace {
  readonly identity: Identity
  readonly manifest: Manifest
  readonly clock: SlackClock
  readonly changes: Changes
  readonly record: Recorder
  readonly users = new Map<string, User>()
  readonly channels = new Map<string, Channel>()
  readonly files = new Map<string, StoredFile>()
  readonly organisation: Organisation | null
  /** Undefined where the app is not installed. */
  readonly standing: () => Standing | undefined
  readonly #count: () => number
  readonly #countEverywhere: () => number

  /** By itself it is a workspace of no organisation, where the app is installed with all that its manifest asks for. */
  constructor(parts: Needed & Surroundings) {
    this.identity = parts.identity
    this.manifest = parts.manifest
    this.clock = parts.clock
    this.changes = parts.changes
    this.record = parts.record
    this.organisation = parts.organisation ?? null
    const whole: Standing = { isOrgWide: false, scopes: parts.manifest.botScopes }
    this.standing = parts.standing ?? (() => whole)
    this.#count = parts.count ?? counter()
    this.#countEverywhere = parts.countEverywhere ?? this.#count
  }

  /** Counts up through everything in this workspace. */
  nextNumber(): number {
    return this.#count()
  }

  /** An id in Slack's form, as U0P0000012, which another workspace may have too. */
  nextId(prefix: string): string {
    return inSlacksForm(prefix, this.#count())
  }

  /** An id that no other workspace has: of an event, a view or a file. */
  nextUniqueId(prefix: string): string {
    return inSlacksForm(prefix, this.#countEverywhere())
  }

  /** A number that no other workspace has. */
  nextUniqueNumber(): number {
    return this.#countEverywhere()
  }

  /** What Slack writes where a block or an element was sent without an id. */
  nextBlockId(): string {
    return this.nextNumber().toString(36).padStart(5, '0')
  }

  /** Throws when a test or the page names somebody who does not exist. */
  user(id: string): User {
    const user = this.users.get(id)
    if (!user) throw new Error(`Nobody here has the id ${id}`)
    return user
  }

  /** Throws when a test or the page names a place that does not exist. */
  channel(id: string): Channel {
    const channel = this.channels.get(id)
    if (!channel) throw new Error(`No channel here has the id ${id}`)
    return channel
  }

  isBotIn(channel: Channel): boolean {
    return channel.members.has(this.identity.botUserId)
  }

  /** The replies in a thread, oldest first, without the parent and without ephemeral ones. */
  repliesTo(message: Message): Message[] {
    return this.threadMembers(message.channelId, message.ts).filter((reply) => reply.ts !== message.ts)
  }

  /** Everything in a thread that methods can see, parent included, oldest first. */
  threadMembers(channelId: string, threadTs: string): Message[] {
    const channel = this.channels.get(channelId)
    if (!channel) return []
    return [...channel.messages.values()].filter(
      (message) => !message.ephemeralTo && (message.ts === threadTs || message.threadTs === threadTs),
    )
  }
}

/** Counts up from 1. */
export function counter(): () => number {
  let last = 0
  return () => {
    last += 1
    return last
  }
}

function inSlacksForm(prefix: string, number: number): string {
  return `${prefix}0P${number.toString(36).toUpperCase().padStart(7, '0')}`
}

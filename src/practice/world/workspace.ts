import type { Changes } from '../changes.js'
import type { SlackClock } from '../clock.js'
import type { Manifest } from '../manifest.js'
import type { Recorder } from '../record.js'
import type { Channel } from './channel.js'
import type { Message } from './message.js'
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

/** The state of one practice Slack: who is there, which places there are, what was said. */
export class Workspace {
  readonly identity: Identity
  readonly manifest: Manifest
  readonly clock: SlackClock
  readonly changes: Changes
  readonly record: Recorder
  readonly users = new Map<string, User>()
  readonly channels = new Map<string, Channel>()
  readonly files = new Map<string, StoredFile>()
  #lastNumber = 0

  constructor(parts: Pick<Workspace, 'identity' | 'manifest' | 'clock' | 'changes' | 'record'>) {
    this.identity = parts.identity
    this.manifest = parts.manifest
    this.clock = parts.clock
    this.changes = parts.changes
    this.record = parts.record
  }

  /** Counts up through everything in this workspace. */
  nextNumber(): number {
    this.#lastNumber += 1
    return this.#lastNumber
  }

  /** An id in Slack's form, as U0P0000012. */
  nextId(prefix: string): string {
    return `${prefix}0P${this.nextNumber().toString(36).toUpperCase().padStart(7, '0')}`
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

import { randomBytes } from 'node:crypto'
import type { Channel } from './channel.js'
import type { StoredFile } from './stored-file.js'
import type { Workspace } from './workspace.js'

/** What the app uploads, from the asking for an address to the end of the upload; and what people bring. */
export class Files {
  readonly #workspace: Workspace

  constructor(workspace: Workspace) {
    this.#workspace = workspace
  }

  /** A new file of the app's that waits for its bytes. */
  announce(name: string, size: number, alt?: string): StoredFile {
    const userId = this.#workspace.identity.botUserId
    return this.#keep({ name, size, userId, isFinished: false, ...(alt === undefined ? {} : { alt }) })
  }

  /** What somebody brought from their disk; a number is a size alone, and there are no bytes to be had. */
  bring(userId: string, name: string, content: Buffer | number): StoredFile {
    const size = typeof content === 'number' ? content : content.length
    const bytes = typeof content === 'number' ? {} : { bytes: content }
    return this.#keep({ name, size, userId, isFinished: true, ...bytes })
  }

  /** A file that the app may read: its own, one in a place where it is, or one handed in with a form. */
  readable(id: string): StoredFile | undefined {
    const workspace = this.#workspace
    const file = workspace.files.get(id)
    if (!file) return undefined
    const isIn = (channel: Channel) =>
      workspace.isBotIn(channel) &&
      [...channel.messages.values()].some((message) => message.files?.some((each) => each.id === id))
    const mayRead =
      file.isHandedIn === true ||
      file.userId === workspace.identity.botUserId ||
      [...workspace.channels.values()].some(isIn)
    return mayRead ? file : undefined
  }

  #keep(file: Omit<StoredFile, 'id' | 'ticket'>): StoredFile {
    const kept = { ...file, id: this.#workspace.nextUniqueId('F'), ticket: randomBytes(12).toString('hex') }
    this.#workspace.files.set(kept.id, kept)
    return kept
  }

  waitingAt(ticket: string): StoredFile | undefined {
    return [...this.#workspace.files.values()].find((file) => file.ticket === ticket && !file.isFinished)
  }

  /** A file whose bytes are there and whose upload was not finished before. */
  uploaded(id: string): StoredFile | undefined {
    const file = this.#workspace.files.get(id)
    return file?.bytes && !file.isFinished ? file : undefined
  }

  /** Takes a file away, out of every message that it stands in; false when there is none. The messages stay. */
  remove(id: string): boolean {
    const workspace = this.#workspace
    for (const channel of workspace.channels.values())
      for (const message of channel.messages.values())
        if (message.files) message.files = message.files.filter((file) => file.id !== id)
    workspace.changes.touch()
    return workspace.files.delete(id)
  }
}

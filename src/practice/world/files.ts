import { randomBytes } from 'node:crypto'
import type { StoredFile } from './stored-file.js'
import type { Workspace } from './workspace.js'

/** What the app uploads, from the asking for an address to the end of the upload. */
export class Files {
  readonly #workspace: Workspace

  constructor(workspace: Workspace) {
    this.#workspace = workspace
  }

  /** A new file that waits for its bytes. */
  announce(name: string, size: number): StoredFile {
    const ticket = randomBytes(12).toString('hex')
    const file = { id: this.#workspace.nextId('F'), name, size, ticket, isFinished: false }
    this.#workspace.files.set(file.id, file)
    return file
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

import type { WebClient } from '@slack/web-api'
import type { Log } from '../logging.js'
import { type SlackTrouble, troubleOf } from './slack-error.js'

/** A file to be handed to somebody: a text, which goes as UTF-8, or a picture with what it shows in words, 1,000 characters at most. */
export type HandedFile = { readonly name: string; readonly title: string } & (
  | { readonly text: string }
  | { readonly bytes: Buffer; readonly alt: string }
)

/** Slack said no to the bytes of a file, in the shape in which web-api reports its own errors. */
class UploadError extends Error {
  override readonly name = 'UploadError'
  readonly statusCode: number
  constructor(statusCode: number) {
    super('Slack did not take the bytes of a file')
    this.statusCode = statusCode
  }
}

const uploadTimeoutMs = 30_000

/** Files that Slack has and nobody sees: `show` brings them into the DM, or Slack throws them away. */
export type Uploaded = {
  readonly channelId: string
  readonly files: readonly { readonly id: string; readonly title: string }[]
}

/**
 * Hands files to a teammate in their DM with the bot, by Slack's upload in three steps: an address for each file, its
 * bytes to that address, and one call that shows all of them in one message. Nothing throws.
 */
export class SlackFiles {
  readonly #client: WebClient
  readonly #log: Log

  constructor(client: WebClient, log: Log) {
    this.#client = client
    this.#log = log
  }

  /** The first two steps. Whatever stood in the way: nothing is to be seen. */
  async upload(userId: string, files: readonly HandedFile[]): Promise<Uploaded | SlackTrouble> {
    const uploaded: { id: string; title: string }[] = []
    try {
      const opened = await this.#client.conversations.open({ users: userId })
      for (const file of files) uploaded.push({ id: await this.#upload(file), title: file.title })
      return { channelId: opened.channel?.id ?? '', files: uploaded }
    } catch (error) {
      const trouble = this.#failed(error)
      return trouble.kind === 'uncertain' ? { ...trouble, kind: 'temporary', retryAfterMs: null } : trouble
    }
  }

  /**
   * The last step. Null when all of them are there; `uncertain`: all of them, or none; otherwise none. `comment` stands
   * above them, and is read as markup.
   */
  async show({ channelId, files }: Uploaded, comment: string): Promise<SlackTrouble | null> {
    const [first, ...others] = files
    if (first === undefined) return null
    try {
      await this.#client.files.completeUploadExternal({
        files: [first, ...others],
        channel_id: channelId,
        initial_comment: comment,
      })
      return null
    } catch (error) {
      return this.#failed(error)
    }
  }

  async #upload(file: HandedFile): Promise<string> {
    const bytes = 'text' in file ? Buffer.from(file.text) : file.bytes
    // Slack reads `alt_txt`; the library's own type names it otherwise.
    const alt = 'alt' in file ? { alt_txt: file.alt } : {}
    const given = { filename: file.name, length: bytes.length, ...alt }
    const asked = await this.#client.files.getUploadURLExternal(given)
    const response = await fetch(asked.upload_url ?? '', {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: new Uint8Array(bytes),
      redirect: 'error',
      signal: AbortSignal.timeout(uploadTimeoutMs),
    })
    // Read to the end, or the connection cannot be used again.
    await response.text().catch(() => '')
    if (!response.ok) throw new UploadError(response.status)
    return asked.file_id ?? ''
  }

  #failed(error: unknown): SlackTrouble {
    const trouble = troubleOf(error)
    this.#log.warn('Files could not be handed over', { outcome: trouble.kind, code: trouble.code })
    return trouble
  }
}

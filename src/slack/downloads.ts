import { get as getPlainly, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http'
import { get as getSecurely } from 'node:https'
import type { WebClient } from '@slack/web-api'
import type { Log } from '../logging.js'
import { isSlacks } from './slack-address.js'
import { troubleOf } from './slack-error.js'
import type { FileTrouble } from './views/imports/file-trouble-view.js'
import type { SlackAccess } from './web-clients.js'

/** A file that lies in Slack. `size` in bytes, as Slack says. */
export type FileInSlack = {
  readonly id: string
  readonly name: string
  readonly size: number
  readonly userId: string
  /** Where its bytes are, for whoever shows the token; null for a file that Slack only links to. */
  readonly address: string | null
}

/** The bytes did not come to their end. */
export class DownloadBroken extends Error {
  override readonly name = 'DownloadBroken'
}

const answerMs = 15_000
/** How long a connection may be silent in the middle. */
const silenceMs = 60_000
const mostRedirects = 3

/** Reads files that teammates hand over. The bot token goes to Slack alone, whatever address a file names. */
export class SlackDownloads {
  readonly #client: WebClient
  readonly #slack: SlackAccess
  readonly #log: Log

  constructor(client: WebClient, slack: SlackAccess, log: Log) {
    this.#client = client
    this.#slack = slack
    this.#log = log
  }

  /** What Slack knows of a file; of what came with an event or a form, only the id is believed. */
  async info(fileId: string): Promise<FileInSlack | FileTrouble> {
    try {
      const { file } = await this.#client.files.info({ file: fileId })
      if (file?.id === undefined) return 'gone'
      const {
        id,
        name = '',
        size = 0,
        user = '',
        url_private_download: address,
        is_external: isExternal,
      } = file
      return { id, name, size, userId: user, address: isExternal || !address ? null : address }
    } catch (error) {
      const trouble = troubleOf(error)
      this.#log.warn('Slack told nothing of a file', { outcome: trouble.kind, code: trouble.code })
      if (trouble.code === 'missing_scope') return 'no-permission'
      return goneCodes.has(trouble.code) ? 'gone' : 'unreachable'
    }
  }

  /** The bytes as they come; they throw `DownloadBroken` when they end too early. `signal` lets go of them. */
  async open(
    { address }: FileInSlack,
    signal: AbortSignal,
  ): Promise<AsyncIterable<Uint8Array> | FileTrouble> {
    if (address === null) return 'elsewhere'
    try {
      return await this.#get(new URL(address), signal, mostRedirects)
    } catch (error) {
      this.#log.warn('A file could not be fetched', { code: troubleOf(error).code })
      return 'unreachable'
    }
  }

  async #get(
    address: URL,
    signal: AbortSignal,
    redirects: number,
  ): Promise<AsyncIterable<Uint8Array> | FileTrouble> {
    if (!isSlacks(address.href, this.#slack.apiUrl)) return 'elsewhere'
    const response = await answerOf(address, { authorization: `Bearer ${await this.#slack.token()}` }, signal)
    const { statusCode: status = 0, headers } = response
    const { location: onwards, 'content-type': type = '' } = headers
    if (status === 200 && !type.startsWith('text/html')) return pieces(response)
    response.destroy()
    if (status >= 300 && status < 400 && onwards !== undefined && redirects > 0)
      return this.#get(new URL(onwards, address), signal, redirects - 1)
    // Slack has no error for whoever may not read a file: it shows a page to sign in.
    if (status === 200 || status === 401 || status === 403) return 'no-permission'
    this.#log.warn('A file could not be fetched', { status })
    return status === 404 || status === 410 ? 'gone' : 'unreachable'
  }
}

const goneCodes = new Set(['file_not_found', 'file_deleted', 'not_visible', 'invalid_arguments'])

/** Not by `fetch`: undici ends the process when a server lets go of somebody who reads slowly. */
const answerOf = (
  address: URL,
  headers: OutgoingHttpHeaders,
  signal: AbortSignal,
): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    const get = address.protocol === 'https:' ? getSecurely : getPlainly
    const request = get(address, { headers, signal }, (response) => {
      clearTimeout(timer)
      resolve(response)
    })
    const timer = setTimeout(() => request.destroy(new Error('No answer came')), answerMs)
    request.once('close', () => clearTimeout(timer)).on('error', reject)
  })

async function* pieces(response: IncomingMessage): AsyncGenerator<Uint8Array> {
  const coming: AsyncIterator<Uint8Array> = response[Symbol.asyncIterator]()
  try {
    for (;;) {
      const { done, value } = await beforeLong(coming.next())
      if (done) return
      yield value
    }
  } catch (error) {
    throw error instanceof DownloadBroken ? error : new DownloadBroken('The file broke off', { cause: error })
  } finally {
    response.destroy()
  }
}

const beforeLong = async <T>(read: Promise<T>): Promise<T> => {
  let timer: NodeJS.Timeout | undefined
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new DownloadBroken('Nothing came any more')), silenceMs)
  })
  try {
    return await Promise.race([read, silence])
  } finally {
    clearTimeout(timer)
  }
}

import { randomBytes } from 'node:crypto'
import { judgeMessage, type MessageContent } from '../blocks/message-draft.js'
import type { Json } from '../json.js'
import { textAt } from '../json.js'
import type { Traffic } from '../record.js'
import type { Message } from '../world/message.js'
import type { Posts } from '../world/posts.js'
import type { Workspace } from '../world/workspace.js'

const usesAllowed = 5
const lifeMs = 30 * 60 * 1_000

/** Who hears of what a response_url or an acknowledgement brought about. */
interface ResponseListener {
  originalDeleted: boolean
  noteMessage(message: Message): void
}

interface ResponseUrl {
  userId: string
  channelId: string
  /** The message whose button was pressed; none for a command. */
  source: Message | undefined
  listener: ResponseListener
  issuedAt: number
  uses: number
}

export interface ResponseAnswer {
  status: number
  body: string
}

/** The addresses by which an app may answer for half an hour, five times. */
export class ResponseUrls {
  readonly #workspace: Workspace
  readonly #posts: Posts
  readonly #issued = new Map<string, ResponseUrl>()

  constructor(workspace: Workspace, posts: Posts) {
    this.#workspace = workspace
    this.#posts = posts
  }

  /** The path of a new one. */
  issue(draft: Pick<ResponseUrl, 'userId' | 'channelId' | 'source' | 'listener'>): string {
    const path = `/response/${this.#workspace.identity.teamId}/${randomBytes(12).toString('hex')}`
    this.#issued.set(path, { ...draft, issuedAt: this.#workspace.clock.now(), uses: 0 })
    return path
  }

  /** What a POST to `path` brings about. */
  receive(path: string, body: Json | undefined, entry: Traffic): ResponseAnswer {
    const { record, clock } = this.#workspace
    const refuse = (status: number, error: string, faults: string[] = []): ResponseAnswer => {
      record.problem(
        'refused_response_url',
        `response_url was refused: ${error} ${faults.join(' ')}`,
        entry,
        error,
      )
      return { status, body: JSON.stringify({ ok: false, error }) }
    }
    const url = this.#issued.get(path)
    if (!url) return refuse(404, 'no_such_url')
    if (url.uses >= usesAllowed) return refuse(404, 'used_url')
    if (clock.now() - url.issuedAt > lifeMs) return refuse(404, 'expired_url')
    if (!body) return refuse(400, 'invalid_payload')
    const error = this.#carryOut(url, body)
    if (error) return refuse(error.code === 'no_text' ? 500 : 400, error.code, error.faults)
    url.uses += 1
    return { status: 200, body: 'ok' }
  }

  #carryOut(url: ResponseUrl, body: Json): { code: string; faults: string[] } | undefined {
    if (body.delete_original === true && url.source) {
      this.#posts.remove(url.source)
      url.listener.originalDeleted = true
      if (body.text === undefined && body.blocks === undefined) return undefined
    }
    const judgement = judgeMessage(body)
    if (!judgement.ok) return { code: judgement.error, faults: judgement.faults }
    this.show(url, body, judgement.content)
    return undefined
  }

  /** Shows what an app answered, by a response_url or in its acknowledgement of a command. */
  show(
    to: Pick<ResponseUrl, 'userId' | 'channelId' | 'source' | 'listener'>,
    body: Json,
    content: MessageContent,
  ): void {
    const { identity } = this.#workspace
    const { wasCut: _, ...rest } = content
    if (body.replace_original === true && to.source && this.#stillThere(to.source)) {
      this.#posts.edit(to.source, rest, identity.botUserId)
      to.listener.noteMessage(to.source)
      return
    }
    const threadTs = textAt(body, 'thread_ts')
    const message = this.#posts.post({
      channelId: to.channelId,
      userId: identity.botUserId,
      botId: identity.botId,
      ...rest,
      ...(threadTs ? { threadTs } : {}),
      ...(body.response_type === 'in_channel' ? {} : { ephemeralTo: to.userId }),
    })
    to.listener.noteMessage(message)
  }

  #stillThere(message: Message): boolean {
    return this.#workspace.channels.get(message.channelId)?.messages.get(message.ts) === message
  }
}

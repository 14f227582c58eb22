import { createHmac } from 'node:crypto'
import { Agent, type RequestOptions, request } from 'node:http'

export const signingSecret = 'bench-signing-secret-0123456789'

/** What came back, and how long it took from the first byte out to the last byte in; in milliseconds. */
export type Answered = { readonly status: number; readonly body: string; readonly ms: number }

class StaleConnection extends Error {}

/** Signed requests, as Slack sends them, over connections that stay open; each side has its own. */
export class Sender {
  readonly #port: number
  readonly #aheadMs: number
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 64 })

  /** `aheadMs`: by how much the clock of the receiver is ahead. */
  constructor(port: number, aheadMs: number) {
    this.#port = port
    this.#aheadMs = aheadMs
  }

  send(body: string, contentType: string): Promise<Answered> {
    const stamp = String(Math.floor((Date.now() + this.#aheadMs) / 1000))
    const signature = createHmac('sha256', signingSecret).update(`v0:${stamp}:${body}`).digest('hex')
    const headers = {
      'content-type': contentType,
      'content-length': Buffer.byteLength(body),
      'x-slack-request-timestamp': stamp,
      'x-slack-signature': `v0=${signature}`,
    }
    const options = { host: '127.0.0.1', port: this.#port, method: 'POST', path: '/slack/events', headers }
    return this.#sent(options, body).catch((error: unknown) => {
      // The other side had let go of a connection that lay idle.
      if (error instanceof StaleConnection) return this.#sent(options, body)
      throw error
    })
  }

  #sent(options: RequestOptions, body: string): Promise<Answered> {
    return new Promise((resolve, reject) => {
      const from = performance.now()
      const sent = request({ ...options, agent: this.#agent }, (response) => {
        let answer = ''
        response.setEncoding('utf8').on('data', (chunk: string) => {
          answer += chunk
        })
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, body: answer, ms: performance.now() - from }),
        )
      })
      sent.on('error', (error) => reject(sent.reusedSocket ? new StaleConnection() : error))
      sent.end(body)
    })
  }

  close(): void {
    this.#agent.destroy()
  }
}

import type { FetchFunction } from '@slack/web-api'
import { isObject, type Json, parseJson } from '../../practice/json.js'
import type { Fuse } from '../bot/fuse.js'
import type { Timeline } from '../timeline.js'
import type { SlackWorld } from './slack-world.js'
import type { Fate, Weather } from './weather.js'

/** One call to Slack that reached it. `late`: so long after it was sent that nobody answers for it any more. */
export type Arrived = {
  readonly method: string
  readonly values: Json
  readonly answer: Json
  readonly isLate: boolean
}

export type WirePorts = {
  readonly slack: SlackWorld
  readonly weather: Weather
  readonly timeline: Timeline
  readonly fuse: Fuse
  /** What others do while a call is under way. */
  readonly meanwhile: () => Promise<void>
  /** Just before a call sets out. */
  readonly onSent: (method: string, values: Json) => void
  readonly onArrived: (arrived: Arrived) => void
  readonly onFate: (method: string, fate: Fate) => void
}

/** A call that nobody answers ends when the client gives up on it. */
const givenUpMs = 10_000
const usualMs = 80

/** What the bot's clients fetch with: Slack in this process, as reliable as the weather. */
export const wireTo =
  (ports: WirePorts): FetchFunction =>
  async (url, init) => {
    const { slack, weather, timeline, fuse } = ports
    const method = String(url).split('/api/')[1] ?? ''
    const values = valuesOf(init?.body)
    // What the directory asks is shared by all who ask it: somebody who waits for it must not hold it up.
    if (method.startsWith('chat.') || method === 'conversations.history') await ports.meanwhile()
    await fuse.step()
    ports.onSent(method, values)
    const fate = weather.fate(method)
    if (fate.kind !== 'answered') ports.onFate(method, fate)
    const carryOut = (isLate = false) => {
      const answer = slack.call(method, values)
      ports.onArrived({ method, values, answer: answer.body, isLate })
      return answer
    }
    switch (fate.kind) {
      case 'answered':
      case 'slow': {
        const answer = carryOut()
        timeline.pass(fate.kind === 'slow' ? fate.ms : usualMs)
        await fuse.step()
        return response(answer.status, JSON.stringify(answer.body), answer.headers)
      }
      case 'refused':
        throw broken('ECONNREFUSED')
      case 'lost':
        timeline.pass(usualMs)
        throw broken('ECONNRESET')
      case 'unanswered':
        carryOut()
        await fuse.step()
        timeline.pass(givenUpMs)
        throw broken('ETIMEDOUT')
      case 'late':
        timeline.in(fate.ms, () => void carryOut(true))
        await fuse.step()
        throw broken('ECONNRESET')
      case 'status':
        if (fate.done) carryOut()
        await fuse.step()
        return response(fate.status, '<html>trouble</html>')
      case 'too-fast':
        return response(429, '{"ok":false,"error":"ratelimited"}', { 'retry-after': String(fate.seconds) })
      case 'internal-error':
        if (fate.done) carryOut()
        await fuse.step()
        return response(200, '{"ok":false,"error":"internal_error"}')
    }
  }

const valuesOf = (body: unknown): Json => {
  const text = typeof body === 'string' ? body : body instanceof URLSearchParams ? body.toString() : ''
  const parsed = text.startsWith('{') ? parseJson(text) : Object.fromEntries(new URLSearchParams(text))
  return isObject(parsed) ? parsed : {}
}

const broken = (code: string): Error =>
  Object.assign(new Error('fetch failed'), { cause: Object.assign(new Error(code), { code }) })

const response = (status: number, body: string, headers: Record<string, string> = {}): Response =>
  new Response(body, { status, headers })

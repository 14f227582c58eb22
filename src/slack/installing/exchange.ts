import type { FetchFunction } from '@slack/web-api'
import type { Stage } from './refusal.js'

type Asking = NonNullable<Parameters<FetchFunction>[1]>
type Answer = Awaited<ReturnType<FetchFunction>>
export type Pause = (ms: number) => Promise<void>

/** Between the tries to hear whose token it is that we hold. */
const gapsMs = [300, 1_200]
const aTryMs = 4_000
const longestWishMs = 4_000

/**
 * The calls of one installation. A code is shown to Slack once and never again, whatever comes of it: it is spent by
 * then. What `@slack/oauth` asks after that (`auth.test`) does no harm when it is asked again, and without an answer
 * the token would be lost: so that is.
 */
export class Exchange {
  stage: Stage = 'before'
  readonly #pause: Pause

  constructor(pause: Pause) {
    this.#pause = pause
  }

  readonly fetch: FetchFunction = async (url, init) => {
    if (String(url).endsWith('/oauth.v2.access')) {
      if (this.stage !== 'before') throw new Error('A code is shown once')
      this.stage = 'shown'
      return fetch(url, { ...init })
    }
    this.stage = 'received'
    for (const gapMs of gapsMs) {
      const answer = await this.#tried(url, init)
      if (answer !== null && answer.status !== 429 && answer.status < 500) return answer
      const wishMs = Number(answer?.headers.get('retry-after') ?? 0) * 1000
      await this.#pause(Math.min(Math.max(gapMs, wishMs || 0), longestWishMs))
    }
    return fetch(url, { ...init })
  }

  async #tried(url: string | URL, init: Asking = {}): Promise<Answer | null> {
    const soon = AbortSignal.timeout(aTryMs)
    const signal = init.signal === undefined ? soon : AbortSignal.any([init.signal, soon])
    return fetch(url, { ...init, signal }).catch(() => null)
  }
}

import type { Random } from '../random.js'

/** What becomes of one call to Slack. */
export type Fate =
  | { readonly kind: 'answered' }
  /** Carried out, and answered after so many milliseconds. */
  | { readonly kind: 'slow'; readonly ms: number }
  /** Never carried out. `refused`: the bot knows it, since nobody listened. */
  | { readonly kind: 'lost' | 'refused' }
  /** Carried out, and the answer lost. */
  | { readonly kind: 'unanswered' }
  /** The bot gives up, and it is carried out so many milliseconds later. */
  | { readonly kind: 'late'; readonly ms: number }
  /** An HTTP status in place of an answer; `done`: after the deed. */
  | { readonly kind: 'status'; readonly status: number; readonly done: boolean }
  | { readonly kind: 'too-fast'; readonly seconds: number }
  /** Slack's own words for "something of it may have happened". */
  | { readonly kind: 'internal-error'; readonly done: boolean }

export const skies = ['fair', 'rough', 'storm', 'down'] as const
/** How Slack is: as ever; unreliable; asking for fewer calls; not there. */
export type Sky = (typeof skies)[number]

const badness: Readonly<Record<Sky, number>> = { fair: 0.003, rough: 0.2, storm: 0.65, down: 1 }

/** Later than this nothing arrives: the sender's second look comes a minute after the first. */
const latestMs = 45_000

/** How Slack and the way to it are just now. */
export class Weather {
  sky: Sky = 'fair'
  readonly #random: Random
  constructor(random: Random) {
    this.#random = random
  }

  /** Posts fare worse than what is asked: of them it matters most what becomes of them. */
  fate(method: string): Fate {
    const random = this.#random
    const worse = method === 'chat.postMessage' ? 0.06 : 0
    if (!random.chance(badness[this.sky] + worse)) return { kind: 'answered' }
    if (this.sky === 'down')
      return random.weighed<Fate>([
        [5, { kind: 'refused' }],
        [3, { kind: 'status', status: 503, done: false }],
        [1, { kind: 'lost' }],
      ])
    const many = this.sky === 'storm' ? 40 : 2
    return random.weighed<Fate>([
      [many, { kind: 'too-fast', seconds: random.between(1, 90) }],
      [2, { kind: 'slow', ms: random.between(1_000, 9_000) }],
      [1, { kind: 'lost' }],
      [1, { kind: 'refused' }],
      [3, { kind: 'unanswered' }],
      [2, { kind: 'late', ms: random.between(500, latestMs) }],
      [1, { kind: 'status', status: random.pick([500, 502, 503]), done: random.chance(0.5) }],
      [1, { kind: 'internal-error', done: random.chance(0.5) }],
    ])
  }
}

import type { Posted } from './slack-stand-in.js'

/** What the conductor and the replicas say to each other. */

export type Order =
  | {
      readonly kind: 'step'
      readonly atMs: number
      /** A minute has passed. */
      readonly isBeat: boolean
      /** Somebody types something there. */
      readonly typed: readonly { readonly workspaceId: string; readonly seed: number }[]
    }
  | { readonly kind: 'tell' }
  | { readonly kind: 'stop' }

/** Since the last time that it was asked for. */
export type Figures = {
  readonly statements: number
  readonly turns: number
  readonly turnMs: readonly number[]
  readonly typedMs: readonly number[]
  readonly pressedMs: readonly number[]
  readonly refused: number
  readonly cpuSeconds: number
  readonly rssMb: number
  readonly calls: Readonly<Record<string, number>>
  readonly mostInAMinute: Readonly<Record<string, number>>
  readonly troubles: readonly string[]
}

export type Report =
  | { readonly kind: 'ready' }
  /** All that was due is done, or others do it. `nextMs`: when somebody presses something next. */
  | {
      readonly kind: 'done'
      readonly tookMs: number
      readonly posted: readonly Posted[]
      readonly nextMs: number | null
    }
  | { readonly kind: 'told'; readonly figures: Figures }

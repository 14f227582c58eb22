import type { Home } from '../audience.js'
import type { Instant } from '../local-time.js'

/** The last that a source said of somebody's role: what its next word is compared with. */
export type Sighting = {
  readonly id: string
  readonly personId: string
  readonly home: Home
  readonly by: string
  readonly at: Instant
  /** Who said it: `linkedin:U1` (a file of one teammate), `hubspot`, `hook:NAME`, `slack`. */
  readonly source: string
  /** How the source calls the person. */
  readonly key: string
  /** Empty where the source never said. */
  readonly title: string
  readonly company: string
  /** When the source knew it. */
  readonly observedAt: Instant
}

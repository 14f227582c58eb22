import type { Home } from './audience.js'
import type { Instant, LocalDate } from './local-time.js'

export const interactionKinds = ['met', 'called', 'emailed', 'messaged'] as const
/** How a contact happened. Only these move the last contact. */
export type InteractionKind = (typeof interactionKinds)[number]

/** A contact that happened. */
export type Interaction = {
  readonly id: string
  readonly personId: string
  readonly home: Home
  readonly by: string
  readonly at: Instant
  /** The day of the contact. */
  readonly on: LocalDate
  readonly kind: InteractionKind
  /** What was said; may be empty. */
  readonly text: string
  /** The teammates who took part; the one who logged it is among them. */
  readonly teammates: readonly string[]
}

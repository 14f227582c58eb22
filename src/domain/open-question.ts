import type { Home } from './audience.js'
import type { Instant, LocalDate } from './local-time.js'

/** What we want to ask them next: open until answered. (What the question bank holds is a `Question`.) */
export type OpenQuestion = {
  readonly id: string
  readonly personId: string
  readonly home: Home
  readonly by: string
  readonly at: Instant
  /** The day it was written down. */
  readonly on: LocalDate
  readonly text: string
  /** Null while it is open. The answer's words, if any were written down, are a note. */
  readonly answered: {
    readonly on: LocalDate
    readonly by: string
    readonly noteId: string | null
  } | null
}

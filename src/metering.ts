/** How a typed command ended. `asked`: something was to be picked first; `failed`: something went wrong on our side. */
export type TypedOutcome = 'answered' | 'asked' | 'refused' | 'form' | 'failed'
/** What Slack delivers. */
export type DeliveryKind =
  | 'command'
  | 'press'
  | 'submission'
  | 'lookup'
  | 'shortcut'
  | 'event'
  | 'closed-view'

/**
 * What is counted at the edge for whoever watches the bot. Never who, never what was said: every word that it is given
 * is one of a few of our own, or of Slack's.
 */
export interface Meter {
  /** `verb`: one of the grammar's; `other` where no verb was understood. */
  typed(verb: string, outcome: TypedOutcome): void
  /** From the arrival of a delivery to its acknowledgement, and to the answer to it. */
  acknowledged(kind: DeliveryKind, seconds: number): void
  answered(kind: DeliveryKind, seconds: number): void
  /** A call of one of Slack's methods ended; with Slack's code, or the network's, when it was in vain. */
  called(method: string, trouble: { readonly code: string; readonly isBadToken: boolean } | null): void
  /** A call had to wait before it was made, or was put off, so that Slack never sees too many. */
  held(method: string, how: 'waited' | 'put-off'): void
  /** How many connections stand in Socket Mode. */
  connections(open: number): void
}

/** Counts nothing: for programs that nobody watches. */
export const unmetered: Meter = {
  typed: () => {},
  acknowledged: () => {},
  answered: () => {},
  called: () => {},
  held: () => {},
  connections: () => {},
}

import type { Answers, Owed } from '../../app/ports/answering.js'
import type { Clock, Directory } from '../../app/ports.js'
import type { Log } from '../../logging.js'
import type { Identity } from '../connection/identity.js'
import type { Listeners } from '../listeners.js'
import type { Forms } from './forms-of-slack.js'
import type { Homes } from './homes.js'
import type { Recent } from './recent.js'
import type { Replies } from './replies.js'
import type { Seal } from './seal.js'
import type { StepEnds } from './step-ends.js'

/** How long a handler may take before Slack is given an answer that promises another. Slack waits 3 s. */
export type Patience = { readonly commandMs: number; readonly formMs: number; readonly lookupMs: number }
export const standardPatience: Patience = { commandMs: 1_200, formMs: 2_500, lookupMs: 2_500 }

/** What every listener needs. */
export type Edge = {
  readonly me: Identity
  readonly listeners: Listeners
  readonly replies: Replies
  readonly steps: Pick<StepEnds, 'end'>
  readonly forms: Forms
  readonly seal: Seal
  readonly homes: Homes
  readonly directory: Pick<Directory, 'user'>
  /** Events that are answered, in whatever process. */
  readonly answers: Answers
  /** Commands and presses that are not answered yet, though Slack was told that all is well. */
  readonly owed: Owed
  /** Other processes may have seen what comes here. */
  readonly isShared: boolean
  /** What claims are measured by. */
  readonly realClock: Clock
  /** Deliveries that were seen before. */
  readonly seen: Recent<true>
  /** Forms that were handed in before, with how each was acknowledged. */
  readonly submitted: Recent<Promise<unknown>>
  /** Those who are known as guests by an event: each later change of their profile changes nothing in that. */
  readonly guests: Recent<true>
  readonly patience: Patience
  readonly log: Log
}

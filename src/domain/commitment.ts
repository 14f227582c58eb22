import type { Home } from './audience.js'
import type { Instant, LocalDate } from './local-time.js'
import { compare } from './order.js'

/** A promise: something that we said we would do. A step: something that they said they would do. */
export const commitmentKinds = ['promise', 'step'] as const
export type CommitmentKind = (typeof commitmentKinds)[number]

export type Commitment = {
  readonly id: string
  readonly personId: string
  readonly home: Home
  /** Who wrote it down; of a promise, the teammate who promised. */
  readonly by: string
  readonly at: Instant
  /** The day it was made, on the writer's calendar. */
  readonly on: LocalDate
  readonly kind: CommitmentKind
  readonly text: string
  /** The day by which; without one it is kept in mind, and nobody is nudged. */
  readonly dueOn: LocalDate | null
  /** Null while it is open. */
  readonly closed: Closing | null
}
export type Closing = { readonly as: 'kept' | 'broken'; readonly on: LocalDate; readonly by: string }

/** The open ones, the soonest due first; those without a day come last, the oldest first. */
export const openOnes = <C extends Commitment>(commitments: readonly C[]): C[] =>
  commitments.filter(({ closed }) => closed === null).sort((a, b) => compare(sortKey(a), sortKey(b)))

/** Of those in their order: the first of ours and the first of theirs lead, so that a card tells both ways. */
export const bothWays = <C extends Commitment>(open: readonly C[]): C[] => {
  const leads = new Set(commitmentKinds.map((kind) => open.find((each) => each.kind === kind)))
  return [...open.filter((each) => leads.has(each)), ...open.filter((each) => !leads.has(each))]
}

const sortKey = ({ dueOn, id }: Commitment): string => `${dueOn ?? '9999-12-31'} ${id}`

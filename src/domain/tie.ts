import type { Home } from './audience.js'
import type { Instant } from './local-time.js'

/** How one person stands to another, as it is typed, and as a sentence says it between two names. */
export const tiePhrases = {
  'reports to': 'reports to',
  'introduced by': 'was introduced by',
  'married to': 'is married to',
  'listens to': 'listens to',
  'works with': 'works with',
  'related to': 'is related to',
  'friends with': 'is friends with',
} as const
export type TieKind = keyof typeof tiePhrases
export const tieKinds = Object.keys(tiePhrases).filter((kind): kind is TieKind =>
  Object.hasOwn(tiePhrases, kind),
)

/** `personId` reports to, was introduced by, is married to ... `otherId`. */
export type Tie = {
  readonly id: string
  readonly personId: string
  readonly home: Home
  readonly by: string
  readonly at: Instant
  readonly kind: TieKind
  readonly otherId: string
}

const bothWays: ReadonlySet<TieKind> = new Set(['married to', 'works with', 'related to', 'friends with'])
/** Whether it says the same from either side. */
export const isMutual = (kind: TieKind): boolean => bothWays.has(kind)

type Ends = Pick<Tie, 'kind' | 'personId' | 'otherId'>

/** Whether two ties say the same: a marriage read from either side is one. */
export const isSameTie = (a: Ends, b: Ends): boolean => {
  if (a.kind !== b.kind) return false
  const same = a.personId === b.personId && a.otherId === b.otherId
  return same || (bothWays.has(a.kind) && a.personId === b.otherId && a.otherId === b.personId)
}

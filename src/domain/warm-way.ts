import type { Told } from './common-ground.js'
import type { Interaction } from './interaction.js'
import { daysBetween, type LocalDate } from './local-time.js'
import { compare } from './order.js'
import { companyKey } from './role.js'
import type { Tie, TieKind } from './tie.js'
import type { Together } from './work-together.js'

/** Somebody by whom one comes to another, and when they were last spoken to. */
export type Between = { readonly id: string; readonly name: string }
export type LastSpoke = Pick<Interaction, 'kind' | 'on' | 'teammates'>

/** A warm way in to somebody: through whom, and what shows that it is one. */
export type WarmWay =
  /** A teammate who spoke with them. */
  | { readonly kind: 'teammate'; readonly userId: string; readonly spoke: LastSpoke }
  | (Through &
      /** `on`: the day on which it was written down. */
      (
        | { readonly kind: 'tie'; readonly tie: Tie; readonly on: LocalDate }
        /** Over somebody whom nobody has spoken to yet: `near` is their tie with the person, `far` the one beyond. */
        | { readonly kind: 'two-ties'; readonly by: Between; readonly near: Tie; readonly far: Tie }
        | { readonly kind: 'work'; readonly together: Together }
        | { readonly kind: 'ground'; readonly mine: Told; readonly theirs: Told }
      ))
type Through = {
  readonly other: Between
  /** The last that the asker knows of; null where nobody has spoken to them. */
  readonly spoke: LastSpoke | null
}

/** More than this nobody goes; and of one kind, or by one company, no more than these. */
const mostWays = 5
const mostAlike: Readonly<Record<WarmWay['kind'], number>> = {
  teammate: 1,
  tie: 5,
  'two-ties': 2,
  work: 2,
  ground: 1,
}

const family: ReadonlySet<TieKind> = new Set(['married to', 'related to'])
export const isFamily = (kind: TieKind): boolean => family.has(kind)

/** The warmest first, each person and each thing in common once, and no more than a reader takes in. */
export const warmest = (ways: readonly WarmWay[], today: LocalDate): WarmWay[] => {
  const sorted = ways.toSorted((a, b) => coolness(a, today) - coolness(b, today) || bySpoken(a, b))
  const kept: WarmWay[] = []
  for (const way of sorted) {
    const alike = kept.filter((each) => sameOf(each) === sameOf(way)).length
    const isKnown = kept.some((each) => throughOf(each) === throughOf(way))
    if (!isKnown && alike < mostAlike[way.kind]) kept.push(way)
  }
  return kept.slice(0, mostWays)
}

/** Who speaks with them, then who is close to them, then who was once; family comes last, since it is no messenger. */
const coolness = (way: WarmWay, today: LocalDate): number => {
  switch (way.kind) {
    case 'teammate':
      return daysBetween(way.spoke.on, today) <= 365 ? 0 : 5
    case 'tie':
      return ofTie(way.tie.kind)
    case 'work':
      return way.together.sure ? 6 : 9
    case 'two-ties':
      return 7
    case 'ground':
      return grounds[way.theirs.kind]
  }
}
const grounds = { school: 8, pastime: 10, town: 11 } as const
const ofTie = (kind: TieKind): number => {
  if (isFamily(kind)) return 12
  if (kind === 'introduced by') return 1
  if (kind === 'friends with') return 2
  return kind === 'listens to' ? 3 : 4
}

/** Whoever was spoken to last comes first. */
const bySpoken = (a: WarmWay, b: WarmWay): number =>
  compare(b.spoke?.on ?? '', a.spoke?.on ?? '') || compare(throughOf(a), throughOf(b))

const throughOf = (way: WarmWay): string => (way.kind === 'teammate' ? `@${way.userId}` : way.other.id)
const sameOf = (way: WarmWay): string => {
  if (way.kind === 'work') return `work ${companyKey(way.together.theirs.company)}`
  return way.kind === 'ground' ? `${way.mine.kind} ${way.mine.key}` : way.kind
}

/** Whether a tie leads on to somebody else with tact: over family it does not. */
export const leadsOn = (tie: Pick<Tie, 'kind'>): boolean => !isFamily(tie.kind)

export const otherEnd = (tie: Pick<Tie, 'personId' | 'otherId'>, personId: string): string =>
  tie.personId === personId ? tie.otherId : tie.personId

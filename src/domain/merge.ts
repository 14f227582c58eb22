import { type Home, type Homed, teammateHome, teammateOf } from './audience.js'
import type { Instant } from './local-time.js'
import { addressKey } from './names.js'
import type { Person } from './person.js'

/**
 * Two people who are one. `personId` stays, `mergedId` is gone into them and can be given back. Seen by whoever may see
 * the one who stays and `home`, where the other lived.
 */
export type Merge = {
  readonly id: string
  readonly personId: string
  readonly home: Home
  readonly by: string
  readonly at: Instant
  readonly mergedId: string
  readonly taken: Taken
}

/** What whoever stays took over from the other: fields that they had not, and that all who know them may know. */
export type Taken = {
  readonly addresses: readonly string[]
  readonly slackUserId: string | null
  readonly prefers: string | null
  /** Nobody had met the one, and somebody had met the other. */
  readonly met: boolean
}

export const nothingTaken: Taken = { addresses: [], slackUserId: null, prefers: null, met: false }
export const tookAnything = (taken: Taken): boolean => !isEmpty(taken)
const isEmpty = ({ addresses, slackUserId, prefers, met }: Taken): boolean =>
  addresses.length === 0 && slackUserId === null && prefers === null && !met

type Fields = Pick<Person, 'addresses' | 'slackUserId' | 'prefers' | 'offstage'>

/** What the second has and the first has not. */
export const missingIn = (first: Fields, second: Fields): Taken => ({
  addresses: second.addresses.filter((address) => !has(first.addresses, address)),
  slackUserId: first.slackUserId === null ? second.slackUserId : null,
  prefers: first.prefers === null ? second.prefers : null,
  met: first.offstage && !second.offstage,
})

/** Of what somebody took over, what is taken over from them in turn. */
export const takenFurther = (before: Taken, next: Taken): Taken => ({
  addresses: before.addresses.filter((address) => has(next.addresses, address)),
  slackUserId: before.slackUserId === next.slackUserId ? before.slackUserId : null,
  prefers: before.prefers === next.prefers ? before.prefers : null,
  met: before.met && next.met,
})

export const withTaken = (person: Fields, taken: Taken): Fields => ({
  addresses: [...person.addresses, ...taken.addresses],
  slackUserId: person.slackUserId ?? taken.slackUserId,
  prefers: person.prefers ?? taken.prefers,
  offstage: person.offstage && !taken.met,
})

/** Without what was taken over; what somebody put right since is theirs. */
export const withoutTaken = (person: Fields, taken: Taken): Fields => ({
  addresses: person.addresses.filter((address) => !has(taken.addresses, address)),
  slackUserId: person.slackUserId === taken.slackUserId ? null : person.slackUserId,
  prefers: person.prefers === taken.prefers ? null : person.prefers,
  offstage: person.offstage || taken.met,
})

const has = (addresses: readonly string[], address: string): boolean =>
  addresses.some((each) => addressKey(each) === addressKey(address))

/** How the homes stand now: those open to every full member, and those where each sees their own alone. */
export type Sight = { readonly openToAll: readonly Home[]; readonly authoredHomes: readonly Home[] }
type Known = Homed & { readonly ownerId: string }

/** Whether whoever may see the one person may see the other too, whoever they are. The asker sees both. */
export const isSeenWith = (one: Known, other: Known, { openToAll, authoredHomes }: Sight): boolean => {
  if (openToAll.includes(other.home) || teammateOf(one.home) !== null) return true
  if (one.home !== other.home) return false
  const sees = (userId: string): boolean => userId === other.by || userId === other.ownerId
  return !authoredHomes.includes(one.home) || (sees(one.by) && sees(one.ownerId))
}

/** Whether whoever may see the one entry of a person may see the other too. */
export const isAsWide = (one: Homed, other: Homed, { openToAll, authoredHomes }: Sight): boolean =>
  openToAll.includes(one.home) ||
  (one.home === other.home && (one.by === other.by || !authoredHomes.includes(one.home)))

/**
 * Where an entry of the second lives once it is about the first, so that nobody sees it who did not before: where it
 * lived. Only what was typed outside the second's own, closed home lives in that home from then on, which was needed to see
 * it; and where two closed homes were needed, neither of them the first's, it stays with its author.
 */
export const homeAfter = (entry: Homed, first: Known, second: Known, sight: Sight): Home => {
  const { home, by } = entry
  if (isSeenWith(first, second, sight) || home === second.home) return home
  // Its author alone sees it, wherever the person lives.
  if (teammateOf(home) !== null || sight.authoredHomes.includes(home)) return home
  return sight.openToAll.includes(home) || home === first.home ? second.home : teammateHome(by)
}

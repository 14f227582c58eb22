import { channelOf, type Home } from '../../domain/audience.js'
import type { Nudge } from '../../domain/nudge.js'
import { worksAt } from './calendar.js'
import { type DueReason, rankOf, reasonsFor, silence } from './due.js'
import type { Facts } from './facts.js'
import type { Seen } from './seen.js'
import { isSpokenIn } from './sight.js'

type Due = {
  readonly facts: Facts
  readonly reasons: readonly DueReason[]
  readonly rank: number
  readonly silence: number
}

/**
 * A digest was fixed: nobody is in it without a reason, everybody who is due is in it as long as there is room, and
 * whoever found none has a lighter reason than all who did.
 */
export const checkDigest = (oracle: Seen, place: Home, on: string, planned: readonly Nudge[]): void => {
  const settings = oracle.places.get(place)
  if (settings === undefined) {
    oracle.broken(`a digest in ${place}, which nobody knows`)
    return
  }
  if (!worksAt(oracle.ports.botNow(), settings))
    oracle.broken(`a digest of ${place} was fixed outside working time`)
  const before = oracle.book.peopleOn(place, on, planned[0]?.postId).size
  const room = Math.max(0, settings.cap - before)
  if (planned.length > room)
    oracle.broken(`${planned.length} people in ${place} on ${on}, with room for ${room}`)
  const due = livingIn(oracle, place).flatMap((facts): Due[] => {
    const reasons = reasonsFor(facts, on, settings, oracle.known.order)
    const rank = rankOf(reasons.map(({ kind }) => kind))
    return reasons.length === 0 ? [] : [{ facts, reasons, rank, silence: silence(facts, on) }]
  })
  for (const nudge of planned) mayBeIn(oracle, place, on, nudge, due)
  if (channelOf(place) !== null && !isSpokenIn(oracle.ports.slack, place)) return
  // With no room at all nobody is looked at.
  if (room > 0) nobodyForgotten(oracle, place, on, planned, due, planned.length < room)
}

const livingIn = ({ known }: Seen, place: Home): Facts[] =>
  [...known.all.values()].filter(({ person }) => person.home === place)

const mayBeIn = (oracle: Seen, place: Home, on: string, nudge: Nudge, due: readonly Due[]): void => {
  const facts = oracle.known.all.get(nudge.personId)
  if (facts === undefined) {
    oracle.broken(`${nudge.personId}, whom nobody knows, is in a digest`)
    return
  }
  // Who lives elsewhere comes up here for what was typed here, or where their own place cannot tell it.
  if (facts.person.home !== place) return
  const theirs = due.find((each) => each.facts === facts)
  for (const { kind, occasion } of nudge.reasons)
    if (!theirs?.reasons.some((reason) => reason.kind === kind && reason.occasion === occasion))
      oracle.broken(
        `${facts.person.name} comes up in ${place} on ${on} for ${kind} ${occasion}, which is no reason`,
      )
}

const nobodyForgotten = (
  oracle: Seen,
  place: Home,
  on: string,
  planned: readonly Nudge[],
  due: readonly Due[],
  isRoom: boolean,
): void => {
  const last = lastOf(planned, due)
  for (const { facts, reasons } of due) {
    const sure = reasons.filter((reason) => reason.sure)
    if (sure.length === 0) continue
    const nudge = planned.find(({ personId }) => personId === facts.person.id)
    const missing = sure.filter(
      ({ kind, occasion }) =>
        !nudge?.reasons.some((said) => said.kind === kind && said.occasion === occasion),
    )
    if (missing.length === 0) continue
    const what = missing.map(({ kind, occasion }) => `${kind} ${occasion}`).join(', ')
    if (nudge !== undefined || isRoom)
      oracle.broken(`${facts.person.name} is forgotten in ${place} on ${on}: ${what}; ${told(facts)}`)
    else if (
      last !== null &&
      comesBefore({ rank: rankOf(sure.map(({ kind }) => kind)), silence: silence(facts, on) }, last)
    )
      oracle.broken(
        `${facts.person.name} comes behind others in ${place} on ${on}, in spite of ${what}, silent ${silence(facts, on)}; the last ${JSON.stringify(last)}`,
      )
  }
}

type Place = { readonly rank: number; readonly silence: number }

/** The lightest of those who found room, as far as they live here. */
const lastOf = (planned: readonly Nudge[], due: readonly Due[]): Place | null => {
  const lightest = planned.map((nudge): Place => {
    const theirs = due.find(({ facts }) => facts.person.id === nudge.personId)
    return {
      rank: rankOf(nudge.reasons.map(({ kind }) => kind)),
      silence: theirs?.silence ?? Number.POSITIVE_INFINITY,
    }
  })
  return lightest.sort((a, b) => b.rank - a.rank || a.silence - b.silence)[0] ?? null
}

const quiet = rankOf(['quiet'])
const comesBefore = (one: Place, other: Place): boolean =>
  one.rank < other.rank || (one.rank === quiet && other.rank === quiet && one.silence > other.silence + 1e-9)

/** For whoever reads what is broken: when somebody was last spoken with, and what was raised about them. */
const told = ({ person, contacts, nudges }: Facts): string =>
  JSON.stringify({
    ...person,
    contacts: contacts.map(({ on, at }) => [on, at]),
    nudges: nudges.map(({ on, reasons, answer, times, moot }) => ({ on, reasons, answer, times, moot })),
  })

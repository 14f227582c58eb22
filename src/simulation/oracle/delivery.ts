import type { Nudge } from '../../domain/nudge.js'
import { namesIn } from '../people/words.js'
import { daysAfter, wallAt, workingDaysBetween, worksAt } from './calendar.js'
import { turnOf } from './due.js'
import type { Told, Watched } from './posts.js'
import type { Seen } from './seen.js'

/** A post of the outbox stands in Slack: once, at its time, and about nobody whom somebody was in touch with since. */
export const checkPost = (oracle: Seen, postId: string, text: string, isLate: boolean): void => {
  const { book, ports } = oracle
  const times = (book.arrived.get(postId) ?? 0) + 1
  book.arrived.set(postId, times)
  if (times > 1) oracle.broken(`post ${postId} stands in Slack ${times} times`)
  const watched = book.planned.get(postId)
  ports.onSeen('posted', `${watched?.post.kind ?? 'notice'} ${postId}`)
  // What tells of one thing that was done is not bound to a time.
  if (watched === undefined) return
  if (!isLate) atItsTime(oracle, watched)
  const told = peopleIn(oracle, watched, text)
  for (const each of told) {
    if (!isLate) stillWanted(oracle, watched, each)
    onlyOnce(oracle, each)
    book.told.push(each)
  }
}

const atItsTime = (oracle: Seen, { post, begunAt }: Watched): void => {
  const settings = oracle.places.get(post.place)
  if (settings === undefined || (oracle.placesSetAt.get(post.place) ?? 0) > begunAt) return
  const now = oracle.ports.botNow()
  if (!worksAt(now, settings)) oracle.broken(`post ${post.id} in ${post.place} outside working time`)
  const { on } = wallAt(now, settings.zone)
  const planned = wallAt(Date.parse(post.plannedAt), settings.zone).on
  if (on !== planned) oracle.broken(`post ${post.id} of ${planned} was sent on ${on}`)
}

/** Those whom a message brings up; it names nobody else, and nobody twice. */
const peopleIn = (oracle: Seen, { post, nudges }: Watched, text: string): Told[] => {
  const named = new Set(namesIn(text))
  const told: Told[] = []
  for (const nudge of nudges) {
    const facts = oracle.known.all.get(nudge.personId)
    const code = facts === undefined ? undefined : namesIn(facts.person.name)[0]
    if (code === undefined) continue
    if (named.delete(code)) told.push({ personId: nudge.personId, nudge, place: post.place, on: post.on })
    else if ((oracle.touchedAt.get(nudge.personId) ?? 0) < (oracle.book.planned.get(post.id)?.begunAt ?? 0))
      oracle.broken(`post ${post.id} counts ${facts?.person.name} among its people, and does not name them`)
  }
  for (const code of named) {
    const facts = oracle.named(code)
    if (facts !== undefined && (oracle.touchedAt.get(facts.person.id) ?? 0) < 1)
      oracle.broken(`post ${post.id} names ${facts.person.name}, whom nobody planned to bring up`)
  }
  return told
}

/** Nobody was in touch since it was planned, as far as that was kept before the sending began. */
const stillWanted = (oracle: Seen, watched: Watched, { personId, nudge }: Told): void => {
  const facts = oracle.known.all.get(personId)
  if (facts === undefined) return
  const since = facts.contacts.filter(({ id, on, at }) => {
    const seen = oracle.known.order.get(id) ?? 0
    const isFresh = on >= daysAfter(at.slice(0, 10), 0)
    return isFresh && seen > watched.plannedAt && seen < watched.begunAt
  })
  if (since.length > 0 && nudge.reasons.some(({ kind }) => kind !== 'role-question'))
    oracle.broken(`${facts.person.name} is brought up in ${watched.post.place} after somebody was in touch`)
}

/** One occasion is told once, and returns only when its time has come. */
const onlyOnce = (oracle: Seen, { personId, nudge, place, on }: Told): void => {
  const before = oracle.book.told.filter((each) => each.personId === personId)
  const settings = oracle.places.get(place)
  const facts = oracle.known.all.get(personId)
  if (settings === undefined || facts === undefined) return
  // An older one may be answered late: the last of them decides.
  const earlier = facts.nudges.filter(({ id }) => id < nudge.id)
  for (const { kind, occasion } of nudge.reasons) {
    const same = before.filter(
      (each) =>
        each.nudge.id !== nudge.id &&
        each.nudge.reasons.some((said) => said.kind === kind && said.occasion === occasion),
    )
    for (const each of same) {
      if (each.on === on && each.place === place)
        oracle.broken(`${facts.person.name} comes up twice in ${place} on ${on} for ${kind} ${occasion}`)
      else if (
        !isOnItsWay(oracle, nudge) &&
        turnOf({ kind, occasion }, earlier, facts.person, on, settings) === 'no'
      )
        oracle.broken(
          `${facts.person.name} comes up for ${kind} ${occasion} on ${each.on} and again on ${on}, after ${workingDaysBetween(each.on, on, settings)} working days`,
        )
    }
  }
  if (oracle.book.told.some((each) => each.nudge.id === nudge.id))
    oracle.broken(`nudge ${nudge.id} about ${facts.person.name} was told twice`)
}

/** What is said of them once it is on its way holds it back no more. */
const isOnItsWay = ({ book, touchedAt }: Seen, nudge: Nudge): boolean =>
  (touchedAt.get(nudge.personId) ?? 0) >= (book.planned.get(nudge.postId)?.begunAt ?? 0)

/** Whoever was spoken with after a nudge was planned is not asked about any more. */
export const stillAsked = ({ known, book, ports }: Seen, personId: string): void => {
  const facts = known.all.get(personId)
  for (const nudge of facts?.nudges ?? []) {
    const plannedAt = book.planned.get(nudge.postId)?.plannedAt
    if (facts === undefined || plannedAt === undefined || nudge.answer !== null || nudge.moot) continue
    const since = facts.contacts.find(
      ({ id, on, at }) => on >= at.slice(0, 10) && (known.order.get(id) ?? 0) > plannedAt,
    )
    if (since !== undefined)
      ports.onBroken(
        `${ports.slack.me.workspaceId}: nudge ${nudge.id} about ${facts.person.name} is open after a contact`,
      )
  }
}

import type { Run } from '../../../src/practice/actors/run.js'
import { isObject, type Json } from '../../../src/practice/json.js'
import { bytesAt, saidBy, tracesIn } from '../traces.js'
import { type Deed, isOwed } from './ledger.js'
import { postsIn } from './nudged.js'
import type { Row, Rows } from './rows.js'
import { nameOf } from './sayings.js'
import { idOf, type World } from './world.js'

/** Commands that were acknowledged, and not answered until the world's end. */
export const cutOffBefore = ({ ledger }: World): number => ledger.deeds.filter(isUnanswered).length

const isUnanswered = (deed: Deed): boolean => isOwed(deed) && deed.run?.answers.length === 0

/** How long it may take, in ms, until what was answered is noted down as answered. */
const notedWithin = 1_000

/**
 * Whether the bot was killed after it had given an answer that was owed, and before it could note that down: whether an answer
 * has arrived nobody can ask Slack, so the next bot gives it again, rather than never.
 */
const diedAnswering = ({ deaths }: World, run: Run): boolean => {
  const [first, second, ...more] = run.answers.map(({ ts }) => Number(ts) * 1000)
  if (first === undefined || second === undefined || more.length > 0 || run.ackBody !== undefined)
    return false
  return deaths.some((at) => first <= at && at <= second && at - first < notedWithin)
}

/** Commands that were answered more often than once, or not at all. */
export const answerFaults = (world: World): string[] => {
  const { ledger, slack } = world
  let again = 0
  const faults = ledger.deeds.flatMap((deed) => {
    const { what, token, run } = deed
    if (run === null || run.error !== undefined || !run.name.startsWith('/')) return []
    if (run.answers.length === 1 || isUnanswered(deed)) return []
    if (diedAnswering(world, run)) {
      again += 1
      return []
    }
    return [`${what} ${token} was answered ${run.answers.length} times`]
  })
  const problems = slack.problems.filter(({ kind }) => kind !== 'not_acknowledged')
  const twice = problems.filter(({ kind }) => kind === 'answered_twice').slice(again)
  const others = problems.filter(({ kind }) => kind !== 'answered_twice')
  return [...faults, ...[...others, ...twice].map(({ kind, message }) => `${kind}: ${message}`)]
}

/** What the bot acknowledges later than that, in milliseconds, it may still be at: Slack waits no longer. */
const handledWithin = 1_900

/** Events that the bot has acknowledged as handled, and that came to nothing. */
export const eventFaults = (world: World): string[] => {
  const handled = acknowledgedWithin(world, handledWithin)
  return unheard(world)
    .filter((deed) => handled.has(nameOfDeed(deed)))
    .map(({ what, token }) => `${what} ${token} was acknowledged, and came to nothing`)
}

/** Events that took longer than Slack waits, and over which the bot died after it had acknowledged them. */
export const eventsCutOff = (world: World): number => {
  const acknowledged = acknowledgedWithin(world, Number.POSITIVE_INFINITY)
  return (
    unheard(world).filter((deed) => acknowledged.has(nameOfDeed(deed))).length - eventFaults(world).length
  )
}

const unheard = ({ ledger }: World): Deed[] =>
  ledger.deeds.filter((deed) => deed.isEvent && deed.must === 'hold' && deed.found === 'absent')
const nameOfDeed = ({ what, token }: Deed): string => (what === 'message' ? `message ${token}` : what)

const acknowledgedWithin = ({ slack }: World, ms: number): Set<string> => {
  const names = slack.traffic.flatMap(({ kind, direction, body, answer }) => {
    const isEvent = kind === 'event' && direction === 'out' && isObject(body) && isObject(body.event)
    if (!isEvent || !isObject(answer) || answer.ok !== true || Number(answer.tookMs) > ms) return []
    return [nameOfEvent(body.event as Json)]
  })
  return new Set(names)
}

const nameOfEvent = ({ type, reaction, item, text }: Json): string => {
  if (type === 'reaction_added') return `reaction ${reaction} ${isObject(item) ? item.ts : ''}`
  return `message ${/zq[0-9a-z]{5}(?= in private)/.exec(String(text))?.[0]}`
}

/** Each post once in Slack, however often it was tried: by the id that it carries, wherever it stands. */
export const doubledPosts = (world: World): string[] => {
  const counts = new Map<string, number>()
  for (const { id } of world.slack.places.all())
    for (const { metadata } of postsIn(world, id)) {
      const payload = metadata?.event_payload
      if (!isObject(payload) || payload.id === undefined) continue
      counts.set(String(payload.id), (counts.get(String(payload.id)) ?? 0) + 1)
    }
  return [...counts].filter(([, count]) => count > 1).map(([id, count]) => `post ${id} stands ${count} times`)
}

/** What the database says was posted stands in Slack, where it says so. */
export const lostPosts = (world: World, rows: Rows): string[] =>
  (rows.posts ?? [])
    .filter((post) => post.state === 'sent' && !stands(world, post))
    .map(({ id, kind }) => `post ${id} (${kind}) is sent, and stands nowhere`)
const stands = ({ slack }: World, { channel_id: channelId, message_ts: ts }: Row): boolean =>
  slack.messageAt(String(channelId), String(ts)) !== undefined

/** Whoever was handed to Ben: he was told once of each. */
export const noticeFaults = (world: World): string[] => {
  const direct = world.slack.places.dm(idOf('ben')).id
  const told = world.slack.seenBy(idOf('ben'), direct).map((seen) => world.slack.visibleText(seen))
  return world.ledger.deeds.flatMap(({ what, found }) => {
    const token = /^hand of (\w+)$/.exec(what)?.[1]
    if (token === undefined || found === null) return []
    const times = told.filter((post) => post.includes(`handed ${nameOf(token)} over to you`)).length
    const wanted = found === 'whole' ? 1 : 0
    return times === wanted ? [] : [`of ${token}, who is ${found} in his hands, Ben was told ${times} times`]
  })
}

/** What is left of those who were forgotten: in rows, on the disk, in Slack. */
export const tracesLeft = async (world: World, rows: Rows): Promise<string[]> => {
  const { forgotten } = world.ledger
  const { slack, url } = world
  const onDisk = url.startsWith('file:') ? await bytesAt(url.slice('file:'.length)) : ''
  const places = {
    'in rows': JSON.stringify(rows).toLowerCase(),
    'on the disk': onDisk,
    'in Slack': saidBy(slack),
  }
  return Object.entries(places).flatMap(([where, text]) =>
    tracesIn(text, forgotten).map((token) => `${token} was forgotten, and stands ${where}`),
  )
}

import { type Instant, localDateOf } from '../../domain/local-time.js'
import { waitsForWorkingTime } from '../../domain/nudge.js'
import { isWorkingTime } from '../../domain/working-time.js'
import { heldBack, type Messenger, type Whereabouts } from '../ports/messenger.js'
import type { SendingPost, Unsaid } from '../ports/posts.js'
import type { Clock, PlaceSettings, Scope } from '../ports.js'
import { composeNotice, type NoticeModel } from './compose-notice.js'
import { type ComposePorts, composePost } from './compose-post.js'
import type { PostModel } from './post-model.js'
import { maySpeakIn } from './speakable.js'
import { leftOut, type OpenNudge, turnsLeft } from './turns-left.js'

export type SendPorts<M> = ComposePorts & {
  readonly messenger: Messenger<M>
  readonly render: (model: PostModel | NoticeModel) => M
  /** Real time: claims lapse by it, whatever the pass takes for its now. */
  readonly realClock: Clock
  /** Names this process among those that send. */
  readonly sender: string
  /** How long after a send whose answer never came the second look happens. */
  readonly lookAgainMs: number
}
export type Sending = { readonly workspaceId: string; readonly now: Instant }

/** `lost`: stopped for good, for a reason that somebody must mend. */
export type Sent = 'sent' | 'withdrawn' | 'waiting' | 'taken' | 'lost'

/** A claim lapses after this long, so that another process takes over from one that died. */
const claimMs = 30_000
/** Nothing is posted under a claim that may lapse before Slack answers: another would go on with it meanwhile. */
const freshMs = 20_000
/** Slack's words for a channel that is gone, archived, or left by the bot since it was last looked at. */
const closedPlace = new Set(['channel_not_found', 'not_in_channel', 'is_archived'])
/** Looks that find nothing before a post is sent again: a lost one can arrive late. */
const looksBeforeResend = 2
/** Longer than Slack, or a channel, is ever out of reach and comes back. */
const longestSearchMs = 30 * 24 * 60 * 60_000

/**
 * Sends one planned post: claim it, look for it if it was tried before, record the attempt, make the one network call,
 * record the result. Whoever dies in between leaves enough behind for the next to go on without posting twice.
 */
export const sendPost = async <M>(ports: SendPorts<M>, sending: Sending, postId: string): Promise<Sent> => {
  const scope: Scope = { workspaceId: sending.workspaceId, audience: 'everything' }
  const now = ports.realClock()
  const claim = sinceNow(ports)
  const until = later(now, claimMs)
  const claimed = await ports.uow.keep(scope, async (stores) => {
    const { posts, places } = stores
    const post = await posts.claim(postId, { by: ports.sender, until, now })
    if (post === null) return null
    const [place, nudges] = [await places.get(post.place), await posts.nudgesOf(postId)]
    return { post, place, nudges, open: place === null ? [] : await turnsLeft(stores, nudges, place) }
  })
  if (claimed === null) return 'taken'
  const { post, place, nudges, open } = claimed
  // Its channel has another id by now, and lives on under that: its people are decided anew there.
  if (place === null) return withdraw(ports, scope, post)
  const day = dayOf(post, place, sending.now)
  if (post.attempts > 0 && post.looks < looksBeforeResend) {
    const found = await look(ports, scope, post, day === 'over', sending.now)
    if (found !== 'nowhere') return found
  }
  const said = await saidNow(ports, sending, post, place, { day, open })
  if (said === 'nothing') return withdraw(ports, scope, post)
  if (said === 'not-yet') return putOff(ports, scope, post, 60_000)
  return deliver(ports, { scope, post, now: sending.now, claim }, said, leftOut(nudges, open, said))
}

/** By the calendar there now: its zone may have been set since the post was planned. */
const dayOf = (post: SendingPost, { zone }: PlaceSettings, now: Instant): 'its own' | 'over' | 'to come' => {
  const [its, today] = [localDateOf(post.plannedAt, zone), localDateOf(now, zone)]
  if (its === today) return 'its own'
  return its < today ? 'over' : 'to come'
}

/** What is to be said now; nothing any more; or not at this moment, or to those who can be seen at it. */
const saidNow = async <M>(
  ports: SendPorts<M>,
  { workspaceId, now }: Sending,
  post: SendingPost,
  place: PlaceSettings,
  { day, open }: { readonly day: ReturnType<typeof dayOf>; readonly open: readonly OpenNudge[] },
): Promise<PostModel | NoticeModel | 'nothing' | 'not-yet'> => {
  // Nudges are for a morning. A notice tells what a teammate did just now, or while the bot was away.
  const isOver = post.notice === null && (open.length === 0 || day !== 'its own')
  if (isOver) return 'nothing'
  if (waitsForWorkingTime(post.notice) && !isWorkingTime(now, place)) return 'not-yet'
  // The last look before speaking: a channel may have become shared since the post was planned.
  if (!(await maySpeakIn(place.home, (id) => ports.directory.freshChannel(id)))) return 'nothing'
  if (post.notice === null) {
    const model = await composePost(ports, workspaceId, post.kind, place, open)
    const entries = model.entries.filter(({ standing }) => standing.kind === 'open')
    return entries.length === 0 ? 'not-yet' : { ...model, entries }
  }
  const model = await composeNotice(ports, workspaceId, post.notice, place, now)
  if (model === 'unseen') return day === 'over' ? 'nothing' : 'not-yet'
  return model ?? 'nothing'
}

const look = async <M>(
  ports: SendPorts<M>,
  scope: Scope,
  post: SendingPost,
  isOver: boolean,
  now: Instant,
): Promise<Sent | 'nowhere'> => {
  const found = await ports.messenger.find(post.place, post.id, post.firstAttemptAt ?? post.plannedAt)
  if (found === 'unknown')
    // It may stand there: better never than twice. Its people return as those whom nobody answered about.
    return isOver && !isLookedForStill(ports, post)
      ? giveUp(ports, { scope, post, now }, 'cannot_look')
      : lookLater(ports, scope, post, post.looks)
  if (found !== null) return recordSent(ports, scope, post, found)
  const looks = post.looks + 1
  return looks < looksBeforeResend ? lookLater(ports, scope, post, looks) : 'nowhere'
}

/** Somebody is forgotten who may stand there: no day is too late to find it. */
const isLookedForStill = <M>({ realClock }: SendPorts<M>, post: SendingPost): boolean =>
  post.namesForgotten && Date.parse(realClock()) - Date.parse(post.plannedAt) < longestSearchMs

const lookLater = async <M>(
  ports: SendPorts<M>,
  scope: Scope,
  post: SendingPost,
  looks: number,
): Promise<Sent> => {
  const notBefore = later(ports.realClock(), ports.lookAgainMs)
  const { attempts } = post
  await ports.uow.keep(scope, ({ posts }) =>
    posts.again(post.id, { state: 'uncertain', notBefore, looks, attempts }, ports.sender),
  )
  return 'waiting'
}

/**
 * How long ago this was, in ms, by whichever clock says more: one stands still while the machine sleeps, and the other may
 * be set back.
 */
const sinceNow = <M>({ realClock }: SendPorts<M>): (() => number) => {
  const from = { real: Date.parse(realClock()), running: performance.now() }
  return () => Math.max(Date.parse(realClock()) - from.real, performance.now() - from.running)
}

type Delivering = { readonly scope: Scope; readonly post: SendingPost; readonly now: Instant }

const deliver = async <M>(
  ports: SendPorts<M>,
  { scope, post, now, claim }: Delivering & { readonly claim: () => number },
  said: PostModel | NoticeModel,
  unsaid: readonly Unsaid[],
): Promise<Sent> => {
  const message = ports.render(said)
  const isBegun = await ports.uow.keep(scope, async ({ posts }) => {
    if (!(await posts.attempting(post.id, ports.realClock(), ports.sender, post.version))) return false
    // Whoever finds the post later, after a crash, finds in it those alone of whom it speaks.
    await posts.leaveOut(unsaid)
    return true
  })
  // Another has it; or somebody answered, or was forgotten, since it was claimed: then it is composed anew.
  if (!isBegun) return putOff(ports, scope, post, 0)
  // This process stood still, or Slack was slow with what had to be asked. Certainly not posted.
  if (claim() > freshMs) return putOff(ports, scope, post, 0)
  const result = await ports.messenger.post(post.place, message, post.id, post.attempts > 0)
  if (result.kind === 'sent') {
    if ('zoneToTell' in said && said.zoneToTell !== null)
      await ports.uow.keep(scope, ({ places }) => places.change(post.place, { zoneUntold: false }))
    return recordSent(ports, scope, post, result)
  }
  if (result.kind === 'permanent') {
    // The place is closed to us: its people are decided anew tomorrow, when their owners are reached by DM.
    if (closedPlace.has(result.code)) {
      await ports.uow.keep(scope, ({ troubles }) => troubles.note(post.place, 'refused', result.code, now))
      return withdraw(ports, scope, post)
    }
    return giveUp(ports, { scope, post, now }, result.code)
  }
  if (result.kind === 'temporary') {
    if (result.code !== heldBack)
      await ports.uow.keep(scope, ({ troubles }) => troubles.note(post.place, 'refused', result.code, now))
    return putOff(ports, scope, post, result.retryAfterMs ?? gap(ports, post))
  }
  const notBefore = ports.realClock()
  const attempts = post.attempts + 1
  await ports.uow.keep(scope, ({ posts }) =>
    posts.again(post.id, { state: 'uncertain', notBefore, looks: 0, attempts }, ports.sender),
  )
  return 'waiting'
}

const giveUp = async <M>(
  { uow, sender }: SendPorts<M>,
  { scope, post, now }: Delivering,
  why: string,
): Promise<Sent> => {
  const isOurs = await uow.keep(scope, async ({ posts, troubles }) => {
    if (!(await posts.failed(post.id, why, sender))) return false
    await troubles.note(post.place, 'refused', why, now)
    // Somebody else has to be told.
    for (const place of post.notice?.kind === 'undelivered' ? post.notice.places : [])
      for (const kind of ['silent', 'refused'] as const) await troubles.told(place, kind, false)
    return true
  })
  return isOurs ? 'lost' : 'taken'
}

const withdraw = async <M>(ports: SendPorts<M>, scope: Scope, post: SendingPost): Promise<Sent> => {
  const isOurs = await ports.uow.keep(scope, ({ posts }) => posts.withdraw(post.id, ports.sender))
  return isOurs ? 'withdrawn' : 'taken'
}

const recordSent = async <M>(
  ports: SendPorts<M>,
  scope: Scope,
  post: SendingPost,
  where: Whereabouts,
): Promise<Sent> => {
  const { channelId, ts } = where
  await ports.uow.keep(scope, async ({ posts, troubles }) => {
    await posts.sent(post.id, { channelId, ts })
    await troubles.mended(post.place, 'refused')
  })
  return 'sent'
}

/**
 * Not now, and certainly not posted this time. Where an earlier attempt was not answered, the next try looks once more: what
 * was not found may have come late.
 */
const putOff = async <M>(ports: SendPorts<M>, scope: Scope, post: SendingPost, ms: number): Promise<Sent> => {
  const { attempts } = post
  const next =
    attempts === 0
      ? ({ state: 'planned', attempts, looks: 0 } as const)
      : ({ state: 'uncertain', attempts, looks: looksBeforeResend - 1 } as const)
  const notBefore = later(ports.realClock(), ms)
  const isOurs = await ports.uow.keep(scope, ({ posts }) =>
    posts.again(post.id, { ...next, notBefore }, ports.sender),
  )
  return isOurs ? 'waiting' : 'taken'
}

/** Gaps grow with the time since the first try: half of it again, between five seconds and ten minutes. */
const gap = <M>({ realClock }: SendPorts<M>, post: SendingPost): number => {
  const tried = Date.parse(realClock()) - Date.parse(post.firstAttemptAt ?? realClock())
  return Math.min(Math.max(tried / 2, 5_000), 600_000)
}

const later = (at: Instant, ms: number): Instant => new Date(Date.parse(at) + ms).toISOString()

import { firstLook } from '../app/nudges/first-look.js'
import { freshenPosts } from '../app/nudges/freshen.js'
import { heedPutBack } from '../app/nudges/heed-put-back.js'
import { type Planned, type PlanPorts, planPass } from '../app/nudges/plan.js'
import { putAside } from '../app/nudges/put-aside.js'
import { type SendPorts, type Sent, sendPost } from '../app/nudges/send.js'
import type { SendingPost } from '../app/ports/posts.js'
import type { Clock, KeepingStores, Scope } from '../app/ports.js'
import { unlessItFails } from '../app/unless-it-fails.js'
import { noticeSilence } from '../app/watching/notice-silence.js'
import { tellTroubles } from '../app/watching/tell-troubles.js'
import { planWeeks } from '../app/week/plan-weeks.js'
import type { Home } from '../domain/audience.js'
import { type Instant, localDateOf } from '../domain/local-time.js'
import { type Post, waitsForWorkingTime } from '../domain/nudge.js'
import { isWorkingTime } from '../domain/working-time.js'

export type PassPorts<M> = PlanPorts &
  SendPorts<M> & {
    /** What people ask by: a pass may be of another day. */
    readonly clock: Clock
    /** Told of each post as it is planned, and of how the sending of one ended, for whoever counts. */
    readonly onPlanned?: (kind: Post['kind']) => void
    readonly onSent?: (kind: Post['kind'], outcome: Sent) => void
    /** Asked before each post: what is left is for the next pass. */
    readonly isOver?: () => boolean
  }

/** What one pass did. */
export type PassReport = {
  readonly planned: readonly Planned[]
  readonly outcomes: readonly Sent[]
  readonly freshened: number
  /** Places that Slack could not be asked about: they are left to the next pass. */
  readonly leftOut: readonly Home[]
  /** Whether the next pass has something to look at, though nothing waits: places left out, or not looked at since the start. */
  readonly leavesPlaces: boolean
}

/** So many posts are sent before others have their turn. */
export const atOnce = 50

/** One pass: plan what is due, send what waits, put right what has changed. `now` is its one instant. */
export const runPass = async <M>(
  ports: PassPorts<M>,
  workspaceId: string,
  now: Instant,
): Promise<PassReport> => {
  await sweepDesk(ports, workspaceId, now)
  const hasLooked = !ports.isOver?.() && (await firstLook(ports, workspaceId, now))
  const before = await sendWaiting(ports, workspaceId, now)
  const leftOut: Home[] = []
  const onLeftOut = (place: Home) => leftOut.push(place)
  const except = await heedPutBack(ports, workspaceId, now)
  for (const place of except) onLeftOut(place)
  // What went wrong before is told all the same, and what is planned already is sent.
  const faults: unknown[] = []
  const planned = await unlessItFails(
    () => planPass(ports, { workspaceId, now, dryRun: false, except, onLeftOut }),
    ({ error }): readonly Planned[] => {
      faults.push(error)
      return []
    },
  )
  for (const { kind } of planned) ports.onPlanned?.(kind)
  const weeks = await planWeeks(ports, workspaceId, now)
  for (let n = 0; n < weeks; n++) ports.onPlanned?.('week')
  const after = await sendWaiting(ports, workspaceId, now)
  await noticeSilence(ports, workspaceId, now, leftOut)
  if ((await tellTroubles(ports, workspaceId, now)) > 0)
    after.push(...(await sendWaiting(ports, workspaceId, now, 'notices')))
  const freshened = await freshenPosts(ports, workspaceId, ports.isOver)
  if (faults.length > 0) throw faults[0]
  const leavesPlaces = leftOut.length > 0 || !hasLooked
  return { planned, outcomes: [...before, ...after], freshened, leftOut, leavesPlaces }
}

/**
 * Sends what waits, or the notices among it. A post made for a day that is still to come, by a pass run ahead of its
 * time, is left alone.
 */
export const sendWaiting = async <M>(
  ports: PassPorts<M>,
  workspaceId: string,
  now: Instant,
  which: 'all' | 'notices' = 'all',
): Promise<Sent[]> => {
  const scope: Scope = { workspaceId, audience: 'everything' }
  const waiting = await ports.uow.keep(scope, async (stores) => {
    const found = await stores.posts.waiting(ports.realClock(), atOnce, which)
    if (found.length === 0) return found
    const isTime = await hasCome(stores, now)
    if (found.length < atOnce || found.every(isTime)) return found.filter(isTime)
    // Behind those that wait for a morning there may be others whose time it is.
    const closed = await closedAt(stores, now)
    return (await stores.posts.waiting(ports.realClock(), atOnce, which, closed)).filter(isTime)
  })
  const outcomes: Sent[] = []
  // Claimed, and not sent: it waits until the claim has lapsed.
  for (const { id, kind } of waiting) {
    if (ports.isOver?.()) break
    const outcome = await unlessItFails(
      () => sendPost(ports, { workspaceId, now }, id),
      async ({ isFault, error }): Promise<Sent> => {
        if (isFault) {
          ports.onFault?.(error)
          await putAside(ports, scope, id, now)
        }
        return 'waiting'
      },
    )
    outcomes.push(outcome)
    ports.onSent?.(kind, outcome)
  }
  return outcomes
}

/** Whether a post's day has come, by the calendar that its place has now; and its hour, for a notice that can wait. */
export const hasCome = async (
  { places }: Pick<KeepingStores, 'places'>,
  now: Instant,
): Promise<(post: SendingPost) => boolean> => {
  const settings = new Map((await places.all()).map((place) => [place.home, place]))
  return ({ place, plannedAt, notice }) => {
    const set = settings.get(place)
    const zone = set?.zone ?? 'UTC'
    if (localDateOf(plannedAt, zone) > localDateOf(now, zone)) return false
    const waits = notice !== null && waitsForWorkingTime(notice)
    return !waits || set === undefined || isWorkingTime(now, set)
  }
}

const closedAt = async ({ places }: Pick<KeepingStores, 'places'>, now: Instant): Promise<Home[]> =>
  (await places.all()).filter((place) => !isWorkingTime(now, place)).map(({ home }) => home)

/**
 * By the clock that is furthest behind: what is kept for a while is needed still where a pass, or the day that people ask
 * by, is another than the machine's.
 */
const sweepDesk = <M>(
  { uow, clock, realClock }: PassPorts<M>,
  workspaceId: string,
  now: Instant,
): Promise<void> => {
  const behind = [clock(), realClock()].reduce((least, at) => (at < least ? at : least), now)
  return uow.keep({ workspaceId, audience: 'everything' }, ({ desk }) => desk.sweep(behind))
}

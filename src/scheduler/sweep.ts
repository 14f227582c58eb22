import { schedule } from 'node-cron'
import type { Turn, Turns } from '../app/ports/turns.js'
import { type Clock, StoreUnavailable } from '../app/ports.js'
import type { Instant } from '../domain/local-time.js'
import { oneAtATime } from './one-at-a-time.js'
import { type Slice, startSlice } from './slice.js'

/**
 * What a slice of work came to: `more` was cut short, or has more than fits into one; an instant is when the next is due,
 * and null when nothing is known to come. `gone`: the bot is not there any more.
 */
export type Worked = 'more' | 'gone' | Instant | null

export type SweepOptions = {
  readonly turns: Turns
  /** Does what is due in one workspace; looks between two steps whether the slice is over. */
  readonly work: (workspaceId: string, slice: Slice) => Promise<Worked>
  /** Workspaces that the bot is at work in, by id, those behind `after`. */
  readonly served: (after: string, limit: number) => Promise<readonly { readonly workspaceId: string }[]>
  /** Names this process among those that sweep. */
  readonly sender: string
  readonly clock: Clock
  readonly realClock: Clock
  /** Told of work that was cut short; it is tried again after a while. */
  readonly onTrouble: (workspaceId: string | null, error: unknown) => void
  readonly pace?: Partial<Pace>
}

export type Pace = {
  /** So many workspaces have their turn at once in this process. */
  readonly atOnce: number
  /** No slice is longer, as far as its steps can be told apart. */
  readonly sliceMs: number
  /** Whoever dies is taken over from after this long, and the time until the next look. */
  readonly leaseMs: number
  /** However much happens in a workspace, it is looked at no more often. */
  readonly restMs: number
  /** Each workspace is looked at so often, whether or not anything woke it: at most an hour. */
  readonly atLeastMs: number
}
const usualPace: Pace = {
  atOnce: 4,
  sliceMs: 5_000,
  leaseMs: 30_000,
  restMs: 5_000,
  atLeastMs: 55 * 60_000,
}

/** Every ten seconds; processes that started together spread over five of them. */
const often = '*/10 * * * * *'
const maxRandomDelay = 5_000
const minuteMs = 60_000
const mostAgainMs = 30 * minuteMs
/** The database is away for all, and back within seconds as a rule. */
const storeAgainMs = 5_000
const servedAtOnce = 500

/** Over all workspaces, beside other processes that do the same. */
export type Sweep = {
  /** Takes what has come, and what comes of that; resolves when nothing more is due, or others do it. */
  readonly now: () => Promise<void>
  /** The same without waiting for it: something happened that nobody should wait ten seconds for. */
  readonly soon: () => void
  /** No more turns; resolves when the slices under way have ended. */
  readonly stop: () => Promise<void>
}

/** Gives each workspace its turn when it has something to do, the one that waits longest first, a slice at a time. */
export const startSweep = (options: SweepOptions): Sweep => {
  const { turns, clock, realClock, onTrouble } = options
  const pace = { ...usualPace, ...options.pace }
  const underWay = new Map<string, Promise<void>>()
  const failures = new Map<string, number>()
  let claims = 0
  let stopped = false
  let admittedAtMs = Number.NEGATIVE_INFINITY

  /** The net: whoever has no turn gets one. */
  const admit = async (): Promise<void> => {
    const nowMs = Date.parse(realClock())
    if (Math.abs(nowMs - admittedAtMs) < pace.atLeastMs) return
    for (let after = ''; ; ) {
      const served = await options.served(after, servedAtOnce)
      await turns.admit(
        served.map(({ workspaceId }) => workspaceId),
        clock(),
      )
      after = served.at(-1)?.workspaceId ?? ''
      if (served.length < servedAtOnce) break
    }
    admittedAtMs = nowMs
  }

  const rounds = oneAtATime(async () => {
    try {
      await admit()
      const limit = pace.atOnce - underWay.size
      if (stopped || limit <= 0) return
      const now = clock()
      const realNow = realClock()
      const taken = await turns.take({
        by: `${options.sender} ${++claims}`,
        now,
        realNow,
        until: later(realNow, pace.leaseMs),
        restUntil: later(now, pace.restMs),
        limit,
      })
      for (const turn of taken) begin(turn)
    } catch (error) {
      onTrouble(null, error)
    }
  })

  const begin = (turn: Turn): void => {
    const { workspaceId } = turn
    const before = underWay.get(workspaceId)
    // This process was held up for longer than its claim: it lets its own slice end first.
    const slice = (before ?? Promise.resolve()).then(() => takeTurn(turn))
    underWay.set(workspaceId, slice)
    void slice.then(() => {
      if (underWay.get(workspaceId) === slice) underWay.delete(workspaceId)
      if (!stopped) void rounds.now()
    })
  }

  const takeTurn = async (turn: Turn): Promise<void> => {
    const { workspaceId } = turn
    const renew = () => turns.renew(turn, later(realClock(), pace.leaseMs))
    const slice = startSlice({
      renew,
      leaseMs: pace.leaseMs,
      sliceMs: pace.sliceMs,
      isStopped: () => stopped,
    })
    try {
      const worked = await options.work(workspaceId, slice)
      failures.delete(workspaceId)
      if (worked === 'gone') return await turns.dismiss(turn)
      await turns.giveBack(turn, nextAfter(worked), clock())
    } catch (error) {
      onTrouble(workspaceId, error)
      const againMs = error instanceof StoreUnavailable ? storeAgainMs : againAfter(workspaceId)
      // Else the claim lapses by itself.
      await turns.giveBack(turn, later(clock(), againMs), clock()).catch(() => {})
    } finally {
      slice.end()
    }
  }

  /** Whatever is wrong in one workspace is tried again, and more and more rarely. */
  const againAfter = (workspaceId: string): number => {
    const nth = (failures.get(workspaceId) ?? 0) + 1
    failures.set(workspaceId, nth)
    return Math.min(minuteMs * 2 ** (nth - 1), mostAgainMs)
  }

  const nextAfter = (worked: Instant | 'more' | null): Instant => {
    const now = clock()
    if (worked === 'more') return now
    // Not all of them in the same minute of each hour.
    const atLatest = later(now, pace.atLeastMs * (0.9 + Math.random() / 10))
    return worked === null || worked > atLatest ? atLatest : worked
  }

  const now = async (): Promise<void> => {
    await rounds.now()
    while (underWay.size > 0) {
      await Promise.all(underWay.values())
      await rounds.now()
    }
  }
  const task = schedule(often, () => void rounds.now(), { maxRandomDelay })
  return {
    now,
    soon: () => void rounds.now(),
    stop: async () => {
      stopped = true
      await task.stop()
      await rounds.stop()
      await Promise.all(underWay.values())
    },
  }
}

const later = (at: Instant, ms: number): Instant => new Date(Date.parse(at) + ms).toISOString()

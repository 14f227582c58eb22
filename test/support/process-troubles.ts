import type { Fault } from '../../src/practice/faults/fault.js'
import type { PracticeSlack } from '../../src/practice/slack.js'
import { dyingAfterCommit, type Settings } from './process.js'

/** What goes wrong in the life of one process. May add to its settings. */
export type Trouble = (slack: PracticeSlack, kill: () => void) => Settings | undefined

type Which = { readonly method?: string; readonly nth?: number; readonly in?: string }

/** The n-th such request from now on, whichever it is. */
const only = ({ nth = 1, in: channel }: Which, onTaken: () => void = () => {}) => {
  let count = 0
  return (body: { readonly channel?: unknown }): boolean => {
    if (channel !== undefined && body.channel !== channel) return false
    count += 1
    if (count === nth) onTaken()
    return count === nth
  }
}

/** One request meets a fault. */
export const meets =
  (which: Which, fault: () => Fault, times = 1): Trouble =>
  (slack) => {
    // A request is seen by one fault alone, so each next one falls on the request after.
    for (let time = 0; time < times; time++)
      slack.faults.next(which.method ?? '*', fault(), { when: only(which) })
    return undefined
  }

/** The process is killed the moment a request arrives, and it is not carried out. */
export const killedBefore =
  (which: Which): Trouble =>
  (slack, kill) => {
    slack.faults.next(which.method ?? '*', { kind: 'lost_before' }, { when: only(which, kill) })
    return undefined
  }

/** The process is killed the moment a request arrives; it is carried out, and nobody hears the answer. */
export const killedAfter =
  (which: Which): Trouble =>
  (slack, kill) => {
    slack.faults.next(which.method ?? '*', { kind: 'lost_after' }, { when: only(which, kill) })
    return undefined
  }

/** The process is killed between the n-th time that it wrote something down and whatever comes next. */
export const killedAfterCommit =
  (n: number): Trouble =>
  () =>
    dyingAfterCommit(n)

export const lostAfter = (): Fault => ({ kind: 'lost_after' })
export const lostBefore = (): Fault => ({ kind: 'lost_before' })
export const status500 = (): Fault => ({ kind: 'status', status: 500 })
export const tooFast = (): Fault => ({ kind: 'rate_limited', retryAfterSeconds: 1 })
/** Carried out, and then answered with a 500: the practice Slack stumbles over its own fault. */
export const done500 = (): Fault => ({
  kind: 'slow',
  get until(): Promise<void> {
    return Promise.reject(new Error('A 500 after the deed'))
  },
})

/** A post that breaks off and arrives only after the bot has looked for it once, in this life or the next. */
export const arrivesAfterOneLook = (): { readonly post: Trouble; readonly look: Trouble } => {
  let arrive = () => {}
  const until = new Promise<void>((resolve) => {
    arrive = resolve
  })
  return {
    post: (slack, kill) => {
      slack.faults.next('chat.postMessage', { kind: 'late', until }, { when: only({}, kill) })
      return undefined
    },
    look: (slack) => {
      // Not a fault: it only sees the look, which is carried out before the post arrives.
      slack.faults.next('conversations.history', lostAfter(), {
        when: () => {
          queueMicrotask(arrive)
          return false
        },
      })
      return undefined
    },
  }
}

/** The process lives on whatever the trouble. */
export const survives =
  (trouble: Trouble): Trouble =>
  (slack) =>
    trouble(slack, () => {})

/** Several at once. */
export const all =
  (...troubles: readonly Trouble[]): Trouble =>
  (slack, kill) =>
    Object.assign({}, ...troubles.map((trouble) => trouble(slack, kill)))

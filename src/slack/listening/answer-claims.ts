import type { Claimed, Delivery } from '../../app/ports/answering.js'
import { StoreUnavailable } from '../../app/ports.js'
import { pause } from '../connection/backoff.js'
import type { Edge } from './edge.js'

const lookEachMs = 1_000

/** To be called just before an answer is given. While the database is away, each process answers what it hears. */
export const claim = async ({ answers, realClock, log }: Edge, delivery: Delivery): Promise<Claimed> => {
  try {
    return await answers.claim(delivery, realClock())
  } catch (error) {
    if (!(error instanceof StoreUnavailable)) throw error
    log.warn('Whether it is answered elsewhere is not known; it is answered here', { err: error })
    return 'mine'
  }
}

/** When a process dies before this, somebody else answers once more: rather twice than never. Never rejects. */
export const markAnswered = async ({ answers, log }: Edge, delivery: Delivery): Promise<void> => {
  await answers
    .done(delivery)
    .catch((error: unknown) => log.warn('That it was answered could not be noted down', { err: error }))
}

/** `claim` for what Slack does not repeat, but a load balancer may: a process that is alone asks nobody. */
export const claimAmong = async (edge: Edge, delivery: Delivery): Promise<Claimed> =>
  edge.isShared ? claim(edge, delivery) : 'mine'

/** What `claimAmong` gave is answered. */
export const markAmong = async (edge: Edge, delivery: Delivery): Promise<void> => {
  if (edge.isShared) await markAnswered(edge, delivery)
}

/** Whether it is this one's: known when whoever claimed it before has answered it, or has surely died over it. */
export const claimAtLast = async (edge: Edge, delivery: Delivery): Promise<boolean> => {
  for (;;) {
    const claimed = await claimAmong(edge, delivery)
    if (claimed !== 'theirs') return claimed === 'mine'
    await pause(lookEachMs)
  }
}

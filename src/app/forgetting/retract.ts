import { isMendable, isOutOfReach } from '../nudges/mendable.js'
import type { Messenger, UpdateOutcome } from '../ports/messenger.js'
import type { Clock, Scope, UnitOfWork } from '../ports.js'

export type RetractPorts<M> = {
  readonly uow: UnitOfWork
  readonly messenger: Messenger<M>
  /** Real time: Slack wants pauses by it. */
  readonly realClock: Clock
}

const atOnce = 20
/** What Slack refuses for now is tried again after this long, unless it says when. */
const pauseMs = 30_000
/** What somebody has to mend first takes longer. */
const mendedMs = 10 * 60_000
/** Where the bot is not let in, it may be one day. */
const reachedMs = 50 * 60_000

/**
 * Takes away what the bot told of people who are forgotten since; what Slack does not take for now is tried again.
 * `isOver` is asked before each: the rest waits for the next time.
 */
export const retract = async <M>(
  ports: RetractPorts<M>,
  workspaceId: string,
  isOver: () => boolean = () => false,
): Promise<number> => {
  const { uow, messenger, realClock } = ports
  const scope: Scope = { workspaceId, audience: 'everything' }
  for (let done = 0; ; ) {
    const waiting = await uow.keep(scope, ({ told }) => told.retractions(realClock(), atOnce))
    for (const at of waiting) {
      if (isOver()) return done
      const result = await messenger.remove(at)
      const ms = waitMs(result)
      if (ms !== null) {
        const notBefore = new Date(Date.parse(realClock()) + ms).toISOString()
        await uow.keep(scope, ({ told }) => told.later(at, notBefore))
      } else {
        await uow.keep(scope, ({ told }) => told.retracted(at))
        done++
      }
    }
    if (waiting.length < atOnce) return done
  }
}

/** How long it is left alone; null when it is away, or never will be. */
const waitMs = (result: UpdateOutcome): number | null => {
  if (result.kind === 'temporary') return result.retryAfterMs ?? pauseMs
  if (result.kind !== 'permanent') return null
  if (isOutOfReach(result.code)) return reachedMs
  return isMendable(result.code) ? mendedMs : null
}

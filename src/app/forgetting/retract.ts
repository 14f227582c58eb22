import { isMendable } from '../nudges/mendable.js'
import type { Messenger } from '../ports/messenger.js'
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

/** Takes away what the bot told of people who are forgotten since; what Slack does not take for now is tried again. */
export const retract = async <M>(ports: RetractPorts<M>, workspaceId: string): Promise<number> => {
  const { uow, messenger, realClock } = ports
  const scope: Scope = { workspaceId, audience: 'everything' }
  for (let done = 0; ; ) {
    const waiting = await uow.keep(scope, ({ told }) => told.retractions(realClock(), atOnce))
    for (const at of waiting) {
      const result = await messenger.remove(at)
      const isPut = result.kind === 'temporary' || (result.kind === 'permanent' && isMendable(result.code))
      if (isPut) {
        const ms = result.kind === 'temporary' ? (result.retryAfterMs ?? pauseMs) : mendedMs
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

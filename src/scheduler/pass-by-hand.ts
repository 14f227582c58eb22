import type { Planned } from '../app/nudges/plan.js'
import type { SendingPost } from '../app/ports/posts.js'
import type { Scope } from '../app/ports.js'
import type { Home } from '../domain/audience.js'
import type { Instant } from '../domain/local-time.js'
import { hasCome, type PassPorts, runPass, sendWaiting } from './pass.js'

/** How a pass run by hand ended: what it planned, and what it could not send, or ask Slack about, within its patience. */
export type ByHand = {
  readonly planned: readonly Planned[]
  readonly left: readonly SendingPost[]
  readonly leftOut: readonly Home[]
}

/** Long enough for a claim of a dead process to lapse and for two looks a minute apart. */
const patienceMs = 240_000
const pauseMs = 500

/** One pass as if at an instant, which waits until no claim of anybody is open: afterwards everything is sent or said. */
export const passByHand = async <M>(
  ports: PassPorts<M> & { readonly pause: (ms: number) => Promise<void> },
  workspaceId: string,
  now: Instant,
): Promise<ByHand> => {
  const giveUpAt = Date.parse(ports.realClock()) + patienceMs
  const planned: Planned[] = []
  for (let leftOut: readonly Home[] | null = null; ; ) {
    if (leftOut === null || leftOut.length > 0) {
      // Nobody beats after it, so a place that Slack could not be asked about is planned for once more.
      const pass = await runPass(ports, workspaceId, now)
      planned.push(...pass.planned)
      leftOut = pass.leftOut
    } else await sendWaiting(ports, workspaceId, now)
    const left = await unfinished(ports, workspaceId, now)
    const isDone = left.length === 0 && leftOut.length === 0
    if (isDone || Date.parse(ports.realClock()) >= giveUpAt) return { planned, left, leftOut }
    await ports.pause(pauseMs)
  }
}

const unfinished = <M>({ uow }: PassPorts<M>, workspaceId: string, now: Instant): Promise<SendingPost[]> => {
  const scope: Scope = { workspaceId, audience: 'everything' }
  return uow.keep(scope, async (stores) =>
    (await stores.posts.unfinished()).filter(await hasCome(stores, now)),
  )
}

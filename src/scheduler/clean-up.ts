import { type RetractPorts, retract } from '../app/forgetting/retract.js'
import { type FreshenPorts, freshenPosts } from '../app/nudges/freshen.js'
import type { Scope } from '../app/ports.js'

type CleanUpPorts<M> = FreshenPorts<M> &
  RetractPorts<M> & {
    readonly tidy: () => Promise<boolean>
    readonly pause: (ms: number) => Promise<void>
  }
/** What is left to a running bot, or to another run. */
export type LeftToClean = { readonly inSlack: number; readonly isTidy: boolean }

/** Long enough for Slack to ask for a pause, and for a claim of a bot that is sending just now to lapse. */
const patienceMs = 60_000
const pauseMs = 1_000

/** After a forgetting by hand: takes away what stands in Slack and tidies the database, as far as that can be done now. */
export const cleanUp = async <M>(ports: CleanUpPorts<M>, workspaceId: string): Promise<LeftToClean> => {
  const { uow, realClock, tidy, pause } = ports
  const scope: Scope = { workspaceId, audience: 'everything' }
  const giveUpAt = Date.parse(realClock()) + patienceMs
  for (;;) {
    await freshenPosts(ports, workspaceId)
    await retract(ports, workspaceId)
    const left: LeftToClean = {
      isTidy: await tidy().catch(() => false),
      inSlack: await uow.keep(scope, ({ told }) => told.outstanding()),
    }
    if ((left.isTidy && left.inSlack === 0) || Date.parse(realClock()) >= giveUpAt) return left
    await pause(pauseMs)
  }
}

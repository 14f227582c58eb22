import type { AskerPorts } from '../app/asker.js'
import type { Clock, Scope } from '../app/ports.js'
import { keepPulse } from '../app/watching/keep-pulse.js'

export type LookingAfter = AskerPorts & {
  readonly realClock: Clock
  /** Whether Slack is at hand; asks it, when nothing was heard of it for long. */
  readonly isSlackThere: () => Promise<boolean>
  readonly stands: (now: {
    readonly waiting: number
    readonly oldestAtMs: number | null
    readonly imports: number
    readonly places: number
  }) => void
}

/** At each beat, whatever came of it: notes down that the bot is alive. */
export const takePulse = async (ports: LookingAfter, workspaceId: string): Promise<void> => {
  const isSlackThere = await ports.isSlackThere()
  await keepPulse(ports, workspaceId, { now: ports.realClock(), isSlackThere })
}

export const sayHowItStands = async ({ uow, stands }: LookingAfter, workspaceId: string): Promise<void> => {
  const scope: Scope = { workspaceId, audience: 'everything' }
  const { waiting, imports, troubles } = await uow.keep(scope, async (stores) => ({
    waiting: await stores.troubles.waiting(),
    imports: await stores.imports.unfinished(),
    troubles: await stores.troubles.standing(),
  }))
  stands({
    waiting: waiting.posts,
    oldestAtMs: waiting.oldestAt === null ? null : Date.parse(waiting.oldestAt),
    imports: imports.length,
    places: new Set(troubles.map(({ place }) => place)).size,
  })
}

/** Writes something that changes nothing: whether the database can be written to. */
export const proveWritable = async ({ uow, realClock }: LookingAfter, workspaceId: string): Promise<void> => {
  await uow.keep({ workspaceId, audience: 'everything' }, async ({ troubles }) => {
    const now = realClock()
    const { beatAt, wellAt } = (await troubles.pulse()) ?? { beatAt: now, wellAt: now }
    await troubles.beat({ beatAt, wellAt })
  })
}

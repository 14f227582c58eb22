import { type Instant, localDateOf } from '../../domain/local-time.js'
import type { AskerPorts } from '../asker.js'
import type { Scope } from '../ports.js'
import { unlessSlackIsDown } from '../unless-slack-is-down.js'
import { setUpBy } from './menders.js'

const dayMs = 24 * 60 * 60_000

/**
 * Notes down that the bot is alive, and whether Slack is at hand. When that was not so for more than a day, whoever set
 * the bot up is told how long it was: once, in the transaction that notes down that it is over. `now` is real time.
 */
export const keepPulse = async (
  ports: AskerPorts,
  workspaceId: string,
  { now, isSlackThere }: { readonly now: Instant; readonly isSlackThere: boolean },
): Promise<void> => {
  const scope: Scope = { workspaceId, audience: 'everything' }
  const before = await ports.uow.keep(scope, ({ troubles }) => troubles.pulse())
  const isOver = before !== null && isSlackThere && msBetween(before.wellAt, now) >= dayMs
  const whom = isOver ? await unlessSlackIsDown(() => setUpBy(ports, scope)) : null
  await ports.uow.keep(scope, async ({ places, notices, troubles }) => {
    const pulse = (await troubles.pulse()) ?? { beatAt: now, wellAt: now }
    await troubles.beat({ beatAt: now, wellAt: isSlackThere ? now : pulse.wellAt })
    // Another process may have told of it meanwhile.
    if (whom === null || before === null || pulse.wellAt !== before.wellAt) return
    const dm = await places.know(whom.home, whom.zone)
    const [beating, still] = [msBetween(pulse.wellAt, pulse.beatAt), msBetween(pulse.beatAt, now)]
    const why = still > beating ? 'stopped' : 'slack'
    const outage = { kind: 'outage', from: pulse.wellAt, to: now, why } as const
    await notices.give(dm.home, outage, now, localDateOf(now, dm.zone))
  })
}

const msBetween = (from: Instant, to: Instant): number => Date.parse(to) - Date.parse(from)

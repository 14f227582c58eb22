import { type Instant, localDateOf } from '../../domain/local-time.js'
import type { AskerPorts } from '../asker.js'
import type { Pulse } from '../ports/troubles.js'
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
  const hadNone = ({ wellAt }: Pulse) => isSlackThere && msBetween(wellAt, now) >= dayMs
  const overIt = await ports.uow.keep(scope, async ({ troubles }) => {
    const before = await troubles.pulse()
    if (before !== null && hadNone(before)) return before
    await troubles.beat({ beatAt: now, wellAt: isSlackThere ? now : (before?.wellAt ?? now) })
    return null
  })
  if (overIt === null) return
  const whom = await unlessSlackIsDown(() => setUpBy(ports, scope))
  await ports.uow.keep(scope, async ({ places, notices, troubles }) => {
    const pulse = await troubles.pulse()
    await troubles.beat({ beatAt: now, wellAt: now })
    // Another process may have told of it meanwhile.
    if (whom === null || pulse?.wellAt !== overIt.wellAt) return
    const dm = await places.know(whom.home, whom.zone)
    const [beating, still] = [msBetween(pulse.wellAt, pulse.beatAt), msBetween(pulse.beatAt, now)]
    const why = still > beating ? 'stopped' : 'slack'
    const outage = { kind: 'outage', from: pulse.wellAt, to: now, why } as const
    await notices.give(dm.home, outage, now, localDateOf(now, dm.zone))
  })
}

const msBetween = (from: Instant, to: Instant): number => Date.parse(to) - Date.parse(from)

import { teammateHome } from '../../domain/audience.js'
import { type Instant, localDateOf } from '../../domain/local-time.js'
import type { Installations } from '../ports/installations.js'
import type { Scope, UnitOfWork } from '../ports.js'

export type TellingPorts = {
  readonly uow: UnitOfWork
  readonly installations: Pick<Installations, 'get' | 'granted'>
}

const rememberedMs = 86_400_000

/**
 * Slack will take no token of an installation after `until`, and nothing helps but adding the app once more, at `url`:
 * whoever installed it is told by DM, once, while the bot can still speak. The workspace whose outbox has it; null when
 * there is none, or they know.
 */
export const tellInstaller = async (
  { uow, installations }: TellingPorts,
  installationId: string,
  { until, url }: { readonly until: Instant; readonly url: string },
  now: Instant,
): Promise<string | null> => {
  const installation = await installations.get(installationId)
  if (installation?.state !== 'active') return null
  const { installerId, isOrg } = installation
  const workspaceId = isOrg ? [...(await installations.granted(installationId))].sort()[0] : installationId
  if (workspaceId === undefined) return null
  const scope: Scope = { workspaceId, audience: 'everything' }
  const isTold = await uow.keep(scope, async ({ desk, places, notices }) => {
    const mark = { id: `install-again-${installerId}-${until}`, userId: installerId }
    if ((await desk.draft(mark.id, installerId, now)) !== null) return false
    const expiresAt = new Date(Date.parse(now) + rememberedMs).toISOString()
    await desk.putDraft({ ...mark, text: 'told', expiresAt })
    const dm = await places.know(teammateHome(installerId), null)
    await notices.give(dm.home, { kind: 'install-again', until, url }, now, localDateOf(now, dm.zone))
    return true
  })
  return isTold ? workspaceId : null
}

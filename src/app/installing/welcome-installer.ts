import { teammateHome } from '../../domain/audience.js'
import { type Instant, localDateOf } from '../../domain/local-time.js'
import type { Installation, Installations } from '../ports/installations.js'
import type { Directory, Scope, UnitOfWork } from '../ports.js'
import { unlessSlackIsDown } from '../unless-slack-is-down.js'

export type WelcomePorts = {
  readonly uow: UnitOfWork
  readonly directory: Pick<Directory, 'user'>
  readonly installations: Pick<Installations, 'serving' | 'granted'>
}

const dayMs = 86_400_000
/** So long it makes up for a welcome over which somebody died; by then nobody is welcomed to what they know. */
const freshMs = 7 * dayMs
const rememberedMs = 4 * freshMs
/** Of an organisation's workspaces, so many are looked at for one that its installer is a member of. */
const mostLookedAt = 50

/** What was decided in a workspace about an arrival: they hear of it there, or are not a member there. */
type Decided = 'told' | 'not-here'

/**
 * Whoever installed the bot hears from it by DM: once for each time that it came, however often this is called, also by
 * several processes. An organisation's installer hears in the first of its workspaces that they are a member of. True
 * when it was given to the outbox now.
 */
export const welcomeInstaller = async (
  ports: WelcomePorts,
  workspaceId: string,
  now: Instant,
): Promise<boolean> => {
  const installation = await ports.installations.serving(workspaceId)
  if (installation === null || !isFresh(installation, now)) return false
  // Nobody is in an organisation itself.
  if (installation.isOrg && installation.id === workspaceId) return false
  const { installerId } = installation
  const installer = await unlessSlackIsDown(() => ports.directory.user(installerId))
  if (installer === null) return false
  const isMember = installer.standing === 'member'
  if (isMember && !(await isTheirs(ports, installation, workspaceId, now))) return false
  const scope: Scope = { workspaceId, audience: 'everything' }
  return ports.uow.keep(scope, async ({ desk, people, places, notices }) => {
    const id = markOf(installation)
    if ((await desk.draft(id, installerId, now)) !== null) return false
    const decided: Decided = isMember ? 'told' : 'not-here'
    await desk.putDraft({ id, userId: installerId, text: decided, expiresAt: later(now) })
    if (!isMember) return false
    const dm = await places.know(teammateHome(installerId), installer.zone)
    const notice = { kind: 'installed', isBack: await people.anybody() } as const
    await notices.give(dm.home, notice, now, localDateOf(now, dm.zone))
    return true
  })
}

/** A token that was put right is no arrival. */
const isFresh = ({ state, since, installedAt }: Installation, now: Instant): boolean =>
  state === 'active' && since <= installedAt && Date.parse(now) - Date.parse(since) <= freshMs

/** One for each arrival and each installer. */
const markOf = ({ since, installerId }: Installation): string => `welcome-${installerId}-${since}`

/** Of an organisation's workspaces, the first in which they are a member; those before it say that they are not. */
const isTheirs = async (
  { uow, installations }: WelcomePorts,
  installation: Installation,
  workspaceId: string,
  now: Instant,
): Promise<boolean> => {
  if (!installation.isOrg) return true
  const granted = [...(await installations.granted(installation.id))].sort().slice(0, mostLookedAt)
  for (const other of granted) {
    if (other === workspaceId) continue
    const scope: Scope = { workspaceId: other, audience: 'everything' }
    const { installerId } = installation
    const decided = await uow.read(scope, ({ desk }) => desk.draft(markOf(installation), installerId, now))
    if (decided === 'told' || (other < workspaceId && decided !== 'not-here')) return false
  }
  return granted.includes(workspaceId)
}

const later = (now: Instant): Instant => new Date(Date.parse(now) + rememberedMs).toISOString()

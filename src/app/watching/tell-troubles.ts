import { channelOf, type Home, teammateOf } from '../../domain/audience.js'
import { type Instant, localDateOf } from '../../domain/local-time.js'
import type { AskerPorts } from '../asker.js'
import type { Trouble } from '../ports/troubles.js'
import type { Scope } from '../ports.js'
import { unlessSlackIsDown } from '../unless-slack-is-down.js'
import { type Mender, menderOf } from './menders.js'

/** A day, from one digest to the next: the second may come some minutes earlier in its hour than the first. */
const dayMs = 23 * 60 * 60_000

/** What is wrong everywhere at once: one who can mend it hears of it once, and not for each place. */
const everywhere: ReadonlySet<string> = new Set([
  'access_denied',
  'ekm_access_denied',
  'enterprise_is_restricted',
  'messages_tab_disabled',
  'missing_scope',
  'no_permission',
  'team_access_not_granted',
  'unreachable',
])

/**
 * Where nudges could not be delivered for a day, somebody who can mend it is told by DM: once a trouble, through the
 * outbox, in the transaction that notes down that they were. Answers how many were told.
 */
export const tellTroubles = async (ports: AskerPorts, workspaceId: string, now: Instant): Promise<number> => {
  const scope: Scope = { workspaceId, audience: 'everything' }
  const standing = await ports.uow.keep(scope, ({ troubles }) => troubles.standing())
  const untold = standing.filter((trouble) => !trouble.told && isADayOld(trouble))
  if (untold.length === 0) return 0
  const deaf = new Set(standing.flatMap(({ kind, place }) => (kind === 'refused' ? [place] : [])))
  const letters = new Map<string, { readonly mender: Mender; readonly troubles: Trouble[] }>()
  for (const trouble of untold) {
    const mender = await unlessSlackIsDown(() => whoHears(ports, scope, trouble, deaf))
    if (mender === null) continue
    const isKnown = everywhere.has(trouble.why)
    const key = isKnown ? trouble.why : `${trouble.why} ${mender.home}`
    const letter = letters.get(key)
    if (letter === undefined) letters.set(key, { mender, troubles: [trouble] })
    else letter.troubles.push(trouble)
  }
  let told = 0
  for (const { mender, troubles } of letters.values())
    if (await tell(ports, scope, mender, troubles, now)) told += 1
  return told
}

const isADayOld = ({ since, until }: Trouble): boolean => Date.parse(until) - Date.parse(since) >= dayMs

/** Whoever has left the team is not missed in their DM. */
const whoHears = async (
  ports: AskerPorts,
  scope: Scope,
  { place, kind }: Trouble,
  deaf: ReadonlySet<Home>,
): Promise<Mender | null> => {
  const reader = teammateOf(place)
  if (reader !== null && (await ports.directory.user(reader)).standing !== 'member') {
    await ports.uow.keep(scope, ({ troubles }) => troubles.mended(place, kind))
    return null
  }
  return (await menderOf(ports, scope, place, deaf)) ?? someChannel(ports, scope, deaf)
}

/** When nobody can be told by DM: a channel in which the bot still speaks. What is said there names nobody. */
const someChannel = ({ uow }: AskerPorts, scope: Scope, deaf: ReadonlySet<Home>): Promise<Mender | null> =>
  uow.keep(scope, async ({ places }) => {
    const open = (await places.all()).find(
      ({ home, postable }) => channelOf(home) !== null && postable && !deaf.has(home),
    )
    return open === undefined ? null : { home: open.home, zone: open.zone }
  })

const tell = (
  { uow }: AskerPorts,
  scope: Scope,
  mender: Mender,
  found: readonly Trouble[],
  now: Instant,
): Promise<boolean> =>
  uow.keep(scope, async ({ places, notices, troubles }) => {
    // Another process may have told of them, or they have been mended.
    const standing = await troubles.standing()
    const untold = found.filter(({ place, kind }) =>
      standing.some((each) => each.place === place && each.kind === kind && !each.told),
    )
    const [first] = untold
    if (first === undefined) return false
    for (const { place, kind } of untold) await troubles.told(place, kind, true)
    if (everywhere.has(first.why) && standing.some(({ why, told }) => told && why === first.why)) return false
    const dm = await places.know(mender.home, mender.zone)
    const since = untold.map((trouble) => trouble.since).sort()[0] ?? first.since
    const notice = {
      kind: 'undelivered',
      places: [...new Set(untold.map(({ place }) => place))],
      since,
      why: first.why,
    } as const
    await notices.give(dm.home, notice, now, localDateOf(now, dm.zone))
    return true
  })

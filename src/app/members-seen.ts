import { channelHome, type Home } from '../domain/audience.js'
import { type ChannelFacts, type Directory, StoreUnavailable, type UnitOfWork } from './ports.js'
import { unlessSlackIsDown } from './unless-slack-is-down.js'

type Members = ReadonlySet<string>
/** A place as Slack shows it. `members`: of a private one, as long as the bot is in it; null otherwise. */
export type Looked = { readonly home: Home; readonly facts: ChannelFacts; readonly members: Members | null }

/** What has been kept already: the directory answers with the same set while it remembers it. */
const kept = new WeakSet<Members>()

/** A private place, shared or not, whose members Slack tells. */
const tellsMembers = ({ kind, botIsIn }: ChannelFacts): boolean =>
  botIsIn && (kind === 'private' || kind === 'group')

export const lookAt = async (directory: Directory, channelId: string): Promise<Looked> => {
  const facts = await directory.channel(channelId)
  const members = tellsMembers(facts) ? await directory.members(channelId) : null
  return { home: channelHome(channelId), facts, members }
}

/** The same at once, where the directory remembers all of it: a team has hundreds of homes, and they are asked for each time. */
export const lookedAt = (directory: Directory, channelId: string): Looked | null => {
  const facts = cameTo(directory.channel(channelId))
  if (facts === null) return null
  const home = channelHome(channelId)
  if (!tellsMembers(facts)) return { home, facts, members: null }
  const members = cameTo(directory.members(channelId))
  return members && { home, facts, members }
}

/** What a promise came to that was seen before: as long as the directory remembers an answer, it gives the same promise. */
const settled = new WeakMap<Promise<unknown>, unknown>()
const cameTo = <T>(promise: Promise<T>): T | null => {
  if (settled.has(promise)) return settled.get(promise) as T
  promise.then(
    (value) => settled.set(promise, value),
    // Whoever waits for it hears of it.
    () => {},
  )
  return null
}

/**
 * Keeps who is in private places, for when the bot is taken out and Slack says nothing of them any more. Answers who was in
 * those that are hidden when Slack last said. Of one that was never private while the bot was in it (or lost the bot before
 * this was kept) it is known only that whoever typed there was in it: so nobody else.
 */
export const membersSeen = async (
  { uow }: { readonly uow: UnitOfWork },
  workspaceId: string,
  places: readonly Looked[],
): Promise<ReadonlyMap<Home, Members>> => {
  const fresh = places.flatMap(({ home, members }) =>
    members === null || kept.has(members) ? [] : [{ home, members }],
  )
  const hidden = places.filter(({ facts, members }) => members === null && facts.kind !== 'public')
  const homes = [...fresh, ...hidden].map(({ home }) => home)
  if (homes.length === 0) return new Map()
  const scope = { workspaceId, audience: 'everything' } as const
  const known = await uow.read(scope, (stores) => stores.places.lastMembers(homes))
  const changed: { home: Home; members: Members }[] = fresh.filter(
    ({ home, members }) => !isSame(known.get(home), members),
  )
  const typed = new Map<Home, Members>()
  for (const { home } of hidden)
    if (!known.has(home)) typed.set(home, await uow.read(scope, ({ journal }) => journal.whoTyped(home)))
  for (const [home, members] of typed) changed.push({ home, members })
  try {
    if (changed.length > 0)
      await uow.keep(scope, async (stores) => {
        for (const { home, members } of changed) await stores.places.membersAre(home, members)
      })
    for (const { members } of fresh) kept.add(members)
  } catch (error) {
    // Whoever only reads is answered all the same; the next to ask keeps it.
    if (!(error instanceof StoreUnavailable)) throw error
  }
  return new Map(hidden.map(({ home }) => [home, known.get(home) ?? typed.get(home) ?? new Set()]))
}

/** Somebody left a channel: who is in it is kept at once, for the bot may be the next. */
export const memberLeft = async (
  ports: { readonly uow: UnitOfWork; readonly directory: Directory },
  workspaceId: string,
  channelId: string,
): Promise<void> => {
  const scope = { workspaceId, audience: 'everything' } as const
  const home = channelHome(channelId)
  if ((await ports.uow.read(scope, ({ places }) => places.get(home))) === null) return
  const looked = await unlessSlackIsDown(() => lookAt(ports.directory, channelId))
  if (looked !== null) await membersSeen(ports, workspaceId, [looked])
}

const isSame = (one: Members | undefined, other: Members): boolean =>
  one !== undefined && one.size === other.size && [...one].every((userId) => other.has(userId))

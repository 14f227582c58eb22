import { type Audience, channelHome, channelOf, type Home, teammateHome } from '../domain/audience.js'
import { type Instant, type LocalDate, localDateOf, type Zone } from '../domain/local-time.js'
import type { Person } from '../domain/person.js'
import type { ChannelFacts, Directory, Scope, SlackUser, UnitOfWork } from './ports.js'

/** A teammate who asks, from a place, at an instant: what every use case begins with. */
export type Asker = {
  readonly workspaceId: string
  readonly userId: string
  readonly name: string
  readonly admin: boolean
  readonly zone: Zone
  readonly at: Instant
  /** The day it is for the asker. */
  readonly today: LocalDate
  /** What they may see; every store they reach is bound to it. */
  readonly audience: Audience
  readonly place: Place
  /** The Slack delivery behind it, which may arrive twice; null for what is never repeated. */
  readonly cause: string | null
}

/** Where something is typed, and so who will know it. */
export type Place = {
  readonly home: Home
  readonly channelId: string | null
  readonly seenBy: SeenBy
  /** Whether the bot can post there. */
  readonly botIsIn: boolean
}
export type SeenBy =
  | { readonly kind: 'everyone' }
  | { readonly kind: 'members'; readonly channelId: string }
  | { readonly kind: 'you'; readonly because: 'dm' | 'shared' | 'hidden' }

export type Asking = {
  readonly workspaceId: string
  readonly userId: string
  readonly channelId: string | null
  readonly at: Instant
  readonly cause: string | null
}

export type AskerPorts = { readonly uow: UnitOfWork; readonly directory: Directory }

/** Who asks, or why they get nothing: only full members of the workspace are teammates. */
export const whoAsks = async (ports: AskerPorts, asking: Asking): Promise<Asker | NotATeammate> => {
  const { workspaceId, userId, channelId, at, cause } = asking
  const [user, facts] = await Promise.all([
    ports.directory.user(userId),
    channelId === null ? null : ports.directory.channel(channelId),
  ])
  if (user.standing !== 'member') return { notATeammate: user.standing }
  const place = placeOf(facts, userId)
  const audience = await audienceOf(ports, workspaceId, userId, place)
  const zone = user.zone ?? 'UTC'
  const { name, admin } = user
  return { workspaceId, userId, name, admin, zone, at, today: localDateOf(at, zone), audience, place, cause }
}
export type NotATeammate = { readonly notATeammate: SlackUser['standing'] }

/** Where a thing typed in a channel lives. Without a channel it is the teammate's own. */
export const placeOf = (facts: ChannelFacts | null, userId: string): Place => {
  const channelId = facts?.id ?? null
  const own = (because: 'dm' | 'shared' | 'hidden'): Place => ({
    home: teammateHome(userId),
    channelId,
    seenBy: { kind: 'you', because },
    botIsIn: facts?.botIsIn ?? true,
  })
  if (facts === null || facts.kind === 'dm') return own('dm')
  if (facts.shared) return own('shared')
  const membersKnown = facts.kind === 'public' || (facts.kind !== 'hidden' && facts.botIsIn)
  if (!membersKnown) return own('hidden')
  const home = channelHome(facts.id)
  const { botIsIn } = facts
  if (facts.kind === 'public') return { home, channelId, seenBy: { kind: 'everyone' }, botIsIn }
  return { home, channelId, seenBy: { kind: 'members', channelId: facts.id }, botIsIn }
}

/** What a teammate may see: every home in use is asked about, since Slack alone knows who is where. */
export const audienceOf = async (
  { uow, directory }: AskerPorts,
  workspaceId: string,
  userId: string,
  here?: Place,
): Promise<Audience> => {
  const scope: Scope = { workspaceId, audience: { userId, homes: [], authoredHomes: [] } }
  const known = await uow.read(scope, ({ places }) => places.all())
  const homes = new Set<Home>([teammateHome(userId)])
  const authoredHomes = new Set<Home>()
  if (here !== undefined) homes.add(here.home)
  await Promise.all(
    known.map(async ({ home }) => {
      const channelId = channelOf(home)
      if (channelId === null || homes.has(home)) return
      const access = await accessTo(directory, channelId, userId)
      if (access === 'open') homes.add(home)
      if (access === 'authored') authoredHomes.add(home)
    }),
  )
  return { userId, homes: [...homes], authoredHomes: [...authoredHomes] }
}

const accessTo = async (directory: Directory, channelId: string, userId: string) => {
  const { seenBy } = placeOf(await directory.channel(channelId), userId)
  if (seenBy.kind === 'everyone') return 'open'
  if (seenBy.kind === 'you') return 'authored'
  return (await directory.members(channelId)).has(userId) ? 'open' : 'closed'
}

/**
 * What everybody in a place may see: the place itself, and what every full member may see anyway, unless a guest
 * reads there too.
 */
export const audienceOfPlace = async (
  { uow, directory }: AskerPorts,
  workspaceId: string,
  home: Home,
): Promise<Audience> => {
  const none: Audience = { userId: null, homes: [], authoredHomes: [] }
  const known = await uow.read({ workspaceId, audience: none }, ({ places }) => places.all())
  const open = await Promise.all(
    known.map(async (place) => {
      const channelId = channelOf(place.home)
      if (channelId === null || place.home === home) return []
      return placeOf(await directory.channel(channelId), '').seenBy.kind === 'everyone' ? [place.home] : []
    }),
  )
  const elsewhere = open.flat()
  const here = channelOf(home)
  // Asking about every member is dear, and not needed while nothing is known elsewhere.
  const withGuests = elsewhere.length > 0 && here !== null && (await directory.hasGuests(here))
  return { ...none, homes: withGuests ? [home] : [home, ...elsewhere] }
}

/** The scope in which an asker reads and acts. */
export const scopeOf = (asker: Asker): Scope => ({ workspaceId: asker.workspaceId, audience: asker.audience })

/** `forget`, `merge`, `home`: only for those who answer for the person. */
export const answersFor = (asker: Asker, person: Person): boolean =>
  asker.admin || asker.userId === person.ownerId || asker.userId === person.by

import { type Audience, channelHome, channelOf, type Home, teammateHome } from '../domain/audience.js'
import { type Instant, type LocalDate, localDateOf, type Zone } from '../domain/local-time.js'
import type { Person } from '../domain/person.js'
import { type Looked, lookAt, lookedAt, membersSeen } from './members-seen.js'
import type { ChannelFacts, Directory, Scope, SlackUser, UnitOfWork } from './ports.js'
import { unlessSlackIsDown } from './unless-slack-is-down.js'

/** A teammate who asks, from a place, at an instant: what every use case begins with. */
export type Asker = {
  readonly workspaceId: string
  readonly userId: string
  readonly name: string
  readonly admin: boolean
  readonly zone: Zone
  /** The same as Slack gives it; null where it gives none, and UTC stands in. */
  readonly zoneGiven: Zone | null
  readonly at: Instant
  /** The day it is for the asker. */
  readonly today: LocalDate
  /** What they may see; every store they reach is bound to it. */
  readonly audience: Audience
  /** The homes among them that every full member may see. */
  readonly openToAll: readonly Home[]
  /** Slack could not be asked about some homes just now: they are closed, and may hold what is asked for. */
  readonly isPartlyBlind: boolean
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
    channelId === null ? null : ports.directory.presentChannel(channelId),
  ])
  if (user.standing !== 'member') return { notATeammate: user.standing }
  const place = await placeOfAsker(ports.directory, facts, userId)
  const sight = await sightOf(ports, workspaceId, userId, place)
  const zone = user.zone ?? 'UTC'
  const { name, admin, zone: zoneGiven } = user
  const today = localDateOf(at, zone)
  return { workspaceId, userId, name, admin, zone, zoneGiven, at, today, ...sight, place, cause }
}
export type NotATeammate = { readonly notATeammate: SlackUser['standing'] }

/** A form may be handed in, and a button pressed, after its teammate has left the channel. */
const placeOfAsker = async (
  directory: Directory,
  facts: ChannelFacts | null,
  userId: string,
): Promise<Place> => {
  const place = placeOf(facts, userId)
  if (facts === null || place.seenBy.kind !== 'members') return place
  const isThere = (await directory.members(facts.id)).has(userId)
  return isThere ? place : placeOf({ ...facts, kind: 'hidden' }, userId)
}

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
export const audienceOf = async (ports: AskerPorts, workspaceId: string, userId: string): Promise<Audience> =>
  (await sightOf(ports, workspaceId, userId, null)).audience

const sightOf = async (
  { uow, directory }: AskerPorts,
  workspaceId: string,
  userId: string,
  here: Place | null,
): Promise<Pick<Asker, 'audience' | 'openToAll' | 'isPartlyBlind'>> => {
  const scope: Scope = { workspaceId, audience: { userId, homes: [], authoredHomes: [] } }
  const known = await uow.read(scope, ({ places }) => places.homes())
  const homes = new Set<Home>([teammateHome(userId)])
  const authoredHomes = new Set<Home>()
  const openToAll = new Set<Home>()
  if (here !== null) homes.add(here.home)
  if (here?.seenBy.kind === 'everyone') openToAll.add(here.home)
  let isPartlyBlind = false
  const looked = await Promise.all(
    known.map((home) => {
      const channelId = channelOf(home)
      // A home that Slack cannot be asked about is closed for now; the others stay open.
      if (channelId === null) return null
      return (
        lookedAt(directory, channelId) ??
        unlessSlackIsDown(
          () => lookAt(directory, channelId),
          () => {
            isPartlyBlind = true
          },
        )
      )
    }),
  )
  const places = looked.filter((place) => place !== null)
  const before = await membersSeen({ uow }, workspaceId, places)
  for (const place of places) {
    const { home } = place
    if (home === here?.home) continue
    const access = accessTo(place, before.get(home), userId)
    if (access === 'everyone') openToAll.add(home)
    if (access === 'author') authoredHomes.add(home)
    if (access === 'everyone' || access === 'member') homes.add(home)
  }
  const audience = { userId, homes: [...homes], authoredHomes: [...authoredHomes] }
  return { audience, openToAll: [...openToAll], isPartlyBlind }
}

/** Of a private place only those who are in it see anything, shared or hidden as it may be; `before`: who was in it. */
const accessTo = (
  { facts, members }: Looked,
  before: ReadonlySet<string> | undefined,
  userId: string,
): 'everyone' | 'member' | 'author' | 'nobody' => {
  const { seenBy } = placeOf(facts, userId)
  if (seenBy.kind === 'everyone') return 'everyone'
  // A public channel, shared with another organisation or not, is read by whoever likes.
  const isIn = (members ?? before)?.has(userId) ?? facts.kind === 'public'
  if (!isIn) return 'nobody'
  return seenBy.kind === 'you' ? 'author' : 'member'
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
  const known = await uow.read({ workspaceId, audience: none }, ({ places }) => places.homes())
  const open = await Promise.all(
    known.map(async (place) => {
      const channelId = channelOf(place)
      if (channelId === null || place === home) return []
      return placeOf(await directory.channel(channelId), '').seenBy.kind === 'everyone' ? [place] : []
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

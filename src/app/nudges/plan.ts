import { channelOf, type Home, teammateOf } from '../../domain/audience.js'
import { type Instant, type LocalDate, localDateOf } from '../../domain/local-time.js'
import { type Entry, inOrder, isOfRoles, newsInBulk } from '../../domain/nudge-policy.js'
import { isOfToday } from '../../domain/reasons/quiet.js'
import { isDigestTime, isWorkingTime } from '../../domain/working-time.js'
import type { NearDay } from '../ports/posts.js'
import type { KeepingStores, NewId, PlaceSettings, Scope } from '../ports.js'
import { unlessItFails } from '../unless-it-fails.js'
import { unlessSlackIsDown } from '../unless-slack-is-down.js'
import { entriesIn } from './brought-up.js'
import type { ComposePorts } from './compose-post.js'
import { drafts } from './drafts.js'
import { fallSilent } from './fall-silent.js'
import { type Found, hearersOf } from './hearers.js'
import { nearDaysOf, nearFor } from './near-days.js'
import { notComposed } from './put-aside.js'
import { silenceOf } from './silence.js'
import { maySpeakIn } from './speakable.js'
import { type Sights, sightIn, sightsFor } from './told-where.js'

export type PlanPorts = ComposePorts & {
  readonly newId: NewId
  /** Asked before each place: what is left is for the next pass. */
  readonly isOver?: () => boolean
}

/** A post that is planned, or with `dryRun` would be. */
export type Planned = {
  readonly postId: string
  readonly place: PlaceSettings
  readonly kind: 'digest' | 'role-news'
  readonly entries: readonly Entry[]
}
export type Pass = {
  readonly workspaceId: string
  readonly now: Instant
  readonly dryRun: boolean
  /** Places that this pass plans nothing for. */
  readonly except?: ReadonlySet<Home>
  /** Told of each place that could not be planned for, because Slack could not be asked just now. */
  readonly onLeftOut?: (place: Home) => void
}

/** News goes out at most this often in one place. */
const newsGapMs = 60 * 60 * 1000
/** However late it is, so many places are decided: whoever has hundreds gets to the end of them. */
const leastAtOnce = 20

/**
 * One pass over a workspace: fixes the digests whose time has come and plans the news in between. Places that Slack
 * could not be asked about are left to the next pass, and harm no other place.
 */
export const planPass = async (ports: PlanPorts, pass: Pass): Promise<readonly Planned[]> => {
  const scope: Scope = { workspaceId: pass.workspaceId, audience: 'everything' }
  const places = await ports.uow.read(scope, (stores) => stores.places.all())
  const { wanted, isMorning } = await ports.uow.keep(scope, (stores) => wantedNow(stores, places, pass.now))
  if (wanted.size === 0) return []
  const unpostable = new Set<PlaceSettings>()
  for (const place of places) {
    // Where the bot could not speak when it last looked, owners elsewhere may be waiting to hear.
    if (channelOf(place.home) === null || (!wanted.has(place.home) && place.postable)) continue
    const postable = await unlessSlackIsDown(() =>
      maySpeakIn(place.home, (id) => ports.directory.channel(id)),
    )
    if (postable === null) continue
    if (!postable) unpostable.add(place)
    if (postable === place.postable || pass.dryRun) continue
    if (postable) await ports.uow.keep(scope, (stores) => stores.places.change(place.home, { postable }))
    else await unlessSlackIsDown(() => fallSilent(ports, pass.workspaceId, place.home, pass.now))
  }
  const sight = sightIn(ports, pass.workspaceId)
  // Between the digests there is news alone, and nobody comes up for a day.
  const days =
    isMorning || unpostable.size > 0
      ? await ports.uow.keep(scope, ({ posts }) => posts.nearDays(nearFor(places, pass.now)))
      : []
  const near = nearDaysOf(days)
  const silence = await silenceOf(ports, scope, pass, [...unpostable], { sight, near })
  const found = { silence, sight, near }
  const inChannels = places.filter(({ home }) => channelOf(home) !== null)
  const heard = inChannels.filter((place) => wanted.has(place.home) || unpostable.has(place))
  const hearers = await hearersOf(ports, scope, pass, heard, found)
  const channels = inChannels.filter((place) => !unpostable.has(place))
  const teammates = new Map(places.filter((place) => teammateOf(place.home) !== null).map((p) => [p.home, p]))
  for (const hearer of hearers) if (!teammates.has(hearer.home)) teammates.set(hearer.home, hearer)
  const planned: Planned[] = []
  const all = [...channels, ...teammates.values()]
  // What a pass before this one came to has nothing more to be decided, and waits for the rest.
  const open = all.filter(({ home }) => wanted.has(home))
  const inTurn = all.length <= leastAtOnce ? all : [...open, ...all.filter(({ home }) => !wanted.has(home))]
  for (const [nth, place] of inTurn.entries()) {
    if (nth >= leastAtOnce && ports.isOver?.() === true) break
    if (pass.except?.has(place.home)) continue
    const post = await unlessItFails(
      () => planPlace(ports, scope, pass, place, found),
      async ({ isFault, error }) => {
        pass.onLeftOut?.(place.home)
        if (!isFault) return null
        ports.onFault?.(error)
        if (!pass.dryRun)
          await ports.uow.keep(scope, (stores) =>
            stores.troubles.note(place.home, 'refused', notComposed, pass.now),
          )
        return null
      },
    )
    if (post !== null) planned.push(post)
  }
  return planned
}

const planPlace = async (
  ports: PlanPorts,
  scope: Scope,
  { now, dryRun }: Pass,
  place: PlaceSettings,
  found: Found,
): Promise<Planned | null> => {
  if (!isWorkingTime(now, place)) return null
  const owner = teammateOf(place.home)
  const on = localDateOf(now, place.zone)
  if (owner !== null && (await ports.directory.user(owner)).standing !== 'member') return null
  const audience = await found.sight(place.home)
  const sights = await sightsAround(ports, scope, place, now, found)
  return ports.uow.keep(scope, async (stores) => {
    const { posts } = stores
    const isDigest = await isDigestOpen(stores, place, now)
    if (!isDigest && !(await isNewsTime(stores, place, now))) return null
    const due = await entriesIn(posts, { ...found, place, on, audience, sights })
    const room = Math.max(0, place.cap - (await posts.raisedOn(place.home, on)))
    const entries = inOrder(isDigest ? due.filter(isForDigest(on)) : newsAlone(due), on).slice(0, room)
    if (isDigest && !dryRun && !(await posts.fixDigest(place.home, on, now))) return null
    if (entries.length === 0) return null
    const kind = isDigest ? 'digest' : 'role-news'
    const post = { id: ports.newId(), place: place.home, kind, on, plannedAt: now } as const
    if (!dryRun) await posts.plan(post, await drafts(ports, stores, entries, audience))
    return { postId: post.id, place, kind, entries }
  })
}

/**
 * What is read wherever the visitors of a place, and those of whom a source spoke there, may be told of: Slack is asked
 * before the transaction.
 */
const sightsAround = async (
  ports: PlanPorts,
  scope: Scope,
  place: PlaceSettings,
  now: Instant,
  { silence, sight, near }: Found,
): Promise<Sights> => {
  const visiting = near.visiting(place.home, silence.homes)
  const heard = teammateOf(place.home) === null ? await heardIn(ports, scope, place) : []
  if (visiting.length === 0 && heard.length === 0) return new Map()
  const isOpen = await ports.uow.keep(scope, (stores) => isDigestOpen(stores, place, now))
  return sightsFor([...(isOpen ? visiting : []), ...heard], ports, silence, sight)
}

const heardIn = async ({ uow }: PlanPorts, scope: Scope, { home }: PlaceSettings): Promise<NearDay[]> => {
  const found = await uow.keep(scope, ({ posts }) => posts.heardIn(home))
  return found.flatMap(({ person, news, roleQuestions }) =>
    [...news, ...roleQuestions].map((piece) => ({ home: piece.home, by: piece.by, person })),
  )
}

/**
 * A first look without Slack: most beats find no place with anything to do, and cost nothing. `isMorning`: somewhere a
 * digest is to be fixed.
 */
const wantedNow = async (
  stores: KeepingStores,
  places: readonly PlaceSettings[],
  now: Instant,
): Promise<{ readonly wanted: ReadonlySet<Home>; readonly isMorning: boolean }> => {
  const withNews = new Set(await stores.posts.homesWithNews())
  const silent = places.filter((place) => !place.postable)
  const working = places.filter((place) => isWorkingTime(now, place))
  const mornings = working
    .filter((place) => isDigestTime(now, place))
    .map(({ home, zone }) => ({ place: home, on: localDateOf(now, zone), zone }))
  const fixed = await stores.posts.digestsFixed(mornings)
  const open = new Set(mornings.flatMap(({ place }) => (fixed.has(place) ? [] : [place])))
  const wanted = new Set<Home>()
  let isMorning = false
  for (const place of working) {
    const hears = teammateOf(place.home) === null ? [place] : [place, ...silent]
    const isOpen = open.has(place.home)
    if (isOpen || hears.some(({ home }) => withNews.has(home))) wanted.add(place.home)
    isMorning ||= isOpen
  }
  return { wanted, isMorning }
}

const isDigestOpen = async ({ posts }: KeepingStores, place: PlaceSettings, now: Instant): Promise<boolean> =>
  isDigestTime(now, place) && !(await posts.digestFixed(place.home, localDateOf(now, place.zone)))

const isNewsTime = async ({ posts }: KeepingStores, place: PlaceSettings, now: Instant): Promise<boolean> => {
  const last = await posts.lastPlanned(place.home, 'role-news')
  // A clock that was set back must not silence the news for longer than the gap.
  return last === null || Math.abs(Date.parse(now) - Date.parse(last)) >= newsGapMs
}

/** Whoever was introduced or given a rhythm today waits for the next morning, whatever there is to tell of them. */
const isForDigest =
  (on: LocalDate) =>
  ({ facts }: Entry): boolean =>
    !isOfToday(facts.person, on)

/** Those with news, or of whose role something is to be asked; many at once are left for the digest. */
const newsAlone = (due: readonly Entry[]): Entry[] => {
  const withNews = due.filter((entry) => entry.reasons.some(isOfRoles))
  return withNews.length > newsInBulk ? [] : withNews
}

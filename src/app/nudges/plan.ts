import {
  type Audience,
  channelOf,
  type Home,
  maySee,
  maySeePerson,
  teammateHome,
  teammateOf,
} from '../../domain/audience.js'
import { type Instant, type LocalDate, localDateOf } from '../../domain/local-time.js'
import { decide, type Entry, inOrder, isNews, newsInBulk } from '../../domain/nudge-policy.js'
import { type Question, questionFor } from '../../domain/question.js'
import { isDigestTime, isWorkingTime } from '../../domain/working-time.js'
import { type AskerPorts, audienceOf, audienceOfPlace } from '../asker.js'
import type { KeepingStores, NewId, PlaceSettings, Scope } from '../ports.js'
import type { Candidate, NudgeDraft } from '../post-ports.js'
import { unlessSlackIsDown } from '../unless-slack-is-down.js'
import { maySpeakIn } from './speakable.js'

export type PlanPorts = AskerPorts & { readonly newId: NewId; readonly questions: readonly Question[] }

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
  /** Told of each place that could not be planned for, because Slack could not be asked just now. */
  readonly onLeftOut?: (place: Home) => void
}

/** News goes out at most this often in one place. */
const newsGapMs = 60 * 60 * 1000

/**
 * One pass over a workspace: fixes the digests whose time has come and plans the news in between. Places that Slack
 * could not be asked about are left to the next pass, and harm no other place.
 */
export const planPass = async (ports: PlanPorts, pass: Pass): Promise<readonly Planned[]> => {
  const scope: Scope = { workspaceId: pass.workspaceId, audience: 'everything' }
  const places = await ports.uow.read(scope, (stores) => stores.places.all())
  const wanted = await ports.uow.keep(scope, (stores) => wantedNow(stores, places, pass.now))
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
    if (postable !== place.postable && !pass.dryRun)
      await ports.uow.keep(scope, (stores) => stores.places.change(place.home, { postable }))
  }
  const owners = await ownersIn(ports, scope, [...unpostable], pass)
  const channels = places.filter((place) => channelOf(place.home) !== null && !unpostable.has(place))
  const teammates = new Map(places.filter((place) => teammateOf(place.home) !== null).map((p) => [p.home, p]))
  for (const owner of owners) if (!teammates.has(owner.home)) teammates.set(owner.home, owner)
  const silent = [...unpostable].map((place) => place.home)
  const planned: Planned[] = []
  for (const place of [...channels, ...teammates.values()]) {
    const homes = teammateOf(place.home) === null ? [] : silent
    const post = await unlessSlackIsDown(
      () => planPlace(ports, scope, pass, place, homes),
      () => pass.onLeftOut?.(place.home),
    )
    if (post !== null) planned.push(post)
  }
  return planned
}

/** The owners who hear by DM of people introduced where the bot cannot speak. */
const ownersIn = async (
  { uow, directory }: PlanPorts,
  scope: Scope,
  silent: readonly PlaceSettings[],
  pass: Pass,
): Promise<PlaceSettings[]> => {
  const owners = new Map<string, PlaceSettings>()
  for (const place of silent) {
    const dueBy = localDateOf(pass.now, place.zone)
    const candidates = await uow.keep(scope, ({ posts }) => posts.candidates({ homes: [place.home], dueBy }))
    for (const { person } of candidates) {
      if (owners.has(person.ownerId)) continue
      const home = teammateHome(person.ownerId)
      const owner = await unlessSlackIsDown(
        () => directory.user(person.ownerId),
        () => pass.onLeftOut?.(place.home),
      )
      if (owner === null) continue
      const { zone } = owner
      const settings = pass.dryRun
        ? await uow.read(scope, (stores) => stores.places.get(home))
        : await uow.keep(scope, (stores) => stores.places.know(home, zone))
      owners.set(
        person.ownerId,
        settings ?? { ...place, home, zone: zone ?? 'UTC', zoneUntold: zone === null },
      )
    }
  }
  return [...owners.values()]
}

const planPlace = async (
  ports: PlanPorts,
  scope: Scope,
  { now, dryRun }: Pass,
  place: PlaceSettings,
  silent: readonly PlaceSettings['home'][],
): Promise<Planned | null> => {
  if (!isWorkingTime(now, place)) return null
  const owner = teammateOf(place.home)
  const on = localDateOf(now, place.zone)
  if (owner !== null && (await ports.directory.user(owner)).standing !== 'member') return null
  const audience =
    owner === null
      ? await audienceOfPlace(ports, scope.workspaceId, place.home)
      : await audienceOf(ports, scope.workspaceId, owner)
  return ports.uow.keep(scope, async (stores) => {
    const { posts } = stores
    const isDigest = isDigestTime(now, place) && !(await posts.digestFixed(place.home, on))
    if (!isDigest && !(await isNewsTime(stores, place, now))) return null
    const candidates = [...(await posts.candidates({ homes: [place.home], dueBy: on }))]
    if (owner !== null && silent.length > 0)
      candidates.push(...(await posts.candidates({ homes: silent, ownerId: owner, dueBy: on })))
    const due = entriesOf(candidates, audience, on, place)
    const room = Math.max(0, place.cap - (await posts.raisedOn(place.home, on)))
    const entries = inOrder(isDigest ? due : newsAlone(due), on).slice(0, room)
    if (isDigest && !dryRun && !(await posts.fixDigest(place.home, on, now))) return null
    if (entries.length === 0) return null
    const kind = isDigest ? 'digest' : 'role-news'
    const post = { id: ports.newId(), place: place.home, kind, on, plannedAt: now } as const
    if (!dryRun) await posts.plan(post, await drafts(ports, stores, entries))
    return { postId: post.id, place, kind, entries }
  })
}

/** A first look without Slack: most beats find no place with anything to do, and cost nothing. */
const wantedNow = async (
  { posts }: KeepingStores,
  places: readonly PlaceSettings[],
  now: Instant,
): Promise<ReadonlySet<Home>> => {
  const withNews = new Set(await posts.homesWithNews())
  const silent = places.filter((place) => !place.postable)
  const wanted = new Set<Home>()
  for (const place of places) {
    if (!isWorkingTime(now, place)) continue
    const hears = teammateOf(place.home) === null ? [place] : [place, ...silent]
    const isDigest =
      isDigestTime(now, place) && !(await posts.digestFixed(place.home, localDateOf(now, place.zone)))
    if (isDigest || hears.some(({ home }) => withNews.has(home))) wanted.add(place.home)
  }
  return wanted
}

const isNewsTime = async ({ posts }: KeepingStores, place: PlaceSettings, now: Instant): Promise<boolean> => {
  const last = await posts.lastPlanned(place.home, 'role-news')
  // A clock that was set back must not silence the news for longer than the gap.
  return last === null || Math.abs(Date.parse(now) - Date.parse(last)) >= newsGapMs
}

const entriesOf = (
  candidates: readonly Candidate[],
  audience: Audience,
  on: LocalDate,
  place: PlaceSettings,
): Entry[] =>
  candidates
    .filter(({ person }) => maySeePerson(audience, person))
    .map((facts) =>
      decide({ ...facts, news: facts.news.filter((piece) => maySee(audience, piece)) }, on, place),
    )
    .filter((entry) => entry !== null)

/** Those with news; many at once are left for the digest. */
const newsAlone = (due: readonly Entry[]): Entry[] => {
  const withNews = due.filter((entry) => entry.reasons.some(isNews))
  return withNews.length > newsInBulk ? [] : withNews
}

const drafts = async (
  { newId, questions }: PlanPorts,
  { notes, journal }: KeepingStores,
  entries: readonly Entry[],
): Promise<NudgeDraft[]> => {
  const plannedSeq = await journal.length()
  const made: NudgeDraft[] = []
  for (const { facts, reasons, times } of entries) {
    const asked = facts.nudges.map((nudge) => nudge.questionId).filter((id) => id !== null)
    // One question is not read twice in one post.
    const fresh = questions.filter(({ id }) => !made.some((draft) => draft.questionId === id))
    const question = questionFor(fresh, facts.person.name, await notes.facetsOf(facts.person.id), asked)
    made.push({
      id: newId(),
      personId: facts.person.id,
      reasons,
      times,
      questionId: question?.id ?? null,
      plannedSeq,
    })
  }
  return made
}

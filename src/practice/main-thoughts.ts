import { TZDate } from '@date-fns/tz'
import { v7 as sortableId } from 'uuid'
import type { Planned } from '../app/nudges/plan.js'
import { composeScheduler } from '../compose/by-hand.js'
import type { Config } from '../config.js'
import { type Audience, channelHome, channelOf, teammateHome, teammateOf } from '../domain/audience.js'
import { rhythmText } from '../domain/cadence.js'
import { daysBetween, instantOf, localDateOf } from '../domain/local-time.js'
import { fold } from '../domain/names.js'
import type { ReasonKind } from '../domain/nudge.js'
import type { Entry } from '../domain/nudge-policy.js'
import type { Log } from '../logging.js'
import { openStore } from '../store/open-store.js'
import type { MovingClock } from './moving-clock.js'
import { stepFrom } from './page/clock-steps.js'
import type { Next } from './page/wire.js'
import type { PracticeSlack } from './slack.js'
import { isFullMember } from './world/user.js'

const mostNames = 8
const mostMornings = 12
const mostPosts = 3

/** What the page asks of the bot's mind without the bot: whom it knows, and whom it would bring up next. */
export type Thoughts = {
  readonly next: () => Promise<readonly Next[]>
  readonly names: (userId: string, typed: string) => Promise<readonly string[]>
  readonly close: () => Promise<void>
}

export type ThoughtsOptions = {
  readonly slack: PracticeSlack
  readonly config: Config
  readonly log: Log
  readonly clock: MovingClock
  readonly zone: string
}

/** Looks into the bot's database from outside; writes nothing. Rejects when it cannot be opened. */
export const openThoughts = async ({
  slack,
  config,
  log,
  clock,
  zone,
}: ThoughtsOptions): Promise<Thoughts> => {
  const scheduler = await composeScheduler({ config, log })
  if ('problem' in scheduler) throw new Error(scheduler.problem)
  const store = await openStore(config.databaseUrl, { newId: sortableId, encryption: config.encryption })
  return {
    next: async () => {
      const found = new Map<string, Next>()
      const now = clock.now()
      // Each morning is thought of as if nothing were posted before it, so only a place's first post is right.
      let at = now
      for (let morning = 0; morning < mostMornings && found.size < mostPosts; morning++) {
        for (const planned of await scheduler.dryRun(instantOf(at)))
          if (!found.has(planned.place.home)) found.set(planned.place.home, nextOf(slack, planned, at, now))
        at = stepFrom(at, 'morning', zone)
      }
      return [...found.values()]
    },
    names: async (userId, typed) => {
      if (!isFullMember(slack.people.get(userId))) return []
      const scope = { workspaceId: slack.teamId, audience: audienceOf(slack, userId) }
      const people = await store.uow.read(scope, (stores) => stores.people.beginning(fold(typed), mostNames))
      return people.map(({ name }) => name)
    },
    close: async () => {
      await scheduler.close()
      await store.close()
    },
  }
}

/** What this teammate may see, from the workspace itself: what is complete to them must not tell more than a card. */
const audienceOf = (slack: PracticeSlack, userId: string): Audience => {
  const channels = slack.places
    .all()
    .filter(({ kind, extShared, pendingExtShared }) => kind !== 'im' && !extShared && !pendingExtShared)
    .filter(({ kind, members }) => kind === 'public' || (members.has(userId) && members.has(slack.botUserId)))
  return {
    userId,
    homes: [...channels.map(({ id }) => channelHome(id)), teammateHome(userId)],
    authoredHomes: [],
  }
}

const nextOf = (slack: PracticeSlack, { place, kind, entries }: Planned, seenAt: Date, now: Date): Next => {
  const { zone, digestHour, home } = place
  const local = new TZDate(seenAt.getTime(), zone)
  const digestAt = new TZDate(local.getFullYear(), local.getMonth(), local.getDate(), digestHour, zone)
  const isDigest = kind === 'digest'
  const at = isDigest ? Math.max(digestAt.getTime(), now.getTime()) : seenAt.getTime()
  return {
    channelId: channelOf(home) ?? slack.places.dm(teammateOf(home) ?? '').id,
    at: new Date(at).toISOString(),
    what: isDigest ? 'morning digest' : 'news of roles',
    people: entries.map((entry) => ({
      name: entry.facts.person.name,
      why: whyOf(entry, localDateOf(instantOf(seenAt), zone)),
    })),
  }
}

/** Every reason but silence, in a few words: what it is about stands in the post itself. */
const inShort: Readonly<Record<Exclude<ReasonKind, 'quiet'>, string>> = {
  trigger: 'something is coming for them',
  promise: 'a promise of ours is due',
  date: 'a day to remember',
  'new-role': 'has a new role',
  left: 'has left',
  'role-question': 'is it so that their role changed?',
  step: 'their next step is due',
}

const whyOf = ({ reasons, facts }: Entry, today: string): string =>
  reasons.map(({ kind }) => (kind === 'quiet' ? quietFor(facts, today) : inShort[kind])).join('; ')

const quietFor = ({ lastContactOn, person }: Entry['facts'], today: string): string => {
  const rhythm = person.rhythm === 'never' ? '' : `, rhythm: ${rhythmText(person.rhythm)}`
  return lastContactOn === null
    ? `nobody has spoken with them yet${rhythm}`
    : `quiet for ${daysBetween(lastContactOn, today)} days${rhythm}`
}

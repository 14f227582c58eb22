import { channelOf, teammateOf } from '../../domain/audience.js'
import { observedAtOf } from '../../domain/live-source.js'
import { type Instant, localDateOf } from '../../domain/local-time.js'
import type { Person } from '../../domain/person.js'
import { act } from '../acting.js'
import { type Asker, audienceOf, audienceOfPlace, placeOf } from '../asker.js'
import { ok } from '../outcome.js'
import type { InboxEntry } from '../ports/sources.js'
import type { Directory, NewId, Scope, UnitOfWork } from '../ports.js'
import { hear } from '../role-changes/hear.js'
import { unlessSlackIsDown } from '../unless-slack-is-down.js'
import { type Meant, whomItMeans } from './whom.js'

export type CarryOutPorts = {
  readonly uow: UnitOfWork
  readonly directory: Directory
  readonly newId: NewId
  readonly realClock: () => Instant
}

const atOnce = 50

/**
 * Carries out what live sources have said in full by now, and what was held of people who are known since. Answers about
 * how many. Interrupted, or where `isOver` says so before one of them, it goes on with the next beat, and nothing happens
 * twice.
 */
export const carryOut = async (
  ports: CarryOutPorts,
  workspaceId: string,
  now: Instant,
  isOver: () => boolean = () => false,
): Promise<number> => {
  const { uow, realClock } = ports
  const scope: Scope = { workspaceId, audience: 'everything' }
  let done = 0
  for (;;) {
    const ready = await uow.read(scope, ({ sources }) => sources.ready(now, atOnce))
    let wasStuck = false
    for (const entry of ready) {
      if (isOver()) return done
      if (await carryOutOne(ports, workspaceId, now, entry)) done++
      else wasStuck = true
    }
    // Slack could not be asked who reads along: the next beat tries again.
    if (ready.length < atOnce || wasStuck) break
  }
  for (let after = ''; ; ) {
    const known = await uow.read(scope, ({ sources }) => sources.heldAndKnown(after, atOnce))
    for (const entry of known) {
      if (isOver()) return done
      if (await carryOutOne(ports, workspaceId, now, entry)) done++
    }
    after = known.at(-1)?.id ?? ''
    if (known.length < atOnce) break
  }
  await uow.keep(scope, ({ sources }) => sources.sweep(now, realClock()))
  return done
}

/** False where it is left to the next beat. */
const carryOutOne = async (
  ports: CarryOutPorts,
  workspaceId: string,
  now: Instant,
  entry: InboxEntry,
): Promise<boolean> => {
  const scope: Scope = { workspaceId, audience: 'everything' }
  const { meant, zones } = await ports.uow.read(scope, async (stores) => ({
    meant: await whomItMeans(stores, entry),
    zones: new Map((await stores.places.all()).map(({ home, zone }) => [home, zone])),
  }))
  for (const person of meant.people) {
    const zone = zones.get(person.home) ?? 'UTC'
    const isHeard = await hearOf(ports, { workspaceId, now, zone, entry, person, meant })
    if (!isHeard) return false
  }
  await ports.uow.keep(scope, ({ sources }) =>
    meant.people.length === 0 ? sources.hold(entry) : sources.done(entry),
  )
  return true
}

const hearOf = async (
  ports: CarryOutPorts,
  about: {
    readonly workspaceId: string
    readonly now: Instant
    readonly zone: string
    readonly entry: InboxEntry
    readonly person: Person
    readonly meant: Meant
  },
): Promise<boolean> => {
  const { workspaceId, now, zone, entry, person, meant } = about
  const { source, key, title, company } = entry
  const by = `source:${source}`
  const known = await unlessSlackIsDown(() => placeFor(ports, workspaceId, person))
  if (known === null) return false
  const asker: Asker = {
    workspaceId,
    userId: by,
    name: by,
    admin: false,
    zone,
    zoneGiven: null,
    at: now,
    today: localDateOf(now, zone),
    ...known,
    openToAll: [],
    isPartlyBlind: false,
    cause: `${by.split(':', 2).join(':')}:${entry.id}:${entry.turn}:${person.id}`,
  }
  await act(ports, asker, 'heard-role', person.id, async (stores) => {
    // A teammate's own place may not be known yet; it is taken to keep the hours of the person's home.
    await stores.places.know(known.place.home, zone)
    const heard = await hear(stores, ports, {
      personId: person.id,
      home: known.place.home,
      by,
      at: now,
      today: asker.today,
      source,
      key,
      title: title?.text ?? null,
      company: company?.text ?? null,
      observedAt: observedAtOf(entry) ?? now,
      words: source === 'slack' ? (title?.text ?? null) : null,
      baseline: 'known',
      sure: meant.sure,
    })
    return ok(heard)
  })
  return true
}

/**
 * Where what a source says of somebody is known: in their home, or, where that is closed to all but authors, to their owner.
 */
const placeFor = async (
  ports: CarryOutPorts,
  workspaceId: string,
  { home, ownerId }: Person,
): Promise<Pick<Asker, 'place' | 'audience'>> => {
  const channelId = channelOf(home)
  const facts = channelId === null ? null : await ports.directory.channel(channelId)
  const place = placeOf(facts, teammateOf(home) ?? ownerId)
  const isTheirs = place.home === home
  const audience = isTheirs
    ? await audienceOfPlace(ports, workspaceId, home)
    : await audienceOf(ports, workspaceId, ownerId)
  return { place, audience }
}

import fc from 'fast-check'
import { expect, it } from 'vitest'
import { scopeOf } from '../../src/app/asker.js'
import { anOffice, type Office } from '../app/office.js'
import { type DeedName, deeds, type Known, places, teammates } from './deeds.js'
import { Ledger, wordsIn } from './ledger.js'

type Teammate = (typeof teammates)[number]
type Sights = Readonly<Record<Teammate, ReadonlySet<string>>>
type ChannelId = Exclude<(typeof places)[number], null>
type Channels = Record<
  ChannelId,
  { kind: 'public' | 'private'; shared: boolean; botIsIn: boolean; members: Set<string> }
>

/** What happens in Slack. Only who comes in may see more by it, and what they wrote themselves is theirs. */
const happenings = ['join', 'leave', 'share', 'botLeaves', 'becomesPrivate'] as const
const step = fc.record({
  what: fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom(...(Object.keys(deeds) as DeedName[])) },
    { weight: 2, arbitrary: fc.constantFrom(...happenings) },
  ),
  who: fc.constantFrom(...teammates),
  where: fc.constantFrom(...places),
  about: fc.nat(9),
  other: fc.constantFrom(...teammates),
  place: fc.constantFrom(...places),
  pick: fc.nat(30),
})
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

/**
 * Those who come and go: somebody is moved or handed on, one of two leaves, the other writes about them, and then the place
 * is closed or opened, or the one who left takes something back. Now and then something else happens in between.
 */
const comingAndGoing = fc
  .record({
    moved: fc.boolean(),
    handed: fc.boolean(),
    leaver: fc.constantFrom('UANA' as const, 'UBEN' as const),
    turn: fc.constantFrom('share' as const, 'botLeaves' as const, 'undo' as const),
    between: step,
    at: fc.nat(9),
  })
  .map(({ moved, handed, leaver, turn, between, at }): Step[] => {
    const writer = leaver === 'UANA' ? 'UBEN' : 'UANA'
    const here = { where: 'QUIET', about: moved ? 0 : 1, place: 'QUIET', pick: 0 } as const
    const steps: Step[] = [
      ...(moved ? [{ ...here, what: 'home', who: 'UANA', other: 'UANA' } as const] : []),
      ...(handed ? [{ ...here, what: 'hand', who: 'UANA', other: 'UBEN' } as const] : []),
      { ...here, what: 'leave', who: writer, other: leaver },
      { ...here, what: 'prefer', who: writer, other: leaver },
      { ...here, where: turn === 'undo' ? 'CUSTOMERS' : 'QUIET', what: turn, who: leaver, other: leaver },
    ]
    return at > steps.length ? steps : steps.toSpliced(at, 0, between)
  })
const sequences: fc.Arbitrary<Step[]> = fc.oneof(
  fc.array(step, { minLength: 4, maxLength: 12 }),
  comingAndGoing,
)
const isDeed = (what: Step['what']): what is DeedName => Object.hasOwn(deeds, what)

it('no sequence of acts shows a thing to more people, unless somebody who could see it shows it', async () => {
  let carriedOut = 0
  await fc.assert(
    fc.asyncProperty(sequences, async (steps) => {
      carriedOut += await neverWidens(steps)
    }),
    { numRuns: Number(process.env.VISIBILITY_RUNS ?? 24) },
  )
  expect(carriedOut).toBeGreaterThan(60)
}, 300_000)

/** Carries out what happens, and looks after each step at what everybody sees; answers how much was done. */
const neverWidens = async (steps: readonly Step[]): Promise<number> => {
  const office = await anOffice()
  office.user('UCAS', {})
  const channels: Channels = {
    CUSTOMERS: { kind: 'public', shared: false, botIsIn: true, members: new Set(teammates) },
    QUIET: { kind: 'private', shared: false, botIsIn: true, members: new Set(['UANA', 'UBEN']) },
    DEN: { kind: 'private', shared: false, botIsIn: true, members: new Set(['UBEN', 'UCAS']) },
  }
  const tellSlack = () => {
    for (const [id, { kind, shared, botIsIn, members }] of Object.entries(channels))
      office.channel(id, { kind: kind === 'private' && !botIsIn ? 'hidden' : kind, shared, botIsIn }, [
        ...members,
      ])
  }
  tellSlack()
  const ledger = new Ledger('never wider')
  const known: Known = { people: [], entries: [], questions: [] }
  const doing = async (each: Step) => {
    const asker = await office.asker(each.who, each.where)
    const fresh = () => ledger.plant(each.what, '', asker.place.home, each.who)
    return {
      office,
      asker,
      known,
      fresh,
      ...idsOf(known, each),
      other: each.other,
      place: each.place,
      pick: each.pick,
    }
  }
  // Somebody is known to begin with, in each place.
  for (const [who, where] of beginnings) {
    await deeds.add.go(await doing({ ...beginning, who, where }))
    const about = known.people.length - 1
    await deeds.note.go(await doing({ ...beginning, who, where, about }))
  }
  let before = await sights(office, known)
  const ever: Record<Teammate, Set<string>> = { UANA: new Set(), UBEN: new Set(), UCAS: new Set() }
  for (const [n, each] of steps.entries()) {
    for (const reader of teammates) for (const word of before[reader]) ever[reader].add(word)
    const old = new Set(ledger.pieces.keys())
    if (isDeed(each.what)) await deeds[each.what].go(await doing(each))
    else happens(channels, each)
    tellSlack()
    const now = await sights(office, known)
    for (const reader of teammates)
      for (const word of now[reader]) {
        if (before[reader].has(word)) continue
        const how = `step ${n}, ${each.what} by ${each.who} in ${each.where}: ${reader} comes to see what was typed by ${JSON.stringify(ledger.pieces.get(word))}`
        expect(mayCome({ each, reader, word, isOld: old.has(word), ledger, ever, channels }), how).toBe(true)
      }
    before = now
  }
  return steps.length
}

const beginnings = [
  ['UANA', 'CUSTOMERS'],
  ['UANA', 'QUIET'],
  ['UCAS', 'DEN'],
  ['UBEN', null],
] as const
const beginning = { what: 'add', about: 0, other: 'UANA', place: null, pick: 0 } as const

const idsOf = ({ people }: Known, { about, pick }: Pick<Step, 'about' | 'pick'>) => {
  const nth = (n: number): string => people[n % Math.max(1, people.length)] ?? 'nobody'
  return { personId: nth(about), otherId: nth(about + 1 + (pick % 5)) }
}

type Coming = {
  readonly each: Step
  readonly reader: Teammate
  readonly word: string
  readonly isOld: boolean
  readonly ledger: Ledger
  readonly ever: Readonly<Record<Teammate, ReadonlySet<string>>>
  readonly channels: Channels
}
/** Whether somebody may come to see a word by a step. */
const mayCome = ({ each, reader, word, isOld, ledger, ever, channels }: Coming): boolean => {
  const { what, who, where } = each
  const piece = ledger.pieces.get(word)
  if (!isDeed(what)) return (what === 'join' && reader === each.other) || piece?.by === reader
  if (isOld) return deeds[what].widens && ever[who].has(word)
  if (reader === who) return true
  // What is typed now is for those who may see the place that it is typed in.
  const place = where === null ? null : channels[where]
  if (place === null || place.shared) return false
  if (place.kind === 'public') return true
  return place.botIsIn && place.members.has(reader) && place.members.has(who)
}

const happens = (channels: Channels, { what, where, place, other }: Step): void => {
  const channel = channels[where ?? place ?? 'QUIET']
  if (what === 'join') channel.members.add(other)
  if (what === 'leave') channel.members.delete(other)
  if (what === 'share') channel.shared = true
  if (what === 'botLeaves') channel.botIsIn = false
  if (what === 'becomesPrivate') channel.kind = 'private'
}

/** Every planted word that each teammate can come to read, by whatever they ask. */
const sights = async (office: Office, known: Known): Promise<Sights> => {
  const of = async (userId: Teammate) => wordsIn(await allSeenBy(office, known, userId))
  const [UANA, UBEN, UCAS] = [await of('UANA'), await of('UBEN'), await of('UCAS')]
  return { UANA, UBEN, UCAS }
}

const allSeenBy = async (office: Office, { people: ids }: Known, userId: Teammate): Promise<string> => {
  const asker = await office.asker(userId, null)
  const all = { limit: 200, offset: 0 }
  return office.uow.read(scopeOf(asker), async (stores) => {
    const { people, notes, interactions, commitments, keyDates, openQuestions, ties } = stores
    const owned = await people.ownedBy(userId, all)
    const coming = (await people.comingUp(all)).map(({ person }) => person)
    const told: unknown[] = [
      owned,
      coming,
      await people.names(ids),
      await stores.news.recent(100),
      await stores.roleQuestions.recent(100),
    ]
    for (const id of new Set([...ids, ...[...owned, ...coming].map((person) => person.id)])) {
      const person = await people.get(id)
      // Entries of somebody who does not exist for the asker are not there either.
      told.push(
        person,
        await stores.roles.of(id),
        await stores.news.of(id),
        await stores.roleQuestions.of(id),
      )
      for (const kept of [notes, interactions, commitments, keyDates, openQuestions, ties])
        told.push(await kept.of(id, all))
      if (person !== null) continue
      told.push(await stores.merges.of(id))
    }
    return JSON.stringify(told)
  })
}

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Audience,
  channelHome,
  type Home,
  maySee,
  maySeePerson,
  teammateHome,
  teammateOf,
} from '../../src/domain/audience.js'
import {
  homeAfter,
  isAsWide,
  isSeenWith,
  missingIn,
  takenFurther,
  withoutTaken,
  withTaken,
} from '../../src/domain/merge.js'
import { aPerson } from './people.js'

const everywhere = channelHome('CPUBLIC')
const [red, blue] = [channelHome('CRED'), channelHome('CBLUE')]
const shared = channelHome('CSHARED')
const team = ['UANA', 'UBEN', 'UCAT'] as const
type Teammate = (typeof team)[number]

/** Who is in the two closed channels; the public one is open to all, and in the shared one each sees their own. */
const members = fc.record({ red: fc.subarray([...team]), blue: fc.subarray([...team]) })
type Members = typeof members extends fc.Arbitrary<infer M> ? M : never
const audienceOf = (userId: Teammate, { red: inRed, blue: inBlue }: Members): Audience => ({
  userId,
  homes: [
    everywhere,
    teammateHome(userId),
    ...(inRed.includes(userId) ? [red] : []),
    ...(inBlue.includes(userId) ? [blue] : []),
  ],
  authoredHomes: [shared],
})
const sight = { openToAll: [everywhere], authoredHomes: [shared] }

const teammate = fc.constantFrom(...team)
const home = fc.constantFrom<Home>(everywhere, red, blue, shared, ...team.map(teammateHome))
/** What is one teammate's alone, they wrote. */
const homed = fc
  .record({ home, by: teammate })
  .filter((each) => teammateOf(each.home) === null || each.home === teammateHome(each.by))
const person = fc.record({ home, by: teammate, ownerId: teammate })
/** The asker sees both: whoever does not, merges nobody. */
const office = fc
  .record({ members, first: person, second: person, asker: teammate })
  .filter(({ members: who, first, second, asker }) => {
    const audience = audienceOf(asker, who)
    return maySeePerson(audience, first) && maySeePerson(audience, second)
  })

describe('who sees what after two people were merged', () => {
  it('is never more than before, wherever either lives and whatever was typed where', () => {
    fc.assert(
      fc.property(office, homed, ({ members: who, first, second }, entry) => {
        const after = { ...entry, home: homeAfter(entry, first, second, sight) }
        for (const userId of team) {
          const audience = audienceOf(userId, who)
          const sawBefore = maySee(audience, entry) && maySeePerson(audience, second)
          const seesAfter = maySee(audience, after) && maySeePerson(audience, first)
          // Whoever wrote a thing knows it.
          if (seesAfter && userId !== entry.by) expect(sawBefore).toBe(true)
        }
      }),
      { numRuns: 2_000 },
    )
  })

  it('is the same for whoever saw both, but where two closed places were needed at once', () => {
    fc.assert(
      fc.property(office, homed, ({ members: who, first, second }, entry) => {
        const after = { ...entry, home: homeAfter(entry, first, second, sight) }
        fc.pre(![entry.home, first.home, second.home].includes(shared))
        const needed = [entry.home, second.home].filter((each) => each !== everywhere && each !== first.home)
        fc.pre(new Set(needed).size < 2)
        for (const userId of team) {
          const audience = audienceOf(userId, who)
          const seesBoth = maySeePerson(audience, first) && maySeePerson(audience, second)
          if (seesBoth) expect(maySee(audience, after)).toBe(maySee(audience, entry))
        }
      }),
      { numRuns: 2_000 },
    )
  })

  it('leaves a thing in the home it had, unless that home was not enough to see it', () => {
    const [frank, francis] = [aPerson({ home: everywhere }), aPerson({ home: red })]
    const by = 'UANA'
    expect(homeAfter({ home: red, by }, frank, francis, sight)).toBe(red)
    expect(homeAfter({ home: teammateHome(by), by }, frank, francis, sight)).toBe(teammateHome(by))
    expect(homeAfter({ home: everywhere, by }, frank, francis, sight)).toBe(red)
    expect(homeAfter({ home: blue, by }, frank, francis, sight)).toBe(teammateHome(by))
    expect(homeAfter({ home: everywhere, by }, francis, frank, sight)).toBe(everywhere)
  })

  it('takes fields over only where all who know the one know the other', () => {
    fc.assert(
      fc.property(office, ({ members: who, first, second, asker }) => {
        fc.pre(isSeenWith(first, second, sight))
        for (const userId of team) {
          const audience = audienceOf(userId, who)
          // Where somebody is known to one teammate alone, that is the asker.
          if (first.home === teammateHome(userId) && userId !== asker) continue
          if (maySeePerson(audience, first)) expect(maySeePerson(audience, second)).toBe(true)
        }
      }),
      { numRuns: 2_000 },
    )
  })

  it('drops the one of two doubles that is seen by no more people than the other', () => {
    fc.assert(
      fc.property(members, homed, homed, (who, one, other) => {
        fc.pre(isAsWide(one, other, sight))
        for (const userId of team) {
          const audience = audienceOf(userId, who)
          if (maySee(audience, other)) expect(maySee(audience, one)).toBe(true)
        }
      }),
    )
  })
})

describe('what is taken over', () => {
  const frank = aPerson({ addresses: ['frank@acme.example'], slackUserId: null, prefers: 'text' })
  const francis = aPerson({
    addresses: ['https://Acme.example/frank', 'FRANK@acme.example'],
    slackUserId: 'UF',
    prefers: 'calls',
  })

  it('is what was missing, each address once, and goes again without what was put right since', () => {
    const taken = missingIn(frank, francis)
    expect(taken).toEqual({
      addresses: ['https://Acme.example/frank'],
      slackUserId: 'UF',
      prefers: null,
      met: false,
    })
    const both = { ...frank, ...withTaken(frank, taken) }
    expect(both).toMatchObject({
      addresses: ['frank@acme.example', 'https://Acme.example/frank'],
      slackUserId: 'UF',
      prefers: 'text',
    })
    expect({ ...both, ...withoutTaken(both, taken) }).toEqual(frank)
    const since = { ...both, addresses: [...both.addresses, '555 0134'], slackUserId: 'UG' }
    expect(withoutTaken(since, taken)).toMatchObject({
      addresses: ['frank@acme.example', '555 0134'],
      slackUserId: 'UG',
    })
  })

  it('is taken further only as far as a third took it', () => {
    const taken = missingIn(frank, francis)
    const third = aPerson({ addresses: ['acme.example/frank'], slackUserId: null })
    const next = missingIn(third, { ...frank, ...withTaken(frank, taken) })
    expect(takenFurther(taken, next)).toEqual({ addresses: [], slackUserId: 'UF', prefers: null, met: false })
  })

  it('is that somebody was met, where nobody had met the one', () => {
    const someone = aPerson({ offstage: true })
    const taken = missingIn(someone, frank)
    expect(withTaken(someone, taken).offstage).toBe(false)
    expect(withoutTaken({ ...someone, offstage: false }, taken).offstage).toBe(true)
  })
})

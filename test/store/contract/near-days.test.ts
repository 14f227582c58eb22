import { expect, it } from 'vitest'
import type { NearPeople, Posts } from '../../../src/app/ports/posts.js'
import { type Home, teammateHome } from '../../../src/domain/audience.js'
import { plusDays } from '../../../src/domain/local-time.js'
import type { Person } from '../../../src/domain/person.js'
import { occasionOf } from '../../../src/domain/reasons/occasion.js'
import { draft, post } from './drafts.js'
import { ana, ben, customers, onEachEngine, secret, today, type Workspace } from './workspace.js'

const promises = async (here: Workspace, person: Person, dueOn: string | null, home: Home = customers) => {
  const promise = here.promise(person, `by ${dueOn}`, { dueOn, home })
  await here.does(ana, ({ commitments }) => commitments.add(promise))
  return promise
}
const remembers = async (here: Workspace, person: Person, monthDay: string, given: object = {}) => {
  const date = here.keyDate(person, monthDay, { monthDay, ...given })
  await here.does(ana, ({ keyDates }) => keyDates.add(date))
  return date
}
const later = '2027-06-01'
/** Whom a pass on that day finds something about, with a weekend behind it. */
const nearOn = async (posts: Posts, on: string, rest = 2): Promise<NearPeople> => {
  const days = await posts.nearDays({ from: on, to: on, rest })
  return { people: [...new Set(days.map(({ person }) => person.id))], rest }
}

onEachEngine('candidates with a day at hand', (workspace) => {
  const found = (
    here: Workspace,
    homes: readonly Home[] = [customers],
    on: string = today,
    ownerId?: string,
  ) =>
    here.keep(async ({ posts }) => {
      const near = await nearOn(posts, on)
      return posts.candidates({ homes, dueBy: on, near, ...(ownerId === undefined ? {} : { ownerId }) })
    })
  const texts = async (here: Workspace, on: string = today) =>
    (await found(here, [customers], on))
      .flatMap(({ commitments, dates }) => [...commitments, ...dates])
      .map(({ text }) => text)

  it('are those with an open promise or step due by then, or in the days off that follow', async () => {
    const here = workspace()
    const frank = await here.knows('Frank Ortiz', { firstDueOn: later })
    await here.knows('Lily Chen', { firstDueOn: later })
    await promises(here, frank, null)
    await promises(here, frank, plusDays(today, 3))
    expect(await found(here)).toEqual([])
    const near = await promises(here, frank, plusDays(today, 2))
    const late = await promises(here, frank, '2025-01-01')
    expect(await found(here)).toEqual([
      {
        person: frank,
        lastContactOn: null,
        dueOn: later,
        news: [],
        roleQuestions: [],
        commitments: [late, near],
        dates: [],
        nudges: [],
      },
    ])
    await here.does(ana, ({ commitments }) =>
      commitments.change(late.id, { closed: { as: 'kept', on: today, by: ana } }),
    )
    expect((await found(here))[0]?.commitments).toEqual([near])
    expect(await found(here, [secret])).toEqual([])
    expect(await found(here, [customers], today, ben)).toEqual([])
    await here.does(ana, ({ people }) => people.change(frank.id, { ownerId: ben }))
    expect(await found(here, [secret, customers], today, ben)).toMatchObject([{ commitments: [near] }])
    expect(await found(here, [], today)).toEqual([])
  })

  it('come with every promise and day of theirs, also when it is for another reason that they are due', async () => {
    const here = workspace()
    const frank = await here.knows('Frank Ortiz', { firstDueOn: today })
    const promise = await promises(here, frank, today, secret)
    const date = await remembers(here, frank, '11-20')
    expect(await found(here)).toMatchObject([{ commitments: [promise], dates: [date] }])
  })

  it('are those with a day of the last month, and a trigger of the next, over the turn of the year too', async () => {
    const here = workspace()
    const frank = await here.knows('Frank Ortiz', { firstDueOn: later })
    const once = { yearly: false }
    for (const [monthDay, given] of [
      ['12-10', {}],
      ['01-02', {}],
      ['01-21', { ...once, year: 2027, kind: 'trigger' }],
      ['12-31', { ...once, year: 2020 }],
      ['06-15', {}],
    ] as const)
      await remembers(here, frank, monthDay, given)
    expect(await texts(here, '2026-12-07')).toEqual([])
    expect(await texts(here, '2026-12-08')).toEqual(['12-10'])
    expect(await texts(here, '2026-12-20')).toEqual(['12-10', '01-21'])
    expect(await texts(here, '2026-12-31')).toEqual(['12-10', '01-02', '01-21'])
    expect(await texts(here, '2027-01-09')).toEqual(['12-10', '01-02', '01-21'])
    expect(await texts(here, '2027-01-10')).toEqual(['01-02', '01-21'])
    expect(await texts(here, '2027-02-20')).toEqual(['01-21'])
    expect(await texts(here, '2027-02-21')).toEqual([])
  })

  it('are found for a rest of any length, even one of a year', async () => {
    const here = workspace()
    const frank = await here.knows('Frank Ortiz', { firstDueOn: later })
    const [promise, date] = [
      await promises(here, frank, plusDays(today, 40)),
      await remembers(here, frank, '12-30'),
    ]
    const lives = (rest: number) =>
      here.keep(async ({ posts }) =>
        posts.candidates({ homes: [customers], dueBy: today, near: await nearOn(posts, today, rest) }),
      )
    expect(await lives(39)).toEqual([])
    expect(await lives(40)).toMatchObject([{ commitments: [promise], dates: [date] }])
    expect(await lives(366)).toMatchObject([{ commitments: [promise], dates: [date] }])
  })

  it('have 29 February on the 28th as well', async () => {
    const here = workspace()
    await remembers(here, await here.knows('Frank Ortiz', { firstDueOn: later }), '02-29')
    for (const on of ['2027-02-26', '2027-03-30', '2028-02-27', '2028-03-30'])
      expect(await texts(here, on), on).toEqual(['02-29'])
    for (const on of ['2027-02-25', '2027-03-31', '2028-02-26', '2028-03-31'])
      expect(await texts(here, on), on).toEqual([])
  })

  it('have nudges about what is at hand in mind, however many have come since', async () => {
    const here = workspace()
    const frank = await here.knows('Frank Ortiz', { firstDueOn: today })
    const [old, near] = [await promises(here, frank, null), await promises(here, frank, today)]
    await here.keep(async ({ posts }) => {
      const raise = (n: number, occasion: string) =>
        posts.plan(post(`p${n}`, { on: `2026-10-${n}` }), [
          draft(`n${n}`, frank.id, [{ kind: 'promise', occasion }]),
        ])
      await raise(10, occasionOf(near.id, today))
      for (let n = 11; n < 25; n++) await raise(n, occasionOf(old.id, today))
    })
    const [candidate] = await found(here)
    expect(candidate?.nudges).toHaveLength(13)
    expect(candidate?.nudges.at(-1)?.id).toBe('n10')
  })
})

onEachEngine('visitors', (workspace) => {
  const visiting = (here: Workspace, homes: readonly Home[], on: string = today) =>
    here.keep(async ({ posts }) => posts.visitors({ homes, on, near: await nearOn(posts, on) }))

  it('are people who live elsewhere, with what was typed there alone, and in no rhythm', async () => {
    const here = workspace()
    const frank = await here.knows('Frank Ortiz', { firstDueOn: today })
    await promises(here, frank, today)
    expect(await visiting(here, [customers, secret])).toEqual([])
    const whispered = await promises(here, frank, today, secret)
    const date = await remembers(here, frank, '11-22', { home: secret })
    await remembers(here, frank, '11-23')
    await here.keep(({ posts }) => posts.plan(post('p1'), [draft('n1', frank.id)]))
    expect(await visiting(here, [secret])).toMatchObject([
      {
        person: frank,
        dueOn: null,
        news: [],
        roleQuestions: [],
        commitments: [whispered],
        dates: [date],
        nudges: [{ id: 'n1' }],
      },
    ])
    expect(await visiting(here, [customers])).toEqual([])
    expect(await visiting(here, [])).toEqual([])
    expect(await visiting(here, [secret], '2026-09-20')).toEqual([])
    await here.does(ana, ({ people }) => people.change(frank.id, { home: secret }))
    expect(await visiting(here, [secret])).toEqual([])
    expect(await visiting(here, [customers, secret])).toMatchObject([{ commitments: [{ home: customers }] }])
  })

  it('of a teammate are also those about whom they typed something elsewhere, and theirs about whom others did', async () => {
    const here = workspace()
    const [frank, lily] = [await here.knows('Frank Ortiz'), await here.knows('Lily Chen', { home: secret })]
    await promises(here, frank, today)
    const whispered = await promises(here, frank, today, secret)
    const [promise, date] = [
      here.promise(lily, 'call', { dueOn: today, by: ben }),
      here.keyDate(lily, 'audit', { monthDay: '11-22', by: ben }),
    ]
    await here.does(ana, async ({ commitments, keyDates }) => {
      await commitments.add(promise)
      await keyDates.add(date)
    })
    const heardBy = (userId: string, silent: readonly Home[] = []) =>
      here.keep(async ({ posts }) => {
        const near = await nearOn(posts, today)
        return posts.visitors({ homes: [teammateHome(userId)], on: today, near, silent, userId })
      })
    expect(await heardBy(ben)).toMatchObject([{ person: lily, commitments: [promise], dates: [date] }])
    await here.does(ana, ({ people }) => people.change(frank.id, { ownerId: ben }))
    const heard = await heardBy(ben)
    expect(heard.find(({ person }) => person.id === frank.id)).toMatchObject({
      commitments: [whispered],
      dates: [],
    })
    expect(heard).toHaveLength(2)
    // Where the bot cannot speak, what was typed about those who live there is nobody's yet.
    const homesOf = (found: Awaited<ReturnType<typeof heardBy>>) =>
      found.flatMap(({ commitments }) => commitments.map(({ home }) => home)).sort()
    expect(homesOf(await heardBy(ana))).toEqual([customers, secret])
    expect(homesOf(await heardBy(ana, [customers]))).toEqual([customers, customers, secret])
  })
})

onEachEngine('what an open nudge has raised', (workspace) => {
  it('is told to the act that may have ended it: what is open still, and what is still written down', async () => {
    const here = workspace()
    const frank = await here.knows('Frank Ortiz', { firstDueOn: today })
    const [promise, other] = [await promises(here, frank, today), await promises(here, frank, today)]
    const date = await remembers(here, frank, '11-20')
    await remembers(here, frank, '11-21')
    const unanswered = () => {
      const answers: unknown[] = []
      return here
        .does(ana, async ({ nudges }) => answers.push(await nudges.unanswered(frank.id)))
        .then(() => answers[0])
    }
    expect(await unanswered()).toMatchObject({ nudges: [], commitments: [], dates: [] })
    await here.keep(({ posts }) =>
      posts.plan(post('p1'), [
        draft('n1', frank.id, [
          { kind: 'promise', occasion: occasionOf(promise.id, today) },
          { kind: 'date', occasion: occasionOf(date.id, today) },
        ]),
      ]),
    )
    expect(await unanswered()).toMatchObject({ commitments: [promise], dates: [date] })
    await here.does(ana, async ({ commitments, keyDates }) => {
      await commitments.change(promise.id, { closed: { as: 'broken', on: today, by: ana } })
      await keyDates.remove(date.id)
    })
    expect(await unanswered()).toMatchObject({ nudges: [{ id: 'n1' }], commitments: [], dates: [] })
    expect(other.closed).toBeNull()
  })
})

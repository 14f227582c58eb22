import { expect, it } from 'vitest'
import { ana, ben, customers, onEachEngine, secret, today, type Workspace } from './workspace.js'

const names = (here: Workspace, userId: string, key: string) =>
  here.read(userId, async ({ companies }) =>
    (await companies.beginning(key, 10)).map(({ name, people }) => [name, people]),
  )
const people = (here: Workspace, userId: string, key = 'acme lighting') =>
  here.read(userId, ({ companies }) => companies.people(key, { limit: 10, offset: 0 }))

onEachEngine('companies', (workspace) => {
  const acme = async () => {
    const here = workspace()
    const frank = await here.knows('Frank Ortiz')
    const susan = await here.knows('Susan Bell')
    const hidden = await here.knows('Zelda Quist', { home: secret })
    const role = here.role(frank, 'facilities manager', 'Acme Lighting')
    await here.does(ana, async ({ roles }) => {
      await roles.add(role)
      await roles.add(here.role(susan, 'CFO', 'ACME Lighting, Inc.'))
      await roles.add(here.role(hidden, 'owner', 'Acme Lighting'))
      await roles.add(here.role(frank, 'adviser', 'Acme Foods', { home: secret }))
      await roles.add(here.role(susan, 'member', 'Globex'))
      await roles.add(here.role(susan, 'painter', ''))
    })
    return { here, frank, susan, hidden, role }
  }

  it('are found by the beginning of their name, as most roles spell it, with those who may be seen', async () => {
    const { here } = await acme()
    expect(await names(here, ana, 'acme')).toEqual([
      ['Acme Foods', 1],
      ['Acme Lighting', 3],
    ])
    expect(await names(here, ben, 'acme')).toEqual([['ACME Lighting, Inc.', 2]])
    expect(await names(here, ana, 'lighting')).toEqual([])
    expect(await names(here, ana, '')).toEqual([])
    expect(await names(here.another(), ana, 'acme')).toEqual([])
  })

  it('are near when their name, or its first words, are spelled almost so; hidden ones are not', async () => {
    const { here } = await acme()
    const near = (userId: string, key: string) =>
      here.read(userId, async ({ companies }) =>
        (await companies.near(key, 4)).map(({ key: found }) => found),
      )
    expect(await near(ana, 'acne lighting')).toEqual(['acme lighting'])
    expect(await near(ana, 'acne')).toEqual(['acme lighting', 'acme foods'])
    expect(await near(ben, 'acne')).toEqual(['acme lighting'])
    expect(await near(ben, 'acme foodz')).toEqual([])
    expect(await near(ana, 'klobex')).toEqual(['globex'])
    expect(await near(ana, 'initech')).toEqual([])
    expect(await near(ana, '')).toEqual([])
  })

  it('have the people whose role is there, by name, each once with what they do', async () => {
    const { here, frank } = await acme()
    await here.does(ana, ({ roles }) => roles.add(here.role(frank, 'fire warden', 'Acme Lighting')))
    const seen = { offstage: false, spoken: false, untilOn: null }
    const frankThere = { ...seen, personId: frank.id, name: 'Frank Ortiz' }
    expect(await people(here, ben)).toMatchObject([
      { ...frankThere, titles: ['fire warden', 'facilities manager'] },
      { ...seen, name: 'Susan Bell', titles: ['CFO'] },
    ])
    expect((await people(here, ana)).map(({ name }) => name)).toEqual([
      'Frank Ortiz',
      'Susan Bell',
      'Zelda Quist',
    ])
    expect(await people(here, ana, 'acme')).toEqual([])
  })

  it('were left by those who have no role there any more, as far as the asker heard of it', async () => {
    const { here, frank, role, susan } = await acme()
    const [susans] = await here.read(ana, ({ roles }) => roles.of(susan.id))
    await here.does(ana, async (stores) => {
      await stores.news.add(
        here.news(frank, role.id, { home: secret, endsRoleId: role.id, kind: 'left', on: today }),
      )
      await stores.roles.change(susans?.id ?? '', { untilOn: '2026-11-01' })
    })
    const until = async (userId: string) => (await people(here, userId)).map(({ untilOn }) => untilOn)
    expect(await until(ana)).toEqual([null, today, '2026-11-01'])
    expect(await until(ben)).toEqual([null, '2026-11-01'])
    expect((await people(here, ben))[1]).toMatchObject({ titles: ['CFO'] })
  })

  it('are read in pages: who is there, then whom nobody has met, then who has left; and all are counted', async () => {
    const { here, susan, hidden } = await acme()
    const [offstage, met] = [
      await here.knows('Cal Offstage', { offstage: true }),
      await here.knows('Dan Met', { offstage: true }),
    ]
    const [susans] = await here.read(ana, ({ roles }) => roles.of(susan.id))
    await here.does(ana, async ({ roles, interactions, notes }) => {
      for (const each of [offstage, met]) await roles.add(here.role(each, 'guard', 'Acme Lighting'))
      await roles.change(susans?.id ?? '', { untilOn: '2026-11-01' })
      await interactions.add(here.contact(met, today))
      await interactions.add(here.contact(susan, today))
      await notes.add(here.note(hidden, 'a note is no contact'))
    })
    const pageOf = (userId: string, limit: number, offset: number) =>
      here.read(userId, async ({ companies }) =>
        (await companies.people('acme lighting', { limit, offset })).map((each) => [
          each.name,
          each.whereabouts,
        ]),
      )
    const all = [
      ['Dan Met', 'there'],
      ['Frank Ortiz', 'there'],
      ['Zelda Quist', 'there'],
      ['Cal Offstage', 'offstage'],
      ['Susan Bell', 'gone'],
    ]
    expect(await pageOf(ana, 10, 0)).toEqual(all)
    expect(await pageOf(ana, 2, 2)).toEqual(all.slice(2, 4))
    const tally = (userId: string, key = 'acme lighting') =>
      here.read(userId, ({ companies }) => companies.tally(key))
    const counts = { there: 3, offstage: 1, gone: 1 }
    // Susan was spoken to as well, and has left.
    expect(await tally(ana)).toEqual({ counts, onlyVoice: 'Dan Met' })
    expect(await tally(ben)).toEqual({ counts: { ...counts, there: 2 }, onlyVoice: 'Dan Met' })
    expect(await tally(ana, 'acme')).toEqual({ counts: { there: 0, offstage: 0, gone: 0 }, onlyVoice: null })
    await here.does(ana, ({ interactions }) =>
      interactions.add(here.contact(hidden, today, { home: secret })),
    )
    expect((await tally(ana)).onlyVoice).toBeNull()
    expect((await tally(ben)).onlyVoice).toBe('Dan Met')
    const names = (userId: string) =>
      here.read(userId, async ({ companies }) => [
        ...(await companies.namesAt('acme lighting', [susan.id, hidden.id, 'nobody'])).values(),
      ])
    const spelled = (userId: string) =>
      here.read(userId, async ({ companies }) => (await companies.called(['acme lighting']))[0]?.name)
    // In one look it is the same, and a page behind the last one is the last.
    const whole = async (userId: string, limit: number, offset: number) => {
      const { people, ...rest } = await here.read(userId, ({ companies }) =>
        companies.everybody('acme lighting', { limit, offset }),
      )
      return [people.map((each) => [each.name, each.whereabouts]), rest]
    }
    const both = async (userId: string, limit: number, offset: number) => [
      await pageOf(userId, limit, offset),
      { ...(await tally(userId)), name: await spelled(userId), offset },
    ]
    for (const userId of [ana, ben])
      for (const offset of [0, 2])
        expect(await whole(userId, 2, offset)).toEqual(await both(userId, 2, offset))
    expect(await whole(ana, 2, 99)).toEqual(await both(ana, 2, 4))
    expect(await whole(ben, 2, 99)).toEqual(await both(ben, 2, 3))
    expect(
      await here.read(ana, ({ companies }) => companies.everybody('acme', { limit: 2, offset: 3 })),
    ).toEqual({ ...(await tally(ana, 'acme')), name: '', people: [], offset: 0 })
    // A role without a company is at none.
    expect(await here.read(ana, ({ companies }) => companies.everybody('', { limit: 2, offset: 0 }))).toEqual(
      {
        ...(await tally(ana, 'acme')),
        name: '',
        people: [],
        offset: 0,
      },
    )
    expect((await names(ana)).sort()).toEqual(['Susan Bell', 'Zelda Quist'])
    expect(await names(ben)).toEqual(['Susan Bell'])
  })

  it('know who was spoken to, as far as the asker may know', async () => {
    const { here, frank, susan } = await acme()
    await here.does(ana, async ({ interactions }) => {
      await interactions.add(here.contact(frank, today))
      await interactions.add(here.contact(susan, today, { home: secret }))
    })
    const spoken = async (userId: string) => (await people(here, userId)).map((each) => each.spoken)
    expect(await spoken(ana)).toEqual([true, true, false])
    expect(await spoken(ben)).toEqual([true, false])
  })
})

onEachEngine('the ties from some people', (workspace) => {
  it('are of those alone, and both may be seen', async () => {
    const here = workspace()
    const frank = await here.knows('Frank Ortiz')
    const susan = await here.knows('Susan Bell')
    const hidden = await here.knows('Zelda Quist', { home: secret })
    const tie = { home: customers, by: ana, at: `${today}T15:00:00.000Z` }
    await here.does(ana, async ({ ties }) => {
      const reports = { ...tie, id: here.newId(), kind: 'reports to' } as const
      await ties.add({ ...reports, personId: frank.id, otherId: susan.id })
      await ties.add({ ...reports, id: here.newId(), personId: susan.id, otherId: hidden.id })
    })
    const from = (userId: string, ids: string[]) =>
      here.read(userId, async ({ ties }) => (await ties.fromAny(ids)).map(({ otherId }) => otherId))
    expect(await from(ana, [frank.id, susan.id, hidden.id])).toEqual([susan.id, hidden.id])
    expect(await from(ben, [frank.id, susan.id, hidden.id])).toEqual([susan.id])
    expect(await from(ana, [susan.id])).toEqual([hidden.id])
    expect(await from(ana, [hidden.id])).toEqual([])
  })
})

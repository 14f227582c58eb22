import { expect, it } from 'vitest'
import { draft, post } from './drafts.js'
import { ana, ben, customers, onEachEngine, secret, today } from './workspace.js'

const near = { people: [], rest: 0 }

onEachEngine('candidates', (workspace) => {
  it('are those of the given homes who are due by the day, or have news', async () => {
    const here = workspace()
    const due = await here.knows('Due', { firstDueOn: '2026-11-19' })
    const today_ = await here.knows('Due Today', { firstDueOn: today })
    await here.knows('Not Due', { firstDueOn: '2026-11-21' })
    await here.knows('Elsewhere', { firstDueOn: today, home: secret })
    const told = await here.knows('With News', { firstDueOn: '2027-01-01' })
    const role = here.role(told, 'VP', 'Globex')
    const news = here.news(told, role.id)
    await here.does(ana, async (s) => {
      await s.roles.add(role)
      await s.news.add(news)
    })
    const candidates = (homes: readonly (typeof customers)[], ownerId?: string) =>
      here.keep(({ posts }) =>
        posts.candidates({ homes, dueBy: today, near, ...(ownerId === undefined ? {} : { ownerId }) }),
      )
    const found = await candidates([customers])
    expect(found.map(({ person }) => person.name).sort()).toEqual(['Due', 'Due Today', 'With News'])
    expect(found.find(({ person }) => person.id === due.id)).toEqual({
      person: due,
      lastContactOn: null,
      dueOn: '2026-11-19',
      news: [],
      roleQuestions: [],
      commitments: [],
      dates: [],
      nudges: [],
    })
    expect(found.find(({ person }) => person.id === told.id)).toMatchObject({ news: [news] })
    expect(await candidates([])).toEqual([])
    expect(await candidates([customers, secret])).toHaveLength(4)
    expect(await candidates([customers], ben)).toEqual([])
    await here.does(ana, ({ people }) => people.change(today_.id, { ownerId: ben }))
    expect((await candidates([customers, secret], ben)).map(({ person }) => person.id)).toEqual([today_.id])
  })

  it('come with their last twelve nudges, newest first, without those of posts that failed', async () => {
    const here = workspace()
    const frank = await here.knows('Frank Ortiz', { firstDueOn: today })
    await here.keep(async ({ posts }) => {
      for (let n = 10; n < 25; n++)
        await posts.plan(post(`p${n}`, { on: `2026-10-${n}` }), [draft(`n${n}`, frank.id)])
      await posts.failed('p24', 'is_archived')
    })
    const [candidate] = await here.keep(({ posts }) =>
      posts.candidates({ homes: [customers], dueBy: today, near }),
    )
    const expected = Array.from({ length: 12 }, (_, n) => `n${23 - n}`)
    expect(candidate?.nudges.map(({ id }) => id)).toEqual(expected)
  })

  it('homes have news until a post carries it, a contact settles it, or it is taken back', async () => {
    const here = workspace()
    const homes = () => here.keep(({ posts }) => posts.homesWithNews())
    const [frank, lily] = [await here.knows('Frank Ortiz'), await here.knows('Lily Chen', { home: secret })]
    const told = async (person: typeof frank) => {
      const role = here.role(person, 'VP', 'Globex')
      const news = here.news(person, role.id)
      const actId = await here.does(ana, async (s) => {
        await s.roles.add(role)
        await s.news.add(news)
      })
      return { actId, reason: { kind: 'new-role', occasion: news.id } as const }
    }
    expect(await homes()).toEqual([])
    const { reason } = await told(frank)
    const { actId } = await told(lily)
    expect([...(await homes())].sort()).toEqual([customers, secret])
    await here.takesBack(ana, actId)
    expect(await homes()).toEqual([customers])
    await here.keep(({ posts }) => posts.plan(post('p1'), [draft('n1', frank.id, [reason])]))
    expect(await homes()).toEqual([])
    await here.keep(({ posts }) => posts.failed('p1', 'is_archived'))
    expect(await homes()).toEqual([customers])
    await here.does(ana, ({ interactions }) => interactions.add(here.contact(frank, today)))
    expect(await homes()).toEqual([])
  })
})

import { expect, it } from 'vitest'
import { teammateHome } from '../../../src/domain/audience.js'
import { ana, at, ben, customers, onEachEngine, secret, today } from './workspace.js'

const page = { limit: 50, offset: 0 }

onEachEngine('who is due', (workspace) => {
  it('is due one rhythm after the last contact, however contacts come and go', async () => {
    const here = workspace()
    const frank = await here.knows('Frank Ortiz', { firstDueOn: '2026-12-21' })
    const standing = async () => {
      const read = await here.read(ana, ({ people }) => people.standing(frank.id))
      return [read?.lastContactOn, read?.dueOn]
    }
    expect(await standing()).toEqual([null, '2026-12-21'])
    const [early, late] = [here.contact(frank, '2026-10-01'), here.contact(frank, '2026-11-01')]
    await here.does(ana, ({ interactions }) => interactions.add(late))
    await here.does(ana, ({ interactions }) => interactions.add(early))
    expect(await standing()).toEqual(['2026-11-01', '2026-12-01'])
    await here.does(ana, ({ people }) => people.change(frank.id, { rhythm: { every: 3, unit: 'week' } }))
    expect(await standing()).toEqual(['2026-11-01', '2026-11-22'])
    await here.does(ana, ({ people }) => people.change(frank.id, { letBeOn: today }))
    expect(await standing()).toEqual(['2026-11-01', '2026-12-11'])
    await here.does(ana, ({ interactions }) => interactions.change(late.id, { on: '2026-11-30' }))
    expect(await standing()).toEqual(['2026-11-30', '2026-12-21'])
    await here.does(ana, ({ interactions }) => interactions.remove(late.id))
    expect(await standing()).toEqual(['2026-10-01', '2026-12-11'])
    await here.does(ana, ({ people }) => people.change(frank.id, { rhythm: 'never' }))
    expect(await standing()).toEqual(['2026-10-01', null])
  })

  it('who comes up comes soonest first, in pages, without those who are never due', async () => {
    const here = workspace()
    for (const [name, firstDueOn] of [
      ['Late', '2026-12-03'],
      ['Soon', '2026-12-01'],
      ['Next', '2026-12-02'],
      ['Never', null],
    ] as const)
      await here.knows(name, { firstDueOn })
    const names = async (limit: number, offset: number) =>
      (await here.read(ana, ({ people }) => people.comingUp({ limit, offset }))).map(
        ({ person }) => person.name,
      )
    expect(await names(50, 0)).toEqual(['Soon', 'Next', 'Late'])
    expect(await names(2, 1)).toEqual(['Next', 'Late'])
  })

  it('of one owner those who are due, the longest silent by their own rhythm first', async () => {
    const here = workspace()
    const due = (name: string, firstDueOn: string, every: number) =>
      here.knows(name, { firstDueOn, rhythm: { every, unit: 'day' }, by: ben })
    await due('Two rhythms', '2026-11-06', 7)
    await due('Half a rhythm', '2026-10-01', 100)
    await due('Today', today, 30)
    await due('Tomorrow', '2026-11-21', 30)
    await here.knows('Of Ana', { firstDueOn: '2026-01-01' })
    const names = async (limit: number, offset = 0) =>
      (await here.read(ana, ({ people }) => people.dueFor(ben, today, { limit, offset }))).map(
        ({ person }) => person.name,
      )
    expect(await names(10)).toEqual(['Two rhythms', 'Half a rhythm', 'Today'])
    expect(await names(1)).toEqual(['Two rhythms'])
    expect(await names(2, 1)).toEqual(['Half a rhythm', 'Today'])
  })

  it('every owner is known once, and whom each owns as far as the asker may see them', async () => {
    const here = workspace()
    const nobody = await here.read(ana, ({ people }) => people.anybody())
    expect(nobody).toBe(false)
    await here.knows('Of Ana', { home: secret })
    const frank = await here.knows('Frank', { by: ben, firstDueOn: '2026-12-01' })
    await here.does(ben, ({ roles }) => roles.add(here.role(frank, 'buyer', 'Acme', { by: ben })))
    await here.knows('Lily', { by: ben, firstDueOn: '2026-12-02' })
    await here.knows('Never due', { by: ben, rhythm: 'never' })
    await here.another().knows('Elsewhere', { ownerId: 'UZOE' })
    await here.read(ben, async ({ people }) => {
      expect(await people.anybody()).toBe(true)
      expect(await people.owners()).toEqual([ana, ben])
      expect(await people.ownedBy(ana, page)).toEqual([])
      expect(await people.ownedBy(ben, page)).toEqual([
        expect.objectContaining({ name: 'Never due' }),
        { id: frank.id, name: 'Frank', role: 'buyer at Acme' },
        expect.objectContaining({ name: 'Lily' }),
      ])
      expect(await people.ownedBy(ben, { limit: 1, offset: 2 })).toMatchObject([{ name: 'Lily' }])
    })
  })

  it('first contacts of a day are counted for a place, whoever may see them', async () => {
    const here = workspace()
    const day = '2026-12-21'
    const spoken = await here.knows('Spoken To', { firstDueOn: day })
    await here.knows('Frank', { firstDueOn: day })
    await here.knows('Lily', { firstDueOn: day, by: ben })
    await here.knows('Another Day', { firstDueOn: '2026-12-22' })
    await here.knows('Another Place', { firstDueOn: day, home: secret })
    await here.does(ana, ({ interactions }) => interactions.add(here.contact(spoken, today)))
    const counted = (userId: string, home = customers) =>
      here.read(userId, async ({ people }) => [...(await people.firstContacts(home, day, '2026-12-22'))])
    const both = [
      [day, 2],
      ['2026-12-22', 1],
    ]
    expect((await counted(ana)).sort()).toEqual(both)
    expect((await counted(ben)).sort()).toEqual(both)
    expect(await counted(ben, secret)).toEqual([[day, 1]])
  })

  it('contacts since a point of the journal are those written down after it, oldest first', async () => {
    const here = workspace()
    const frank = await here.knows('Frank Ortiz')
    const first = here.contact(frank, '2026-11-10')
    const second = here.contact(frank, '2026-10-10', { home: secret })
    await here.does(ana, ({ interactions }) => interactions.add(first))
    await here.does(ana, ({ interactions }) => interactions.add(second))
    const since = (seq: number) => here.read(ben, ({ interactions }) => interactions.since(frank.id, seq))
    expect(await since(1)).toEqual([
      { interactionId: first.id, on: '2026-11-10', loggedAt: at, seq: 2 },
      { interactionId: second.id, on: '2026-10-10', loggedAt: at, seq: 3 },
    ])
    expect(await since(2)).toHaveLength(1)
  })

  it('news is new until a contact is written down after it, of its day or later', async () => {
    const here = workspace()
    const frank = await here.knows('Frank Ortiz')
    const role = here.role(frank, 'VP', 'Globex')
    const news = here.news(frank, role.id, { on: '2026-11-10' })
    await here.does(ana, async (s) => {
      await s.roles.add(role)
      await s.news.add(news)
      await s.interactions.add(here.contact(frank, '2026-11-15'))
    })
    const recent = () => here.read(ana, ({ news: told }) => told.recent(5))
    await here.does(ana, ({ interactions }) => interactions.add(here.contact(frank, '2026-11-09')))
    expect(await recent()).toEqual([news])
    const settled = await here.does(ben, ({ interactions }) =>
      interactions.add(here.contact(frank, '2026-11-10', { by: ben, home: teammateHome(ben) })),
    )
    expect(await recent()).toEqual([])
    await here.takesBack(ben, settled)
    const later = here.news(frank, role.id, { kind: 'left', on: today })
    await here.does(ana, ({ news: told }) => told.add(later))
    expect(await recent()).toEqual([later, news])
    expect(await here.read(ana, ({ news: told }) => told.recent(1))).toEqual([later])
  })

  it('lists of an entry kind come newest first, in pages, by kind', async () => {
    const here = workspace()
    const frank = await here.knows('Frank Ortiz')
    const contact = here.contact(frank, '2026-11-02')
    await here.does(ana, async (s) => {
      await s.notes.add(here.note(frank, 'a', { on: '2026-11-01', facets: ['story', 'body'] }))
      await s.notes.add(here.note(frank, 'b', { on: '2026-11-03', kind: 'heard', facets: ['story'] }))
      await s.notes.add(here.note(frank, 'c', { on: '2026-11-02', kind: 'heard', interactionId: contact.id }))
      await s.interactions.add(contact)
      await s.interactions.add(here.contact(frank, '2026-11-04'))
    })
    await here.read(ana, async ({ notes, interactions }) => {
      const texts = async (more: object) =>
        (await notes.of(frank.id, { ...page, ...more })).map(({ text }) => text)
      expect(await texts({})).toEqual(['b', 'c', 'a'])
      expect(await texts({ kind: 'heard' })).toEqual(['b', 'c'])
      expect(await texts({ limit: 1, offset: 1 })).toEqual(['c'])
      expect((await notes.with(contact.id)).map(({ text }) => text)).toEqual(['c'])
      expect(await notes.countOf(frank.id)).toBe(3)
      expect(await notes.facetsOf(frank.id)).toEqual({ story: 2, body: 1 })
      expect(await notes.hasFacet(ana, ['feeling', 'body'])).toBe(true)
      expect(await notes.hasFacet(ana, ['feeling'])).toBe(false)
      expect(await notes.hasFacet(ben, ['body'])).toBe(false)
      expect(await notes.hasFacet(ana, [])).toBe(false)
      expect((await interactions.of(frank.id, page)).map(({ on }) => on)).toEqual([
        '2026-11-04',
        '2026-11-02',
      ])
      expect(await interactions.countOf(frank.id)).toBe(2)
    })
  })
})

import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Home, maySee, teammateHome } from '../../../src/domain/audience.js'
import { unnamed } from '../../../src/domain/person.js'
import { ana, ben, customers, onEachEngine, secret, shared, today } from './workspace.js'

const page = { limit: 50, offset: 0 }

onEachEngine('who sees what', (workspace) => {
  it('somebody introduced where the asker cannot look does not exist for them, in any reading', async () => {
    const here = workspace()
    const hidden = await here.knows('Frank Ortiz', {
      home: secret,
      addresses: ['frank@acme.example'],
      slackUserId: 'UFRANK',
      firstDueOn: '2026-12-01',
      ownerId: ben,
    })
    const role = here.role(hidden, 'CFO', 'Acme')
    const note = here.note(hidden, 'likes concerts', { facets: ['story'], by: ana })
    const contact = here.contact(hidden, today, { text: 'about the concert' })
    const news = here.news(hidden, role.id, { on: '2026-12-24' })
    await here.does(ana, async (stores) => {
      await stores.roles.add(role)
      await stores.notes.add(note)
      await stores.interactions.add(contact)
      await stores.news.add(news)
      await stores.marks.add(here.mark(hidden, { kind: 'note', id: note.id }))
    })
    const nobody = await here.knows(unnamed, { home: secret, offstage: true })
    await here.does(ana, ({ roles }) => roles.add(here.role(nobody, 'CFO', 'Globex')))

    const everythingOf = (userId: string) =>
      here.read(userId, async (s) => ({
        get: await s.people.get(hidden.id),
        called: await s.people.called([
          'frank ortiz',
          'frank',
          'ortiz',
          'fo',
          'frank@acme.example',
          'UFRANK',
        ]),
        beginning: await s.people.beginning('fra', 5),
        near: await s.people.near('frnak', 5),
        names: await s.people.names([hidden.id]),
        unnamedAt: await s.people.unnamedAt('globex'),
        standing: await s.people.standing(hidden.id),
        comingUp: await s.people.comingUp(page),
        dueFor: await s.people.dueFor(ben, '2027-12-01', { limit: 5, offset: 0 }),
        count: await s.people.count(),
        anybody: await s.people.anybody(),
        ownedBy: [...(await s.people.ownedBy(ana, page)), ...(await s.people.ownedBy(ben, page))],
        roles: [await s.roles.get(role.id), ...(await s.roles.of(hidden.id))],
        notes: [await s.notes.get(note.id), ...(await s.notes.of(hidden.id, page))],
        noteCount: await s.notes.countOf(hidden.id),
        facets: await s.notes.facetsOf(hidden.id),
        contacts: [await s.interactions.get(contact.id), ...(await s.interactions.of(hidden.id, page))],
        contactCount: await s.interactions.countOf(hidden.id),
        since: await s.interactions.since(hidden.id, 0),
        news: [await s.news.get(news.id), ...(await s.news.of(hidden.id)), ...(await s.news.recent(5))],
        marks: await s.marks.on('CCUSTOMERS', '1.0'),
        entries: await s.search.entries(['concert'], page),
        found: await s.search.people(['frank'], page),
      }))
    expect(await everythingOf(ben)).toEqual({
      get: null,
      called: [],
      beginning: [],
      near: [],
      names: [],
      unnamedAt: [],
      standing: null,
      comingUp: [],
      dueFor: [],
      count: 0,
      anybody: false,
      ownedBy: [],
      roles: [null],
      notes: [null],
      noteCount: 0,
      facets: {},
      contacts: [null],
      contactCount: 0,
      since: [],
      news: [null],
      marks: [],
      entries: [],
      found: [],
    })
    // The same readings are not empty for somebody who may look.
    const seen = await everythingOf(ana)
    for (const [reading, answer] of Object.entries(seen))
      expect([reading, answer]).not.toEqual([reading, Array.isArray(answer) ? [] : null])
    expect(seen).toMatchObject({ count: 2, noteCount: 1, contactCount: 1, facets: { story: 1 } })
    expect([seen.notes, seen.contacts, seen.news].map((all) => all.includes(null))).toEqual([
      false,
      false,
      false,
    ])
  })

  it('what was typed in private about somebody known to all is for those who may see that place', async () => {
    const here = workspace()
    const frank = await here.knows('Frank Ortiz')
    await here.does(ana, async (stores) => {
      await stores.notes.add(here.note(frank, 'open words'))
      await stores.notes.add(here.note(frank, 'secret words', { home: secret }))
      await stores.notes.add(here.note(frank, 'words to myself', { home: teammateHome(ana) }))
      await stores.roles.add(here.role(frank, 'secret adviser', 'Globex', { home: secret }))
    })
    const seenBy = (userId: string) =>
      here.read(userId, async (s) => ({
        notes: (await s.notes.of(frank.id, page)).map(({ text }) => text).sort(),
        count: await s.notes.countOf(frank.id),
        found: (await s.search.entries(['words'], page)).map(({ text }) => text).sort(),
        role: (await s.people.names([frank.id]))[0]?.role,
        byRole: (await s.search.people(['adviser'], page)).length,
        byBoth: (await s.search.people(['frank', 'adviser'], page)).length,
      }))
    expect(await seenBy(ben)).toEqual({
      notes: ['open words'],
      count: 1,
      found: ['open words'],
      role: '',
      byRole: 0,
      byBoth: 0,
    })
    const all = ['open words', 'secret words', 'words to myself']
    expect(await seenBy(ana)).toEqual({
      notes: all,
      count: 3,
      found: all,
      role: 'secret adviser at Globex',
      byRole: 1,
      byBoth: 1,
    })
  })

  it('in a place shared with another organisation each teammate sees their own words alone', async () => {
    const here = workspace()
    const frank = await here.knows('Frank Ortiz')
    await here.does(ana, ({ notes }) => notes.add(here.note(frank, 'from Ana', { home: shared })))
    await here.does(ben, ({ notes }) => notes.add(here.note(frank, 'from Ben', { home: shared, by: ben })))
    const textsOf = (userId: string) =>
      here.read(userId, async ({ notes }) => (await notes.of(frank.id, page)).map(({ text }) => text))
    expect(await textsOf(ana)).toEqual(['from Ana'])
    expect(await textsOf(ben)).toEqual(['from Ben'])
  })

  it('a private contact counts for when somebody is due, and can be read by nobody else', async () => {
    const here = workspace()
    const frank = await here.knows('Frank Ortiz')
    await here.does(ana, ({ interactions }) =>
      interactions.add(here.contact(frank, '2026-11-18', { home: secret })),
    )
    await here.read(ben, async (s) => {
      expect(await s.people.standing(frank.id)).toMatchObject({
        lastContactOn: '2026-11-18',
        dueOn: '2026-12-18',
      })
      expect(await s.interactions.since(frank.id, 0)).toHaveLength(1)
      expect(await s.interactions.of(frank.id, page)).toEqual([])
    })
  })

  it('what the asker cannot see cannot be changed', async () => {
    const here = workspace()
    const frank = await here.knows('Frank Ortiz')
    const note = here.note(frank, 'secret', { home: secret })
    await here.does(ana, ({ notes }) => notes.add(note))
    await expect(here.does(ben, ({ notes }) => notes.change(note.id, { text: 'x' }))).rejects.toThrow()
    await expect(here.does(ben, ({ notes }) => notes.remove(note.id))).rejects.toThrow()
    expect(await here.read(ana, ({ notes }) => notes.get(note.id))).toEqual(note)
  })

  it('one workspace knows nothing of another, whatever ids and words are asked for', async () => {
    const here = workspace()
    const frank = await here.knows('Frank Ortiz')
    const note = here.note(frank, 'concert')
    const actId = await here.does(ana, ({ notes }) => notes.add(note))
    const elsewhere = { workspaceId: `${here.id}-other`, audience: 'everything' } as const
    await here.store.uow.read(elsewhere, async (s) => {
      expect(await s.people.get(frank.id)).toBeNull()
      expect(await s.people.called(['frank'])).toEqual([])
      expect(await s.notes.get(note.id)).toBeNull()
      expect(await s.search.entries(['concert'], page)).toEqual([])
      expect(await s.journal.get(actId)).toBeNull()
      expect(await s.journal.length()).toBe(0)
    })
  })

  it('reading never shows more than the rule of the domain does', async () => {
    const homes: Home[] = [customers, secret, shared, teammateHome(ana), teammateHome(ben)]
    const placed = fc.record({ home: fc.constantFrom(...homes), by: fc.constantFrom(ana, ben) })
    const reader = fc.record({
      userId: fc.constantFrom(ana, ben, null),
      homes: fc.subarray(homes),
      authoredHomes: fc.subarray(homes),
    })
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(placed, placed), { maxLength: 6 }),
        reader,
        async (things, audience) => {
          const here = workspace().another()
          const known = things.map(([of, typed]) => {
            const person = here.person('Frank Ortiz', of)
            return { person, note: here.note(person, 'ohio', typed) }
          })
          const everything = { workspaceId: here.id, audience: 'everything' } as const
          const draft = { kind: 'add', by: ana, at: `${today}T00:00:00.000Z`, place: customers } as const
          await here.store.uow.act(everything, { ...draft, personId: null, cause: null }, async (stores) => {
            for (const { person, note } of known) {
              await stores.people.add(person)
              await stores.notes.add(note)
            }
            return { ok: true, value: null }
          })
          await here.store.uow.read({ workspaceId: here.id, audience }, async (s) => {
            const mine = known.filter(({ person }) => maySee(audience, person))
            const ids = mine.map(({ person }) => person.id).sort()
            for (const { person } of known)
              expect((await s.people.get(person.id)) !== null).toBe(ids.includes(person.id))
            expect((await s.people.called(['frank'])).map(({ person }) => person.id).sort()).toEqual(ids)
            expect(await s.people.count()).toBe(ids.length)
            const notes = mine.filter(({ note }) => maySee(audience, note)).map(({ note }) => note.id)
            const all = { limit: 1000, offset: 0 }
            const found = (await s.search.entries(['ohio'], all)).map(({ id }) => id)
            expect(found.sort()).toEqual(notes.sort())
          })
        },
      ),
      { numRuns: 25 },
    )
  })
})

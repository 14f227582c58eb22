import { expect, it } from 'vitest'
import { ana, at, ben, customers, onEachEngine, secret, today } from './workspace.js'

onEachEngine('a role that ended in news which only some may see', (workspace) => {
  const held = async () => {
    const here = workspace()
    const frank = await here.knows('Frank Ortiz')
    const role = here.role(frank, 'facilities manager', 'Acme Lighting')
    await here.does(ana, ({ roles }) => roles.add(role))
    const news = here.news(frank, role.id, {
      home: secret,
      endsRoleId: role.id,
      kind: 'left',
      on: '2026-11-02',
    })
    const actId = await here.does(ana, (stores) => stores.news.add(news))
    const of = (userId: string) =>
      here.read(userId, async ({ roles, people, search }) => ({
        got: (await roles.get(role.id))?.untilOn,
        listed: (await roles.of(frank.id)).map(({ untilOn }) => untilOn),
        written: (await roles.written(frank.id)).map(({ untilOn }) => untilOn),
        named: (await people.names([frank.id])).map((person) => person.role),
        found: (await search.people(['facilities'], { limit: 5, offset: 0 })).length,
        foundByTwo: (await search.people(['frank', 'facilities'], { limit: 5, offset: 0 })).length,
      }))
    return { here, frank, role, news, actId, of }
  }
  const goesOn = {
    got: null,
    listed: [null],
    written: [null],
    named: ['facilities manager at Acme Lighting'],
    found: 1,
    foundByTwo: 1,
  }
  const ended = {
    got: '2026-11-02',
    listed: ['2026-11-02'],
    written: [null],
    named: [''],
    found: 0,
    foundByTwo: 0,
  }

  it('is past for them and held for everybody else, until that is taken back', async () => {
    const { here, actId, of } = await held()
    expect(await of(ana)).toEqual(ended)
    expect(await of(ben)).toEqual(goesOn)
    await here.takesBack(ana, actId)
    expect(await of(ana)).toEqual(goesOn)
  })

  it('is not closed for the others by a change to it', async () => {
    const { here, role, of } = await held()
    await here.does(ana, ({ roles }) => roles.change(role.id, { company: 'Acme' }))
    expect((await of(ben)).named).toEqual(['facilities manager at Acme'])
    expect((await of(ana)).got).toBe('2026-11-02')
  })

  it('is past for all once the news is told to all; its own last day counts before that of any news', async () => {
    const { here, role, news, of } = await held()
    await here.does(ana, (stores) => stores.news.change(news.id, { home: customers }))
    expect(await of(ben)).toEqual(ended)
    await here.does(ben, ({ roles }) => roles.change(role.id, { untilOn: today }))
    expect((await of(ana)).got).toBe(today)
  })

  it('of somebody offstage fits nobody new', async () => {
    const here = workspace()
    const someone = await here.knows('Someone', { offstage: true })
    const role = here.role(someone, 'CFO', 'Globex')
    await here.does(ana, ({ roles }) => roles.add(role))
    const news = here.news(someone, role.id, { home: secret, endsRoleId: role.id, kind: 'left' })
    await here.does(ana, (stores) => stores.news.add(news))
    expect(await here.read(ben, ({ people }) => people.unnamedAt('globex'))).toHaveLength(1)
    expect(await here.read(ana, ({ people }) => people.unnamedAt('globex'))).toEqual([])
  })
})

onEachEngine('acts that were done in one go', (workspace) => {
  it('name the first of them, and are found from any, those that stand, newest first', async () => {
    const here = workspace()
    const frank = await here.knows('Frank Ortiz')
    const first = await here.does(ana, ({ notes }) => notes.add(here.note(frank, 'one')))
    const second = await here.does(ana, ({ notes }) => notes.add(here.note(frank, 'two')), { partOf: first })
    await here.does(ana, ({ notes }) => notes.add(here.note(frank, 'another')))
    const together = (actId: string) =>
      here.read(ana, async ({ journal }) => {
        const act = await journal.get(actId)
        return act === null ? [] : (await journal.together(act)).map(({ id }) => id)
      })
    expect(await together(first)).toEqual([second, first])
    expect(await together(second)).toEqual([second, first])
    expect(await here.read(ana, ({ journal }) => journal.get(second))).toMatchObject({ at, partOf: first })
    await here.takesBack(ana, second)
    expect(await together(first)).toEqual([first])
  })
})

import { expect, it } from 'vitest'
import { channelHome } from '../../../src/domain/audience.js'
import { ana, at, ben, customers, onEachEngine, secret, type Workspace } from './workspace.js'

const length = (here: Workspace) => here.readAll(({ journal }) => journal.length())
const stretch = (after: number, upTo = 1_000) => ({ after, upTo, longBefore: '2026-11-02' })
const hearing = (here: Workspace) => here.keep(({ weeks }) => weeks.hearing('2026-11-01'))

onEachEngine('weeks', (workspace) => {
  it('are told once, where they are wanted and the bot speaks, and move with a channel', async () => {
    const here = workspace()
    const next = channelHome('CNEXT')
    await here.keep(async ({ places, weeks }) => {
      for (const home of [customers, secret]) await places.know(home, 'UTC')
      await places.change(customers, { week: true })
      await places.change(secret, { week: true, postable: false })
      expect(await weeks.tell(customers, { beginsOn: '2026-11-16', upToSeq: 7 })).toBe(true)
      expect(await weeks.tell(customers, { beginsOn: '2026-11-16', upToSeq: 9 })).toBe(false)
      expect(await weeks.tell(customers, { beginsOn: '2026-10-26', upToSeq: 2 })).toBe(true)
    })
    const told = [{ beginsOn: '2026-11-16', upToSeq: 7 }]
    expect(await hearing(here)).toMatchObject([{ place: { home: customers }, told }])
    await here.keep(({ places }) => places.moved(customers, next))
    expect(await hearing(here)).toMatchObject([{ place: { home: next }, told }])
    await here.keep(({ places }) => places.change(next, { week: false }))
    expect(await hearing(here)).toEqual([])
    expect(await hearing(here.another())).toEqual([])
  })

  it('of a channel that comes under an id in use are one', async () => {
    const here = workspace()
    await here.keep(async ({ places, weeks }) => {
      for (const home of [customers, secret]) await places.know(home, 'UTC')
      await places.change(secret, { week: true })
      for (const [home, upToSeq] of [
        [customers, 3],
        [secret, 5],
      ] as const)
        await weeks.tell(home, { beginsOn: '2026-11-16', upToSeq })
      await weeks.tell(customers, { beginsOn: '2026-11-09', upToSeq: 1 })
      await places.moved(customers, secret)
    })
    const [found] = await hearing(here)
    expect(found?.told).toHaveLength(2)
    expect(found?.told).toContainEqual({ beginsOn: '2026-11-16', upToSeq: 5 })
  })

  it('begin where the journal was at an instant', async () => {
    const here = workspace()
    await here.knows('Frank Ortiz')
    const later = '2026-11-27T15:00:00.000Z'
    await here.does(ana, ({ people }) => people.add(here.person('Susan Bell')), { at: later })
    const lengthAt = (instant: string) => here.keep(({ weeks }) => weeks.lengthAt(instant))
    expect(await lengthAt('2026-11-01T00:00:00.000Z')).toBe(0)
    expect(await lengthAt(at)).toBe(1)
    expect(await lengthAt(later)).toBe(2)
  })
})

onEachEngine('what was written down lately', (workspace) => {
  const about = (here: Workspace, personId: string, by: string, home = customers) =>
    ({ id: here.newId(), personId, home, by, at, on: '2026-11-20' }) as const
  const heard = async (here: Workspace, personId: string, text: string, by = ana, home = customers) => {
    const note = {
      ...about(here, personId, by, home),
      kind: 'heard',
      text,
      facets: [],
      interactionId: null,
    } as const
    return here.does(by, ({ notes }) => notes.add(note), { kind: 'heard', place: home, personId })
  }
  const lately = async (here: Workspace, userId: string, after: number, home = customers) => {
    const found = await here.read(userId, (s) => s.lately.writtenDown(home, stretch(after), 10))
    return found.heard.map(({ text }) => text)
  }

  it('is of that stretch and that place, as far as the asker sees, and what was taken back is left out', async () => {
    const here = workspace()
    const frank = await here.knows('Frank Ortiz')
    const elsewhere = await here.knows('Piet Vos', { home: secret })
    await heard(here, frank.id, 'before')
    const begins = await length(here)
    await heard(here, frank.id, 'first')
    await heard(here, frank.id, 'in secret', ana, secret)
    await heard(here, elsewhere.id, 'of somebody else', ana, secret)
    const undone = await heard(here, frank.id, 'undone', ben)
    await here.takesBack(ben, undone)
    await heard(here, frank.id, 'last', ben)
    expect(await lately(here, ben, begins)).toEqual(['last', 'first'])
    expect(await lately(here, ana, begins)).toEqual(['last', 'in secret', 'first'])
    expect(await lately(here, ana, begins, secret)).toEqual(['of somebody else', 'in secret'])
    expect(await lately(here, ben, await length(here))).toEqual([])
    expect(await lately(here.another(), ana, 0)).toEqual([])
  })

  it('knows when somebody was spoken to before, also where that is written down late', async () => {
    const here = workspace()
    const frank = await here.knows('Frank Ortiz')
    const met = (on: string) =>
      here.does(
        ana,
        ({ interactions }) =>
          interactions.add({ ...about(here, frank.id, ana), on, kind: 'met', text: '', teammates: [ana] }),
        { kind: 'met', personId: frank.id },
      )
    const before = (after: number) =>
      here.read(ana, async (s) =>
        (await s.lately.writtenDown(customers, stretch(after), 10)).lastBefore.get(frank.id),
      )
    await met('2026-06-01')
    const begins = await length(here)
    await met('2026-11-19')
    expect(await before(begins)).toBe('2026-06-01')
    await met('2026-08-01')
    expect(await before(begins)).toBe('2026-08-01')
  })

  it('names those offstage who live there, and finds the conversations of one teammate alone', async () => {
    const here = workspace()
    const one = await here.knows('Dana Reyes', { offstage: true, introducedOn: '2026-11-01' })
    const two = await here.knows('Tom Hale', { offstage: true })
    await here.knows('Piet Vos', { offstage: true, home: secret })
    const met = await here.knows('Frank Ortiz')
    const offstage = (userId: string, home = customers) =>
      here.read(userId, ({ lately: reads }) => reads.offstageIn(home, 10))
    expect(await offstage(ben)).toEqual([two.id, one.id])
    expect(await offstage(ben, secret)).toEqual([])
    for (const by of [ana, ben])
      await here.does(by, ({ interactions }) =>
        interactions.add({ ...about(here, met.id, by), kind: 'met', text: by, teammates: [ana, ben] }),
      )
    await heard(here, met.id, 'of ben', ben)
    const of = (userId: string) => here.read(userId, ({ lately: reads }) => reads.conversationsOf(userId))
    expect((await of(ana)).contacts.map(({ text }) => text)).toEqual([ana])
    expect((await of(ana)).heard).toEqual([])
    expect((await of(ben)).heard).toEqual([{ personId: met.id, on: '2026-11-20' }])
  })
})

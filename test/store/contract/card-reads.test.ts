import { expect, it } from 'vitest'
import type { Commitment } from '../../../src/domain/commitment.js'
import type { OpenQuestion } from '../../../src/domain/open-question.js'
import type { Person } from '../../../src/domain/person.js'
import { ana, at, ben, customers, onEachEngine, secret, today } from './workspace.js'

onEachEngine('what a card reads', (workspace) => {
  it('the days of contact since a day, each with how often, as far as the asker may see them', async () => {
    const here = workspace()
    const frank = await here.knows('Frank Ortiz')
    const lily = await here.knows('Lily Chen')
    await here.does(ana, async ({ interactions }) => {
      for (const on of ['2025-11-30', '2025-12-01', '2026-03-03', '2026-03-03'])
        await interactions.add(here.contact(frank, on))
      await interactions.add(here.contact(frank, '2026-03-03', { home: secret }))
      await interactions.add(here.contact(frank, today, { home: secret }))
      await interactions.add(here.contact(lily, today))
    })
    const daysOf = (userId: string, person: Person) =>
      here.read(userId, ({ interactions }) => interactions.daysOf(person.id, '2025-12-01'))
    const sorted = async (userId: string) => [...(await daysOf(userId, frank))].sort()
    expect(await sorted(ben)).toEqual([
      ['2025-12-01', 1],
      ['2026-03-03', 2],
    ])
    expect(await sorted(ana)).toEqual([
      ['2025-12-01', 1],
      ['2026-03-03', 3],
      [today, 1],
    ])
    const hidden = await here.knows('Dana Cho', { home: secret })
    await here.does(ana, ({ interactions }) => interactions.add(here.contact(hidden, today)))
    expect((await daysOf(ben, hidden)).size).toBe(0)
  })

  it('the open promises that are due soonest, and how many there are', async () => {
    const here = workspace()
    const frank = await here.knows('Frank Ortiz')
    const promise = (dueOn: string | null, differing: Partial<Commitment> = {}): Commitment => ({
      id: here.newId(),
      personId: frank.id,
      home: customers,
      by: ana,
      at,
      on: today,
      kind: 'promise',
      text: dueOn ?? 'some day',
      dueOn,
      closed: null,
      ...differing,
    })
    await here.does(ana, async ({ commitments }) => {
      for (const each of [
        promise(null),
        promise('2026-12-20'),
        promise('2026-12-01', { home: secret }),
        promise('2026-12-10', { kind: 'step' }),
        promise('2026-11-01', { closed: { as: 'kept', on: today, by: ana } }),
      ])
        await commitments.add(each)
    })
    const texts = (userId: string, limit?: number) =>
      here.read(userId, async ({ commitments }) =>
        (await commitments.open(frank.id, limit)).map(({ text }) => text),
      )
    expect(await texts(ana)).toEqual(['2026-12-01', '2026-12-10', '2026-12-20', 'some day'])
    expect(await texts(ben, 2)).toEqual(['2026-12-10', '2026-12-20'])
    const counted = (userId: string) =>
      here.read(userId, ({ commitments }) => commitments.countOpen(frank.id))
    expect([await counted(ana), await counted(ben)]).toEqual([4, 3])
  })

  it('the newest question that is open', async () => {
    const here = workspace()
    const frank = await here.knows('Frank Ortiz')
    const asking = (text: string, on: string, answered: OpenQuestion['answered'] = null): OpenQuestion => ({
      id: here.newId(),
      personId: frank.id,
      home: customers,
      by: ana,
      at,
      on,
      text,
      answered,
    })
    await here.does(ana, async ({ openQuestions }) => {
      await openQuestions.add(asking('older', '2026-11-01'))
      await openQuestions.add(asking('newer', '2026-11-02'))
      await openQuestions.add(asking('answered', '2026-11-03', { on: today, by: ana, noteId: null }))
    })
    await here.read(ben, async ({ openQuestions }) => {
      expect((await openQuestions.open(frank.id, 1)).map(({ text }) => text)).toEqual(['newer'])
      expect(await openQuestions.open(frank.id)).toHaveLength(2)
    })
  })
})

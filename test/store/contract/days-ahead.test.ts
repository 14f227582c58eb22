import { expect, it } from 'vitest'
import type { Home } from '../../../src/domain/audience.js'
import { plusDays } from '../../../src/domain/local-time.js'
import { occasionOf } from '../../../src/domain/reasons/occasion.js'
import { draft, post } from './drafts.js'
import { ana, ben, customers, onEachEngine, secret, today, type Workspace } from './workspace.js'

onEachEngine('those about whom something is written down for a day ahead', (workspace) => {
  const ahead = (here: Workspace, userId: string, from: string = today) =>
    here.read(userId, ({ people }) =>
      people.daysAhead({ dueBy: plusDays(from, 30), from, to: plusDays(from, 60) }),
    )

  it('come with what the asker may see of it, open and near, and with how they stand', async () => {
    const here = workspace()
    const [frank, lily] = [await here.knows('Frank Ortiz'), await here.knows('Lily Chen', { home: secret })]
    await here.knows('Susan Bell', { firstDueOn: today })
    const dueOn = plusDays(today, 30)
    const near = here.promise(frank, 'call', { dueOn })
    const whispered = here.promise(frank, 'a word with his boss', { dueOn, home: secret })
    const date = here.keyDate(lily, 'audit', { monthDay: '01-19' })
    await here.does(ana, async ({ commitments, keyDates }) => {
      for (const each of [near, whispered]) await commitments.add(each)
      await commitments.add(here.promise(frank, 'later', { dueOn: plusDays(dueOn, 1) }))
      await commitments.add(here.promise(frank, 'some day'))
      await keyDates.add(date)
      await keyDates.add(here.keyDate(lily, 'too far', { monthDay: '01-20' }))
      await keyDates.add(here.keyDate(lily, 'over', { monthDay: '11-19' }))
    })
    const standing = {
      ...{ lastContactOn: null, lastSeenOn: null, dueOn: null, comesUpOn: null },
      putOff: new Map(),
    }
    expect(await ahead(here, ben)).toEqual([{ person: frank, ...standing, commitments: [near], dates: [] }])
    expect(await ahead(here, ana)).toEqual([
      { person: frank, ...standing, commitments: [near, whispered], dates: [] },
      { person: lily, ...standing, commitments: [], dates: [date] },
    ])
    const closed = { as: 'kept', on: today, by: ana } as const
    await here.does(ana, ({ commitments }) => commitments.change(near.id, { closed }))
    expect(await ahead(here, ben)).toEqual([])
  })

  it('say until when each was put off, as far as the asker reads there', async () => {
    const here = workspace()
    const frank = await here.knows('Frank Ortiz')
    const [promise, other] = [
      here.promise(frank, 'call', { dueOn: today }),
      here.promise(frank, 'write', { dueOn: today }),
    ]
    await here.does(ana, async ({ commitments }) => {
      for (const each of [promise, other]) await commitments.add(each)
    })
    const raises = (id: string, place: Home, { id: promiseId }: typeof promise) =>
      here.keep(({ posts }) =>
        posts.plan(post(`p${id}`, { place }), [
          draft(id, frank.id, [{ kind: 'promise', occasion: occasionOf(promiseId, today) }]),
        ]),
      )
    await raises('n1', customers, promise)
    await raises('n2', secret, other)
    const until = plusDays(today, 5)
    await here.does(ana, async ({ nudges }) => {
      await nudges.answer('n1', { kind: 'later', by: ana, until })
      await nudges.answer('n2', { kind: 'not-needed', by: ana, until })
    })
    const putOff = async (userId: string, from: string = today) =>
      Object.fromEntries((await ahead(here, userId, from))[0]?.putOff ?? [])
    expect(await putOff(ana)).toEqual({ [promise.id]: until, [other.id]: until })
    expect(await putOff(ben)).toEqual({ [promise.id]: until })
    expect(await putOff(ana, until)).toEqual({})
  })

  it('can be left out of those who come up by their rhythm', async () => {
    const here = workspace()
    const frank = await here.knows('Frank Ortiz', { firstDueOn: today })
    const lily = await here.knows('Lily Chen', { firstDueOn: today })
    const page = { limit: 5, offset: 0 }
    const rest = await here.read(ana, ({ people }) => people.comingUp(page, [frank.id]))
    expect(rest.map(({ person }) => person.id)).toEqual([lily.id])
  })
})

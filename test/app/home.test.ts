import { describe, expect, it } from 'vitest'
import { homeTab } from '../../src/app/home/home-tab.js'
import { unattended } from '../../src/app/home/unattended.js'
import { ok } from '../../src/app/outcome.js'
import { asOne } from '../../src/app/part-of.js'
import { greet } from '../../src/app/people/greet.js'
import { handOver } from '../../src/app/people/hand-over.js'
import { peopleLike } from '../../src/app/people/like.js'
import { takeBack } from '../../src/app/take-back.js'
import { anOffice, everything } from './office.js'

const page = { limit: 10, offset: 0 }

describe('whom nobody looks after', () => {
  it('are the people of those who are no full members any more, in pages', async () => {
    const office = await anOffice()
    const ana = await office.asker()
    for (const name of ['First', 'Second', 'Third'])
      await office.knows(await office.asker('UBEN'), { name, company: '', title: '' })
    await office.knows(ana, { name: 'Of Ana' })
    const names = async (limit: number, offset: number) => {
      const some = await unattended(office, ana, { limit, offset })
      return [some.items.map(({ person }) => person.name), some.more]
    }
    expect(await names(10, 0)).toEqual([[], false])
    office.user('UBEN', { standing: 'gone' })
    expect(await names(10, 0)).toEqual([['First', 'Second', 'Third'], false])
    expect(await names(2, 0)).toEqual([['First', 'Second'], true])
    expect(await names(2, 2)).toEqual([['Third'], false])
    office.user('UBEN', { standing: 'guest' })
    expect(await names(10, 0)).toEqual([['First', 'Second', 'Third'], false])
  })

  it('are not guessed while Slack does not say: whoever cannot be asked about is here', async () => {
    const office = await anOffice()
    const ana = await office.asker()
    await office.knows(await office.asker('UBEN'))
    office.user('UBEN', { standing: 'gone' })
    office.down.add('UBEN')
    expect((await unattended(office, ana, page)).items).toEqual([])
    office.down.clear()
    expect((await unattended(office, ana, page)).items).toHaveLength(1)
  })
})

describe('Home', () => {
  it('is a first one until somebody is known', async () => {
    const office = await anOffice()
    const ana = await office.asker()
    expect((await homeTab(office, ana)).first).toBe(true)
    const frank = await office.knows(ana)
    expect((await homeTab(office, ana)).first).toBe(false)
    expect((await homeTab(office, ana)).waiting.items).toEqual([])
    const later = await office.asker('UANA', 'CUSTOMERS', '2027-02-01T16:00:00.000Z')
    expect((await homeTab(office, later)).waiting).toMatchObject({
      items: [{ person: { id: frank.id }, role: 'buyer at Acme', neverSpoken: true }],
      more: false,
    })
  })
})

it('whoever was handed somebody is no beginner, though they never typed anything', async () => {
  const office = await anOffice()
  const ana = await office.asker()
  const frank = await office.knows(ana)
  const ben = () => office.asker('UBEN', 'CUSTOMERS', '2027-02-01T16:00:00.000Z')
  expect(await greet(office.uow, await ben())).toMatchObject({ first: true, known: 1 })
  await handOver(office, ana, frank.id, 'UBEN')
  const waiting = [{ person: { id: frank.id } }]
  expect(await homeTab(office, await ben())).toMatchObject({ first: false, waiting: { items: waiting } })
  expect(await greet(office.uow, await ben())).toMatchObject({ first: false, glad: waiting })
})

it('type-ahead finds by name first, then by what somebody does and where, each once', async () => {
  const office = await anOffice()
  const ana = await office.asker()
  await office.knows(ana, { name: 'Åsa Berg', title: 'buyer', company: 'Nimbus' })
  await office.knows(ana, { name: 'Bo Buyer', title: 'buyer', company: 'Acme' })
  const find = async (typed: string) => (await peopleLike(office.uow, ana, typed, 5)).map(({ name }) => name)
  expect(await find('asa')).toEqual(['Åsa Berg'])
  expect(await find('buy')).toEqual(['Bo Buyer', 'Åsa Berg'])
  expect(await find('buyer nim')).toEqual(['Åsa Berg'])
  expect(await find('B')).toEqual(['Bo Buyer', 'Åsa Berg'])
  expect(await find('n')).toEqual([])
  expect(await find(' ')).toEqual([])
})

it('acts done as one are taken back as one, whichever of them is named; a refused one counts for nothing', async () => {
  const office = await anOffice()
  const ana = await office.asker()
  const people = [await office.knows(ana, { name: 'Frank' }), await office.knows(ana, { name: 'Lily' })]
  const { uow, firstActId } = asOne(office.uow)
  const refused = await uow.act(everything, draft(people[0]?.id ?? ''), async () => ({
    ok: false,
    why: { reason: 'person-gone' },
  }))
  expect(refused.ok).toBe(false)
  expect(firstActId()).toBeNull()
  for (const { id } of people)
    await uow.act(everything, draft(id), async (stores) => {
      await stores.people.change(id, { prefers: 'text' })
      return ok(null)
    })
  const prefers = () =>
    office.uow.read(everything, async (stores) =>
      Promise.all(people.map(async ({ id }) => (await stores.people.get(id))?.prefers)),
    )
  expect(await prefers()).toEqual(['text', 'text'])
  expect(await takeBack(office, ana, firstActId())).toMatchObject({ ok: true, value: { more: true } })
  expect(await prefers()).toEqual([null, null])
})

const draft = (personId: string) => ({
  kind: 'prefers' as const,
  by: 'UANA',
  at: '2026-11-21T16:00:00.000Z',
  place: 'channel:CUSTOMERS' as const,
  personId,
  cause: null,
})

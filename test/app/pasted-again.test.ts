import { describe, expect, it } from 'vitest'
import { hearPasted, type Pasted, whoSigned } from '../../src/app/sources/hear-pasted.js'
import { anOffice, everything, saturday } from './office.js'
import { done } from './one-of-each.js'

const pasted = (personId: string, said: Partial<Pasted>): Pasted => ({
  personId,
  source: 'signature',
  role: null,
  successor: null,
  addresses: [],
  observedAt: saturday,
  words: 'as pasted',
  ...said,
})

describe('what was pasted before', () => {
  it.each([
    ['a company', { title: '', company: 'Globex', left: false }],
    ['both', { title: 'VP Operations', company: 'Globex', left: false }],
    ['a departure', { title: '', company: 'Acme', left: true }],
  ])('asks the same once more, and writes nothing down: %s', async (_, role) => {
    const office = await anOffice()
    const ana = await office.asker()
    const frank = await office.knows(ana)
    const first = done(await hearPasted(office, ana, pasted(frank.id, { role })))
    expect(first).toMatchObject({ actId: expect.any(String), question: { personId: frank.id } })
    const again = done(await hearPasted(office, ana, pasted(frank.id, { role })))
    expect(again).toMatchObject({ actId: null, question: { id: first.question?.id } })
  })

  it('leaves one question open about a title alone', async () => {
    const office = await anOffice()
    const ana = await office.asker()
    const frank = await office.knows(ana)
    const said = pasted(frank.id, { role: { title: 'VP Operations', company: '', left: false } })
    const { question } = done(await hearPasted(office, ana, said))
    expect(done(await hearPasted(office, ana, said))).toMatchObject({ actId: null, question })
    const open = await office.uow.read(everything, ({ roleQuestions }) => roleQuestions.open(frank.id))
    expect(open).toEqual([question])
  })

  it('keeps an address once, however it is written', async () => {
    const office = await anOffice()
    const ana = await office.asker()
    const frank = await office.knows(ana)
    const addresses = ['frank@globex.example']
    const first = done(await hearPasted(office, ana, pasted(frank.id, { addresses })))
    expect(first).toMatchObject({ kept: addresses, verdict: null, question: null, person: { addresses } })
    const shouted = pasted(frank.id, { addresses: ['FRANK@globex.example'] })
    const again = done(await hearPasted(office, ana, shouted))
    expect(again).toMatchObject({ kept: [], actId: null, person: { addresses } })
  })

  it('is refused of somebody who cannot be seen from there', async () => {
    const office = await anOffice()
    const hidden = await office.knows(await office.asker('UANA', 'QUIET'))
    const ben = await office.asker('UBEN')
    const role = { title: 'CFO', company: '', left: false }
    const heard = await hearPasted(office, ben, pasted(hidden.id, { role }))
    expect(heard).toMatchObject({ ok: false, why: { reason: 'person-gone' } })
  })
})

it('whoever signed is known by their address first, then by a name that only one of them has', async () => {
  const office = await anOffice()
  const ana = await office.asker()
  const frank = await office.knows(ana, { addresses: ['frank@acme.example'] })
  const dana = await office.knows(ana, { name: 'Dana Cho' })
  const signed = async (name: string | null, ...addresses: readonly string[]) =>
    (await whoSigned(office.uow, ana, { name, addresses }))?.id ?? null
  expect(await signed('Dana Cho', 'FRANK@acme.example')).toBe(frank.id)
  expect(await signed('dana cho')).toBe(dana.id)
  expect([await signed(null), await signed(''), await signed('Susan Bell')]).toEqual([null, null, null])
  await office.knows(ana, { name: 'Dana Cho', company: 'Globex' })
  expect(await signed('Dana Cho')).toBeNull()
})

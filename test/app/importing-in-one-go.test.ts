import { describe, expect, it } from 'vitest'
import { unrelated } from '../../src/app/imports/looked-up.js'
import { unnamed } from '../../src/domain/person.js'
import { contact, type Given, imported, staged } from './file-of-contacts.js'
import { anOffice, everything } from './office.js'

describe('rows that are looked up together', () => {
  const together = (...given: readonly Given[]): number =>
    unrelated(given.map((each) => ({ contact: contact(each) }))).length
  const frank = { name: 'Frank Ortiz', addresses: ['frank@acme.example'] }

  it('are all that bring different people', () => {
    expect(
      together(frank, { name: 'Susan Bell' }, { name: 'Lily Chen', addresses: ['lily@x.example'] }),
    ).toBe(3)
  })

  it.each<[string, Given]>([
    ['name', { name: 'FRANK  Ortíz', key: 'other' }],
    ['address', { name: 'Susan Bell', addresses: ['https://x.example', 'Frank@Acme.example'] }],
    ['key', { name: 'Susan Bell', key: 'frank-ortiz' }],
  ])('end before one that has the %s of an earlier one', (_, related) => {
    expect(together(frank, { name: 'Lily Chen' }, related, { name: 'Ida Berg' })).toBe(2)
  })

  it('end after somebody without a name, who may be anybody', () => {
    expect(together(frank, { name: unnamed }, { name: 'Ida Berg' })).toBe(2)
  })

  it('have no part in what waits for a teammate', () => {
    const rows = [{ contact: contact(frank) }, { contact: null }, { contact: null }]
    expect(unrelated(rows)).toHaveLength(3)
  })
})

it('those who are written together have their first days one after the other, no more on one than a place takes', async () => {
  const office = await anOffice()
  const ana = await office.asker()
  await office.knows(ana, { name: 'Lily Chen' })
  const rows = Array.from({ length: 90 }, (_, n) => ({ name: `Person ${n}`, company: `Company ${n}` }))
  await imported(office, ana, rows, { rhythm: { every: 1, unit: 'week' } })
  const { home } = ana.place
  const { days, cap } = await office.uow.read(everything, async ({ people, places }) => ({
    days: [...(await people.firstContacts(home, '2026-01-01', '2030-01-01')).values()],
    cap: (await places.get(home))?.cap ?? 0,
  }))
  expect(days.reduce((all, each) => all + each, 0)).toBe(91)
  expect(Math.max(...days)).toBe(cap)
  // Every day is full but the last.
  expect(days.filter((each) => each < cap).length).toBeLessThanOrEqual(1)
})

it('everybody who was written in one go is found, each under a place of their own', async () => {
  const office = await anOffice()
  const ana = await office.asker()
  const rows = Array.from({ length: 70 }, (_, n) => ({
    name: `Person Number${n}`,
    title: 'Buyer',
    company: 'Acme',
  }))
  await imported(office, ana, rows)
  const page = { limit: 200, offset: 0 }
  const found = await office.uow.read(everything, async ({ search }) => ({
    roles: await search.entries(['buyer'], page),
    last: await search.people(['number69'], page),
  }))
  expect(new Set(found.roles.map(({ person }) => person.id)).size).toBe(70)
  expect(found.last.map(({ name }) => name)).toEqual(['Person Number69'])
})

it.each([
  ['a letter beyond the first plane', '𠮷田 太郎', '𠮷田-太郎'],
  ['an emoji', 'Ann 🌟 Bell', 'ann-bell-🚀-1'],
])(
  'whoever has %s in what tells them apart is recognised when the file comes again',
  async (_, name, key) => {
    const office = await anOffice()
    const ana = await office.asker()
    const them = { name, key, company: 'Acme', title: 'Buyer' }
    await imported(office, ana, [them])
    const { counts } = await staged(office, ana, [them, { name: 'Lily Chen' }])
    expect(counts).toMatchObject({ same: 1, new: 1, unclear: 0 })
  },
)

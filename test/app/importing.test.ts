import { describe, expect, it } from 'vitest'
import { forget } from '../../src/app/forgetting/forget.js'
import { previewOf } from '../../src/app/imports/preview.js'
import { imported, known, staged, value } from './file-of-contacts.js'
import { anOffice, everything, type Office } from './office.js'

const frank = { name: 'Frank Ortiz', title: 'Buyer', company: 'Acme', addresses: ['frank@acme.example'] }
const susan = { name: 'Susan Bell', title: 'CFO', company: 'Globex' }
const page = { limit: 9, offset: 0 }

const length = (office: Office) => office.uow.read(everything, ({ journal }) => journal.length())
const news = (office: Office) => office.uow.read(everything, (stores) => stores.news.recent(20))

describe('the first file of a source', () => {
  it('brings people as their importer’s, here, marked with where they come from, and as no news', async () => {
    const office = await anOffice()
    const ana = await office.asker()
    const birthday = { monthDay: '03-14', year: null }
    const done = await imported(office, ana, [{ ...frank, birthday, note: 'Met at the fair' }, susan])
    expect(done).toMatchObject({ state: 'done', rows: 2, reached: 2, counts: { new: 2, changed: 0 } })
    const [found] = await known(office, ana, frank.name)
    expect(found).toMatchObject({
      person: {
        ownerId: 'UANA',
        by: 'UANA',
        home: 'channel:CUSTOMERS',
        rhythm: 'never',
        source: 'linkedin:UANA',
      },
      roles: [{ title: 'Buyer', company: 'Acme', source: 'linkedin:UANA' }],
    })
    const id = found?.person?.id ?? ''
    const more = await office.uow.read(everything, async ({ keyDates, notes }) => ({
      dates: await keyDates.of(id, page),
      notes: await notes.of(id, page),
    }))
    expect(more).toMatchObject({
      dates: [{ monthDay: '03-14', year: null, yearly: true, text: 'birthday' }],
      notes: [{ text: 'Met at the fair', on: ana.today, source: 'linkedin:UANA' }],
    })
    expect(await news(office)).toEqual([])
  })

  it('gives those whom it introduces a rhythm only when one is chosen, as many a morning as there is room for', async () => {
    const office = await anOffice()
    const ana = await office.asker()
    const many = Array.from({ length: 12 }, (_, i) => ({ name: `Person ${i}` }))
    await imported(office, ana, many, { rhythm: { every: 30, unit: 'day' } })
    const due = await office.uow.read(everything, ({ people }) => people.comingUp({ limit: 20, offset: 0 }))
    const days = due.map(({ dueOn }) => dueOn)
    expect(days).toHaveLength(12)
    expect(days.filter((day) => day === days[0])).toHaveLength(5)
    expect(new Set(days).size).toBe(3)
  })
})

describe('a later file of the same source', () => {
  it('changes nothing when it is the same, and leaves those alone who are missing in it', async () => {
    const office = await anOffice()
    const ana = await office.asker()
    await imported(office, ana, [{ ...frank, note: 'Met at the fair' }, susan])
    const before = await length(office)
    const again = await imported(office, ana, [{ ...frank, note: 'Met at the fair' }])
    expect(again.counts).toMatchObject({ same: 1, new: 0, changed: 0 })
    expect(await length(office)).toBe(before)
    expect(await known(office, ana, susan.name)).toMatchObject([{ roles: [{ title: 'CFO', untilOn: null }] }])
  })

  it('is news where it differs: three titles and two companies are five, and an emptied cell is none', async () => {
    const office = await anOffice()
    const ana = await office.asker()
    const before = [1, 2, 3, 4, 5, 6, 7].map((n) => ({
      name: `Person ${n}`,
      title: 'Buyer',
      company: `Company ${n}`,
    }))
    await imported(office, ana, before)
    const after = before.map((each, i) => {
      if (i < 3) return { ...each, title: 'Head of purchasing' }
      if (i < 5) return { ...each, company: `Other ${i}` }
      return i === 5 ? { ...each, title: '' } : { ...each, title: 'BUYER', company: 'Company 7, Inc.' }
    })
    const preview = value(await previewOf(office, ana, (await staged(office, ana, after)).id))
    expect(preview.now.counts).toMatchObject({ changed: 5, same: 2 })
    expect(preview.first.changed[0]).toMatchObject({
      person: { name: 'Person 1' },
      fate: {
        was: { title: 'Buyer', company: 'Company 1' },
        is: { title: 'Head of purchasing', company: 'Company 1' },
      },
    })
    const done = await imported(office, ana, after)
    expect(done.counts).toEqual(preview.now.counts)
    expect(await news(office)).toHaveLength(5)
    expect(await known(office, ana, 'Person 1')).toMatchObject([
      {
        roles: [
          { title: 'Buyer', untilOn: ana.today },
          { title: 'Head of purchasing', untilOn: null },
        ],
      },
    ])
  })
})

describe('whom a row is about', () => {
  it('is whoever has the address, and nobody anew; what was not known of them is added', async () => {
    const office = await anOffice()
    const ana = await office.asker()
    await office.knows(ana, { addresses: ['FRANK@acme.example'] })
    const addresses = ['frank@acme.example', 'https://www.linkedin.com/in/frank']
    const done = await imported(office, ana, [{ ...frank, name: 'Frank J. Ortiz', addresses }])
    expect(done.counts).toMatchObject({ changed: 1, new: 0 })
    const [found] = await known(office, ana, frank.name)
    expect(found?.person?.addresses).toEqual(['FRANK@acme.example', 'https://www.linkedin.com/in/frank'])
    expect(found?.roles).toHaveLength(1)
  })

  it('is never decided by a name alone, nor by an address of somebody with quite another name', async () => {
    const office = await anOffice()
    const ana = await office.asker()
    await office.knows(ana, { addresses: ['office@acme.example'] })
    const preview = value(
      await previewOf(
        office,
        ana,
        (
          await staged(office, ana, [
            { name: 'Frank Ortiz', company: 'Initech' },
            { name: 'Frank Ortiz', company: 'ACME, Inc.', key: 'frank-2' },
            { name: 'Dana Cho', addresses: ['office@acme.example'] },
          ])
        ).id,
      ),
    )
    expect(preview.first.unclear.map(({ fate }) => fate)).toEqual([
      { outcome: 'unclear', why: 'same-name' },
      { outcome: 'unclear', why: 'same-name-and-company' },
      { outcome: 'unclear', why: 'other-name' },
    ])
  })

  it('is one person where a file has them twice, and two where the source tells namesakes apart', async () => {
    const office = await anOffice()
    const ana = await office.asker()
    const rows = [
      frank,
      { ...frank, title: 'CEO' },
      { ...frank, key: 'f2' },
      { ...frank, key: 'f3', addresses: [] },
    ]
    const first = await staged(office, ana, rows)
    const preview = value(await previewOf(office, ana, first.id))
    expect(preview.now.counts).toMatchObject({ new: 2, skipped: 2 })
    expect(preview.first.skipped.map(({ row, fate }) => [row, fate])).toEqual([
      [3, { outcome: 'skipped', why: 'twice', firstRow: 2 }],
      [4, { outcome: 'skipped', why: 'twice', firstRow: 2 }],
    ])
    expect((await imported(office, ana, rows)).counts).toEqual(preview.now.counts)
    expect((await imported(office, ana, rows)).counts).toMatchObject({
      same: 2,
      skipped: 2,
      new: 0,
      unclear: 0,
    })
  })

  it('is nobody whom the importer may not see: they are new here, and nothing tells of the other', async () => {
    const office = await anOffice()
    await office.knows(await office.asker('UANA', 'QUIET'), { addresses: frank.addresses })
    const ben = await office.asker('UBEN')
    expect((await imported(office, ben, [frank])).counts).toMatchObject({ new: 1 })
    expect(await known(office, ben, frank.name)).toHaveLength(1)
  })

  it('is nobody who asked to be forgotten: they are counted, not named, and do not come back', async () => {
    const office = await anOffice()
    const ana = await office.asker()
    const { id } = await office.knows(ana, { addresses: frank.addresses })
    value(await forget(office.uow, ana, id))
    const rows = [frank, { name: 'Frank Ortiz', key: 'f2' }, susan]
    const preview = value(await previewOf(office, ana, (await staged(office, ana, rows)).id))
    expect(preview.now.counts).toMatchObject({ forgotten: 1, unclear: 1, new: 1 })
    expect(preview.first.unclear[0]?.fate).toEqual({ outcome: 'unclear', why: 'maybe-forgotten' })
    await imported(office, ana, rows)
    expect(await known(office, ana, frank.name)).toEqual([])
  })
})

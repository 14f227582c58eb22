import { describe, expect, it } from 'vitest'
import { previewOf } from '../../src/app/imports/preview.js'
import { unclearRows } from '../../src/app/imports/unclear-rows.js'
import { type Given, imported, known, staged, value } from './file-of-contacts.js'
import { anOffice, everything, type Office } from './office.js'

const page = { limit: 9, offset: 0 }
const mail = ['frank@acme.example']
const frank = { name: 'Frank Ortiz', title: 'Buyer', company: 'Acme', addresses: mail }

/** What would become of rows, in the order of the file. */
const fates = async (office: Office, rows: readonly Given[]) => {
  const { id } = await staged(office, await office.asker(), rows, 'csv')
  const found = await office.uow.read(everything, ({ imports }) => imports.after(id, 0, rows.length))
  return found.map(({ fate }) => fate)
}

describe('whom the team knows, and a row without a key of its own', () => {
  it('are one where the address and a part of the name are the same, as after a marriage', async () => {
    const office = await anOffice()
    const ana = await office.asker()
    await office.knows(ana, { addresses: mail })
    const married = { ...frank, name: 'Frank Bell', key: null }
    expect((await imported(office, ana, [married], { format: 'csv' })).counts).toMatchObject({
      new: 0,
      same: 1,
    })
    expect(await known(office, ana, 'Frank Ortiz')).toHaveLength(1)
    expect(await known(office, ana, 'Frank Bell')).toEqual([])
  })

  it('are left to the importer where several have the address, and all of them are shown', async () => {
    const office = await anOffice()
    const ana = await office.asker()
    await office.knows(ana, { addresses: mail })
    await office.knows(ana, { name: 'Lily Chen', addresses: mail })
    const done = await imported(office, ana, [{ ...frank, key: null }], { format: 'csv' })
    expect(done.counts).toMatchObject({ unclear: 1, same: 0, new: 0 })
    const [row] = value(await unclearRows(office, ana, done.id, page))
    expect(row?.fate).toEqual({ outcome: 'unclear', why: 'several' })
    expect(row?.candidates.map(({ name }) => name).sort()).toEqual(['Frank Ortiz', 'Lily Chen'])
  })

  it('are two where only the name is the same and the row names no company; that is asked', async () => {
    const office = await anOffice()
    await office.knows(await office.asker())
    expect(await fates(office, [{ name: 'Frank Ortiz', key: null }])).toEqual([
      { outcome: 'unclear', why: 'same-name' },
    ])
  })
})

describe('somebody whom nobody could name', () => {
  it('may be whoever comes in just that role, and nobody who comes in another or in none', async () => {
    const office = await anOffice()
    const ana = await office.asker()
    await office.knows(ana, { name: '', title: 'CFO', company: 'Globex', offstage: true })
    const rows = [
      { name: 'Susan Bell', title: 'cfo', company: 'Globex' },
      { name: 'Ida Berg', title: 'CEO', company: 'Globex' },
      { name: 'Noor Haddad', title: '', company: 'Globex' },
      { name: 'Per Lund', title: 'CFO', company: '' },
    ]
    expect(await fates(office, rows)).toEqual([
      { outcome: 'unclear', why: 'that-someone' },
      { outcome: 'new' },
      { outcome: 'new' },
      { outcome: 'new' },
    ])
  })
})

describe('two rows of a file without keys', () => {
  it('are two people where the companies differ, or one says none', async () => {
    const office = await anOffice()
    const ana = await office.asker()
    const rows = ['Acme', 'Globex', ''].map((company) => ({ name: 'Frank Ortiz', company, key: null }))
    const done = await imported(office, ana, rows, { format: 'csv' })
    expect(done.counts).toMatchObject({ new: 3, unclear: 0, skipped: 0 })
    const companies = (await known(office, ana, 'Frank Ortiz')).map(({ roles }) => roles[0]?.company ?? '')
    expect(companies.sort()).toEqual(['', 'Acme', 'Globex'])
  })

  it('are asked about where name and company are the same and the addresses are not', async () => {
    const office = await anOffice()
    const other = { ...frank, addresses: ['ortiz@acme.example'], key: null }
    expect(await fates(office, [{ ...frank, key: null }, other])).toEqual([
      { outcome: 'new' },
      { outcome: 'unclear', why: 'same-name-and-company' },
    ])
  })

  it('are one with a part of the name and the address in common, and asked about with quite another name', async () => {
    const office = await anOffice()
    const rows = ['Frank Ortiz', 'Frank Bell', 'Dana Cho'].map((name, i) => {
      const addresses = [`own-${i}@acme.example`, ...mail]
      return { ...frank, name, addresses, key: null }
    })
    expect(await fates(office, rows)).toEqual([
      { outcome: 'new' },
      { outcome: 'skipped', why: 'twice', firstRow: 2 },
      { outcome: 'unclear', why: 'other-name' },
    ])
  })
})

describe('what a source’s first word adds to somebody', () => {
  const birthday = { monthDay: '03-14', year: 1980 }
  const told = { ...frank, birthday, note: 'Met at the fair' }

  it('is their role, birthday and note where the team knew none', async () => {
    const office = await anOffice()
    const ana = await office.asker()
    const { id } = await office.knows(ana, { title: '', company: '', addresses: mail })
    const { id: importId } = await imported(office, ana, [told])
    const { first } = value(await previewOf(office, ana, importId))
    expect(first.changed).toMatchObject([{ fate: { personId: id, adds: ['role', 'birthday', 'note'] } }])
    const kept = await office.uow.read(everything, async ({ roles, keyDates, notes }) => ({
      roles: await roles.of(id),
      dates: await keyDates.of(id, page),
      notes: await notes.of(id, page),
    }))
    expect(kept).toMatchObject({
      roles: [{ title: 'Buyer', company: 'Acme' }],
      dates: [birthday],
      notes: [{ text: 'Met at the fair' }],
    })
  })

  it('is where they work, when that is all that it says', async () => {
    const office = await anOffice()
    const ana = await office.asker()
    await office.knows(ana, { title: '', company: '', addresses: mail })
    expect((await imported(office, ana, [{ ...frank, title: '' }])).counts).toMatchObject({ changed: 1 })
    expect(await known(office, ana, frank.name)).toMatchObject([{ roles: [{ title: '', company: 'Acme' }] }])
  })

  it('is nothing where another source said the same before', async () => {
    const office = await anOffice()
    const ana = await office.asker()
    await imported(office, ana, [told])
    const again = await imported(office, ana, [{ ...told, key: null }], { format: 'vcard' })
    expect(again.counts).toMatchObject({ same: 1, changed: 0, new: 0 })
    const [found] = await known(office, ana, frank.name)
    const kept = await office.uow.read(everything, async ({ keyDates, notes }) => [
      await keyDates.countOf(found?.person?.id ?? ''),
      await notes.of(found?.person?.id ?? '', page),
    ])
    expect(kept).toMatchObject([1, [{ text: 'Met at the fair' }]])
  })

  it('is no address that fewer can read than know them', async () => {
    const office = await anOffice()
    const ana = await office.asker()
    await office.knows(ana, { addresses: mail })
    const quietly = await office.asker('UANA', 'QUIET')
    const secret = { ...frank, addresses: [...mail, 'secret@home.example'] }
    expect((await imported(office, quietly, [secret])).counts).toMatchObject({ same: 1, changed: 0, new: 0 })
    expect((await known(office, ana, frank.name))[0]?.person?.addresses).toEqual(mail)
    expect((await imported(office, ana, [secret])).counts).toMatchObject({ changed: 1 })
    expect((await known(office, ana, frank.name))[0]?.person?.addresses).toEqual(secret.addresses)
  })
})

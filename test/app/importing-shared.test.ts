import { describe, expect, it } from 'vitest'
import { forget } from '../../src/app/forgetting/forget.js'
import { imported, known, value } from './file-of-contacts.js'
import { anOffice, everything } from './office.js'

const desk = '+1 555 0100'
const lopez = { name: 'Maria Lopez', title: 'Buyer', company: 'Acme', addresses: [desk] }
const bell = { name: 'Maria Bell', title: 'CFO', company: 'Acme', addresses: [desk] }
const home = ['smith@home.example']

describe('what several people share', () => {
  it('a number of the house makes nobody one with a colleague, however their names begin', async () => {
    const office = await anOffice()
    const ana = await office.asker()
    expect((await imported(office, ana, [lopez, bell], { format: 'hubspot' })).counts).toMatchObject({
      new: 2,
      skipped: 0,
    })
    const later = [lopez, bell, { ...bell, name: 'Ida Bell', key: null }]
    expect((await imported(office, ana, later, { format: 'hubspot' })).counts).toMatchObject({
      same: 2,
      new: 1,
      unclear: 0,
    })
  })

  it.each([[desk], ['office@acme.example']])(
    '%s makes nobody one with another, where a file has no keys',
    async (shared) => {
      const office = await anOffice()
      const ana = await office.asker()
      const addresses = [shared]
      const dana = { ...bell, name: 'Dana Cho', key: null, addresses }
      const both = [{ ...lopez, key: null, addresses }, dana]
      expect((await imported(office, ana, both, { format: 'vcard' })).counts).toMatchObject({ skipped: 0 })
      await imported(office, ana, [{ ...dana, title: 'CEO' }], { format: 'vcard' })
      const [maria] = await known(office, ana, lopez.name)
      const told = await office.uow.read(everything, ({ news }) => news.recent(9))
      expect(maria).toBeDefined()
      expect(told.map(({ personId }) => personId)).not.toContain(maria?.person?.id)
    },
  )

  it('it is theirs where the name is theirs', async () => {
    const office = await anOffice()
    const ana = await office.asker()
    await imported(office, ana, [lopez], { format: 'hubspot' })
    const vcard = [{ ...lopez, name: 'Maria J. Lopez', key: null }]
    expect((await imported(office, ana, vcard, { format: 'vcard' })).counts).toMatchObject({ new: 0 })
    expect(await known(office, ana, lopez.name)).toHaveLength(1)
  })

  it('an address of two whom the source tells apart is asked about, and changes neither', async () => {
    const office = await anOffice()
    const ana = await office.asker()
    const jane = { name: 'Jane Smith', title: 'Buyer', company: 'Acme', addresses: home }
    const john = { name: 'John Smith', title: 'CFO', company: 'Globex', addresses: home }
    const both = await imported(office, ana, [jane, john], { format: 'hubspot' })
    expect(both.counts).toMatchObject({ new: 1, unclear: 1, skipped: 0 })
    const alone = await imported(office, ana, [john], { format: 'hubspot' })
    expect(alone.counts).toMatchObject({ unclear: 1, changed: 0 })
    expect(await office.uow.read(everything, ({ news }) => news.recent(9))).toEqual([])
  })

  it('the number of somebody forgotten keeps no colleague out', async () => {
    const office = await anOffice()
    const ana = await office.asker()
    const { id } = await office.knows(ana, { name: lopez.name, addresses: [desk] })
    value(await forget(office.uow, ana, id))
    const done = await imported(office, ana, [lopez, { ...bell, name: 'Ida Bell' }], { format: 'hubspot' })
    expect(done.counts).toMatchObject({ forgotten: 1, unclear: 0, new: 1 })
  })

  it('the record of somebody forgotten stays forgotten under another name and without an address', async () => {
    const office = await anOffice()
    const ana = await office.asker()
    await imported(office, ana, [{ ...lopez, key: '101' }], { format: 'hubspot' })
    const [found] = await known(office, ana, lopez.name)
    value(await forget(office.uow, ana, found?.person?.id ?? ''))
    const married = { name: 'M. Berg', title: 'Buyer', company: 'Acme', key: '101' }
    expect((await imported(office, ana, [married], { format: 'hubspot' })).counts).toMatchObject({
      forgotten: 1,
      new: 0,
    })
  })
})

import { describe, expect, it } from 'vitest'
import { forget } from '../../src/app/forgetting/forget.js'
import { decideRow } from '../../src/app/imports/decide-row.js'
import { importNow } from '../../src/app/imports/import-now.js'
import { skippedLines } from '../../src/app/imports/skipped-lines.js'
import { unclearRows } from '../../src/app/imports/unclear-rows.js'
import { formOf, putRight } from '../../src/app/people/put-right.js'
import { takeBack } from '../../src/app/take-back.js'
import { type Given, imported, known, staged, value } from './file-of-contacts.js'
import { anOffice, everything } from './office.js'

const page = { limit: 9, offset: 0 }
const row: Given = { name: 'Frank Ortiz', title: 'Buyer', company: 'Acme' }

/** An import with one row that may be about the one Frank Ortiz whom the team knows. */
const inDoubt = async (given: Given = row, channelId = 'CUSTOMERS') => {
  const office = await anOffice()
  const ana = await office.asker('UANA', channelId)
  const frank = await office.knows(ana)
  const { id, counts } = await imported(office, ana, [given])
  expect(counts).toMatchObject({ unclear: 1, new: 0 })
  const same = { is: 'same', personId: frank.id } as const
  const counted = async () => value(await importNow(office, ana, id)).counts
  return { office, ana, frank, id, same, counted }
}

describe('whoever decides an unclear row', () => {
  it('as somebody of whom all that is known already changes nothing, and is asked no more', async () => {
    const { office, ana, frank, id, same, counted } = await inDoubt()
    const decided = value(await decideRow(office, ana, id, 1, same))
    expect(decided).toMatchObject({
      fate: { outcome: 'same', personId: frank.id },
      person: { id: frank.id, name: 'Frank Ortiz' },
      left: 0,
    })
    expect(await counted()).toMatchObject({ unclear: 0, same: 1, changed: 0 })
    expect(value(await unclearRows(office, ana, id, page))).toEqual([])
    expect(await known(office, ana, 'Frank Ortiz')).toMatchObject([{ roles: [{ title: 'buyer' }] }])
    expect((await imported(office, ana, [row])).counts).toMatchObject({ same: 1, unclear: 0 })
  })

  it('need not be asked twice: of the same row in a later file nothing is left to write down', async () => {
    const { office, ana, frank, id, same } = await inDoubt()
    const later = await imported(office, ana, [row])
    expect(later.counts).toMatchObject({ unclear: 1 })
    value(await decideRow(office, ana, id, 1, same))
    const length = () => office.uow.read(everything, ({ journal }) => journal.length())
    const before = await length()
    expect(value(await decideRow(office, ana, later.id, 1, same))).toEqual({
      fate: { outcome: 'same', personId: frank.id },
      person: { id: frank.id, name: 'Frank Ortiz', role: 'buyer at Acme' },
      actId: null,
      left: 0,
    })
    expect(await length()).toBe(before)
    expect(value(await importNow(office, ana, later.id)).counts).toMatchObject({ unclear: 0, same: 1 })
  })

  it('cannot leave out what is decided, nor decide what is left out', async () => {
    const { office, ana, id, same, counted } = await inDoubt()
    const out = { is: 'left-out' } as const
    expect(value(await decideRow(office, ana, id, 1, out))).toMatchObject({ person: null, left: 0 })
    const decided = { ok: false, why: { reason: 'row-decided' } }
    expect(await decideRow(office, ana, id, 1, out)).toEqual(decided)
    expect(await decideRow(office, ana, id, 1, same)).toEqual(decided)
    expect(await counted()).toMatchObject({ unclear: 0, skipped: 1 })
  })

  it('is told when whom they mean has been forgotten meanwhile, and the row waits on', async () => {
    const { office, ana, id, counted } = await inDoubt()
    const lily = await office.knows(ana, { name: 'Lily Chen' })
    value(await forget(office.uow, ana, lily.id))
    const asLily = await decideRow(office, ana, id, 1, { is: 'same', personId: lily.id })
    expect(asLily).toEqual({ ok: false, why: { reason: 'person-gone' } })
    expect(await counted()).toMatchObject({ unclear: 1 })
    expect(value(await unclearRows(office, ana, id, page))).toHaveLength(1)
  })

  it('brings nobody back who was forgotten while the row waited: it is gone with them', async () => {
    const { office, ana, frank, id, same } = await inDoubt()
    value(await forget(office.uow, ana, frank.id))
    expect(value(await unclearRows(office, ana, id, page))).toEqual([])
    for (const decision of [same, { is: 'new' }] as const)
      expect(await decideRow(office, ana, id, 1, decision)).toMatchObject({ ok: false })
    expect(await known(office, ana, 'Frank Ortiz')).toEqual([])
  })

  it('may not any more once they have left the place it was for', async () => {
    const { office, id, same, counted } = await inDoubt(row, 'QUIET')
    office.channel('QUIET', { kind: 'private' }, [])
    const gone = { ok: false, why: { reason: 'import-gone' } }
    for (const decision of [same, { is: 'new' }, { is: 'left-out' }] as const)
      expect(await decideRow(office, await office.asker(), id, 1, decision)).toEqual(gone)
    expect(await counted()).toMatchObject({ unclear: 1, new: 0, skipped: 0 })
    const all = await office.uow.read(everything, ({ people }) => people.count())
    expect(all).toBe(1)
  })

  it('cannot decide what was never begun, nor a row that the file does not have', async () => {
    const { office, ana, id, same } = await inDoubt()
    const gone = { ok: false, why: { reason: 'import-gone' } }
    const waiting = await staged(office, ana, [row])
    expect(await decideRow(office, ana, waiting.id, 1, same)).toEqual(gone)
    expect(await decideRow(office, ana, id, 2, same)).toEqual(gone)
  })
})

describe('those whom an unclear row may be about', () => {
  const address = 'frank@acme.example'

  it('are one as soon as somebody has its address, and none when nobody is called so any more', async () => {
    const { office, ana, frank, id } = await inDoubt({ ...row, addresses: [address] })
    const twin = await office.knows(ana, { company: 'Globex' })
    const candidates = async () => value(await unclearRows(office, ana, id, page))[0]?.candidates
    expect(await candidates()).toHaveLength(2)
    const form = formOf(frank)
    value(await putRight(office, ana, frank.id, form, { ...form, addresses: [address] }))
    expect((await candidates())?.map((each) => each.id)).toEqual([frank.id])
    value(await takeBack(office, ana, null))
    value(await putRight(office, ana, frank.id, form, { ...form, name: 'Karl Meyer' }))
    value(await putRight(office, ana, twin.id, formOf(twin), { ...formOf(twin), name: 'Otto Kern' }))
    expect(await candidates()).toEqual([])
  })
})

describe('the rows that were passed over', () => {
  it('are all told, each with its line and its reason, however many there are', async () => {
    const office = await anOffice()
    const ana = await office.asker()
    const nameless = Array.from({ length: 500 }, (_, i) => ({ row: i + 4, skipped: 'no-name' }) as const)
    const { id } = await staged(office, ana, [row, row, ...nameless])
    const lines = []
    for await (const line of skippedLines(office, ana, id)) lines.push(line)
    expect(lines).toHaveLength(501)
    expect(lines[0]).toEqual({ row: 3, why: 'twice', firstRow: 2 })
    expect(lines.slice(1)).toEqual(
      nameless.map((each) => ({ row: each.row, why: 'no-name', firstRow: null })),
    )
    const others = []
    for await (const line of skippedLines(office, await office.asker('UBEN'), id)) others.push(line)
    expect(others).toEqual([])
  })
})

import { describe, expect, it } from 'vitest'
import { beginImport } from '../../src/app/imports/begin-import.js'
import { carryOut } from '../../src/app/imports/carry-out.js'
import { decideRow } from '../../src/app/imports/decide-row.js'
import { importNow } from '../../src/app/imports/import-now.js'
import { runImports } from '../../src/app/imports/run-imports.js'
import { unclearRows } from '../../src/app/imports/unclear-rows.js'
import { keepNote } from '../../src/app/notes/keep-note.js'
import { takeBack } from '../../src/app/take-back.js'
import { imported, known, staged, value } from './file-of-contacts.js'
import { anOffice, everything, type Office } from './office.js'

const people = [1, 2, 3, 4].map((n) => ({ name: `Person ${n}`, title: 'Buyer', company: `Company ${n}` }))
const page = { limit: 9, offset: 0 }
const count = (office: Office) => office.uow.read(everything, ({ people: all }) => all.count())

describe('undo of an import', () => {
  it('takes all of it back, and what came with a later file too, as it was before', async () => {
    const office = await anOffice()
    const ana = await office.asker()
    await imported(office, ana, people)
    await imported(
      office,
      ana,
      people.map((each) => ({ ...each, title: 'CEO' })),
    )
    expect(value(await takeBack(office, ana, null)).imported).toMatchObject({ state: 'undone', stayed: 0 })
    expect(await known(office, ana, 'Person 1')).toMatchObject([
      { roles: [{ title: 'Buyer', untilOn: null }] },
    ])
    expect(value(await takeBack(office, ana, null)).imported).toMatchObject({ state: 'undone', stayed: 0 })
    expect(await count(office)).toBe(0)
    expect(await takeBack(office, ana, null)).toMatchObject({ why: { reason: 'nothing-to-undo' } })
    expect((await imported(office, ana, people)).counts).toMatchObject({ new: 4 })
  })

  it('leaves those alone on whom a teammate built, and says how many', async () => {
    const office = await anOffice()
    const ana = await office.asker()
    await imported(office, ana, people)
    const [built] = await known(office, ana, 'Person 2')
    value(await keepNote(office, await office.asker('UBEN'), built?.person?.id ?? '', 'note', 'likes jazz'))
    const back = value(await takeBack(office, ana, null))
    expect(back.imported).toMatchObject({ state: 'undone', stayed: 1 })
    expect(await count(office)).toBe(1)
    expect(await known(office, ana, 'Person 2')).toMatchObject([{ roles: [{ title: 'Buyer' }] }])
    expect(await takeBack(office, ana, null)).toMatchObject({ why: { reason: 'nothing-to-undo' } })
  })

  it('stops one that is running; what was done by hand meanwhile is taken back before it', async () => {
    const office = await anOffice()
    const ana = await office.asker()
    // More than one batch takes.
    const many = Array.from({ length: 60 }, (_, n) => ({ name: `Person ${n}` }))
    const { id } = await staged(office, ana, many)
    value(await beginImport({ ...office, importsWait: () => {} }, ana, id, { rhythm: 'never' }))
    const frank = await office.knows(ana)
    const oneBatch = async () => {
      const them = await office.uow.read(everything, ({ imports }) => imports.get(id))
      if (them?.state !== 'running') throw new Error('not running')
      await carryOut(office, ana, them, '')
    }
    await oneBatch()
    await office.knows(ana, { name: 'Lily Chen' })
    await oneBatch()
    expect(value(await takeBack(office, ana, null))).toMatchObject({
      imported: null,
      people: [{ name: 'Lily Chen' }],
    })
    const back = value(await takeBack(office, ana, null))
    expect(back.imported).toMatchObject({ stayed: 0 })
    await runImports({ ...office, clock: () => ana.at }, 'T1')
    expect(await count(office)).toBe(1)
    expect(value(await takeBack(office, ana, null)).people).toMatchObject([{ id: frank.id }])
  })

  it('is refused to whoever did not import', async () => {
    const office = await anOffice()
    await imported(office, await office.asker(), people)
    expect(await takeBack(office, await office.asker('UBEN'), null)).toMatchObject({ ok: false })
  })
})

describe('what is carried out', () => {
  it('is carried out once, however many processes go on with it at the same time', async () => {
    const office = await anOffice()
    const ana = await office.asker()
    const { id } = await staged(office, ana, people)
    value(await beginImport({ ...office, importsWait: () => {} }, ana, id, { rhythm: 'never' }))
    const running = () => runImports({ ...office, clock: () => ana.at }, 'T1')
    await Promise.all([running(), running(), running()])
    expect(value(await importNow(office, ana, id))).toMatchObject({ state: 'done', counts: { new: 4 } })
    expect(await count(office)).toBe(4)
    const news = await office.uow.read(everything, ({ imports }) => imports.withOutcome(id, 'new', page))
    expect(news).toHaveLength(4)
  })
})

describe('an unclear row', () => {
  const unclear = async () => {
    const office = await anOffice()
    const ana = await office.asker()
    const frank = await office.knows(ana)
    const lily = await office.knows(ana, { name: 'Lily Chen' })
    const done = await imported(office, ana, [
      { name: 'Frank Ortiz', title: 'CEO', company: 'Initech' },
      { name: 'Lily Chen', title: 'CFO', company: 'Initech', addresses: ['lily@initech.example'] },
    ])
    expect(done.counts).toMatchObject({ unclear: 2, new: 0 })
    return { office, ana, frank, lily, id: done.id }
  }

  it('waits with those whom it may be about; the same one is known from then on', async () => {
    const { office, ana, lily, id } = await unclear()
    const rows = value(await unclearRows(office, ana, id, page))
    expect(rows.map(({ nth, candidates }) => [nth, candidates.map(({ name }) => name)])).toEqual([
      [1, ['Frank Ortiz']],
      [2, ['Lily Chen']],
    ])
    const decided = value(await decideRow(office, ana, id, 2, { is: 'same', personId: lily.id }))
    expect(decided).toMatchObject({ fate: { outcome: 'changed', adds: ['address'] }, left: 1 })
    expect(value(await importNow(office, ana, id)).counts).toMatchObject({ unclear: 1, changed: 1 })
    expect(await decideRow(office, ana, id, 2, { is: 'new' })).toMatchObject({
      why: { reason: 'row-decided' },
    })
    const later = [
      { name: 'Lily Chen', title: 'CEO', company: 'Initech', addresses: ['lily@initech.example'] },
    ]
    expect((await imported(office, ana, later)).counts).toMatchObject({ asked: 1, unclear: 0 })
  })

  it('may be somebody new, or left out; a decision is taken back by itself', async () => {
    const { office, ana, id } = await unclear()
    expect(value(await decideRow(office, ana, id, 2, { is: 'left-out' }))).toMatchObject({
      actId: null,
      left: 1,
    })
    const { person } = value(await decideRow(office, ana, id, 1, { is: 'new' }))
    expect(person).toMatchObject({ name: 'Frank Ortiz', role: 'CEO at Initech' })
    expect(await count(office)).toBe(3)
    expect(value(await takeBack(office, ana, null)).imported).toBeNull()
    expect(await count(office)).toBe(2)
  })

  it('is its importer’s to decide, in the place where it was asked for', async () => {
    const { office, frank, id } = await unclear()
    const ben = await office.asker('UBEN')
    expect(await unclearRows(office, ben, id, page)).toMatchObject({ why: { reason: 'import-gone' } })
    const same = { is: 'same', personId: frank.id } as const
    expect(await decideRow(office, ben, id, 1, same)).toMatchObject({ why: { reason: 'import-gone' } })
    const direct = await office.asker('UANA', null)
    const { person } = value(await decideRow(office, direct, id, 1, { is: 'new' }))
    expect((await known(office, ben, 'Frank Ortiz')).map((each) => each.person?.id)).toContain(person?.id)
  })
})

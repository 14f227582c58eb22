import { describe, expect, it } from 'vitest'
import { beginImport, cancelImport } from '../../src/app/imports/begin-import.js'
import { importNow } from '../../src/app/imports/import-now.js'
import { previewOf } from '../../src/app/imports/preview.js'
import { runImport, runImports } from '../../src/app/imports/run-imports.js'
import { stageImport } from '../../src/app/imports/stage-import.js'
import { contact, rowsOf, staged, value } from './file-of-contacts.js'
import { anOffice, everything, monday } from './office.js'

const frank = { name: 'Frank Ortiz', title: 'Buyer', company: 'Acme', addresses: ['frank@acme.example'] }
const susan = { name: 'Susan Bell', title: 'CFO', company: 'Globex' }

describe('what is staged', () => {
  it('is refused when nobody is in it, and counts rows that nobody can be made of', async () => {
    const office = await anOffice()
    const ana = await office.asker()
    const file = (rows: Parameters<typeof rowsOf>[0]) =>
      ({ name: 'a.csv', format: 'csv', rows: rowsOf(rows) }) as const
    const nobody = { row: 2, skipped: 'no-name' } as const
    expect(await stageImport(office, ana, file([]))).toMatchObject({ why: { reason: 'import-empty' } })
    expect(await stageImport(office, ana, file([nobody]))).toMatchObject({ why: { reason: 'import-empty' } })
    expect(value(await stageImport(office, ana, file([nobody, frank]))).counts).toMatchObject({
      skipped: 1,
      new: 1,
    })
  })

  it('is weighed again where the database was busy, and nobody is taken for somebody of the same file', async () => {
    const office = await anOffice()
    const { uow } = office
    const twice: typeof uow.read = async (scope, work) => {
      await uow.read(scope, work)
      return uow.read(scope, work)
    }
    const busy = { ...office, uow: { ...uow, read: twice } }
    const { counts } = await staged(busy, await office.asker(), [frank, susan])
    expect(counts).toMatchObject({ new: 2, skipped: 0 })
  })

  it('leaves nothing when the file breaks off, and says what went wrong', async () => {
    const office = await anOffice()
    const ana = await office.asker()
    async function* broken() {
      yield contact(frank)
      throw new Error('the line went dead')
    }
    const file = { name: 'a.csv', format: 'csv', rows: broken() } as const
    await expect(stageImport(office, ana, file)).rejects.toThrow('the line went dead')
    expect(await office.uow.read(everything, ({ imports }) => imports.current())).toBeNull()
  })

  it('is its importer’s alone, gives way to a later file, and goes after a day', async () => {
    const office = await anOffice()
    const ana = await office.asker()
    const first = await staged(office, ana, [frank])
    const ben = await office.asker('UBEN')
    for (const answer of [
      await importNow(office, ben, first.id),
      await previewOf(office, ben, first.id),
      await beginImport({ ...office, importsWait: () => {} }, ben, first.id, { rhythm: 'never' }),
      await cancelImport(office, ben, first.id),
    ])
      expect(answer).toEqual({ ok: false, why: { reason: 'import-gone' } })
    const second = await staged(office, ana, [susan])
    expect(value(await importNow(office, ana, first.id)).state).toBe('cancelled')
    const sweeping = (at: string) => runImports({ ...office, clock: () => at }, 'T1')
    await sweeping(ana.at)
    expect(value(await importNow(office, ana, second.id))).toMatchObject({
      state: 'ready',
      counts: { new: 1 },
    })
    await sweeping(monday)
    expect(await importNow(office, ana, second.id)).toMatchObject({ why: { reason: 'import-gone' } })
  })

  it('is carried out no further once its importer has left the place', async () => {
    const office = await anOffice()
    const quietly = await office.asker('UANA', 'QUIET')
    const { id } = await staged(office, quietly, [frank])
    value(await beginImport({ ...office, importsWait: () => {} }, quietly, id, { rhythm: 'never' }))
    office.channel('QUIET', { kind: 'private' }, [])
    await runImport({ ...office, clock: () => monday }, 'T1', id)
    expect(value(await importNow(office, quietly, id))).toMatchObject({ state: 'cancelled', reached: 0 })
    expect(await office.uow.read(everything, ({ people }) => people.count())).toBe(0)
  })
})

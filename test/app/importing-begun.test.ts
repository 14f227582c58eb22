import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Asker } from '../../src/app/asker.js'
import { forget } from '../../src/app/forgetting/forget.js'
import { beginImport, cancelImport } from '../../src/app/imports/begin-import.js'
import { currentImport, importNow } from '../../src/app/imports/import-now.js'
import { runImport, runImports } from '../../src/app/imports/run-imports.js'
import { stageImport } from '../../src/app/imports/stage-import.js'
import { takeBackImport } from '../../src/app/imports/take-back-import.js'
import type { UnitOfWork } from '../../src/app/ports.js'
import { contact, imported, known, rowsOf, staged, value } from './file-of-contacts.js'
import { anOffice, everything, monday, type Office } from './office.js'

const frank = { name: 'Frank Ortiz', title: 'Buyer', company: 'Acme', addresses: ['frank@acme.example'] }
const susan = { name: 'Susan Bell', title: 'CFO', company: 'Globex' }
const rhythm = 'never'
const gone = { ok: false, why: { reason: 'import-gone' } }
const underWay = { ok: false, why: { reason: 'import-under-way' } }

const count = (office: Office) => office.uow.read(everything, ({ people }) => people.count())
const begins = async (office: Office, ana: Asker, id: string, importsWait = () => {}) =>
  value(await beginImport({ ...office, importsWait }, ana, id, { rhythm }))
const runs = (office: Office, ana: Asker, id: string) =>
  runImport({ ...office, clock: () => ana.at }, 'T1', id)

/** A file that is begun, and of which no row is carried out yet. */
const begun = async (rows = [frank, susan], channelId = 'CUSTOMERS') => {
  const office = await anOffice()
  const ana = await office.asker('UANA', channelId)
  const { id } = await staged(office, ana, rows)
  const them = await begins(office, ana, id)
  const now = async () => value(await importNow(office, ana, id))
  return { office, ana, id, them, now, run: () => runs(office, ana, id) }
}

afterEach(() => {
  vi.restoreAllMocks()
})

describe('an import that is begun', () => {
  it('is begun once, however often that is pressed, and keeps the rhythm that was chosen first', async () => {
    const { office, ana, id, run, now } = await begun()
    const again = { rhythm: { every: 7, unit: 'day' } } as const
    const pressed = await beginImport({ ...office, importsWait: () => {} }, ana, id, again)
    expect(pressed).toMatchObject({ ok: true, value: { state: 'running', rhythm: 'never' } })
    await run()
    expect(await now()).toMatchObject({ state: 'done', rhythm: 'never', counts: { new: 2 } })
    expect(await count(office)).toBe(2)
  })

  it('is not cancelled but taken back, and no other file is read meanwhile', async () => {
    const { office, ana, id, now } = await begun()
    expect(await cancelImport(office, ana, id)).toEqual(underWay)
    const other = { name: 'b.csv', format: 'csv', rows: rowsOf([susan]) } as const
    expect(await stageImport(office, ana, other)).toEqual(underWay)
    await office.uow.keep(everything, ({ imports }) => imports.change(id, { state: 'undoing' }))
    expect(await stageImport(office, ana, { ...other, rows: rowsOf([susan]) })).toEqual(underWay)
    expect(await cancelImport(office, ana, id)).toEqual(underWay)
    expect(await now()).toMatchObject({ state: 'undoing', reached: 0 })
  })

  it('is its importer’s current one until it is done', async () => {
    const { office, ana, id, run } = await begun()
    expect(await currentImport(office, ana)).toMatchObject({ id, counts: { new: 2 } })
    expect(await currentImport(office, await office.asker('UBEN'))).toBeNull()
    await run()
    expect(await currentImport(office, ana)).toBeNull()
  })

  it('waits while Slack cannot say whether its importer may, and goes on when it can', async () => {
    const { office, run, now } = await begun([frank], 'QUIET')
    office.down.add('QUIET').add('UANA')
    await run()
    expect(await now()).toMatchObject({ state: 'running', reached: 0 })
    office.down.clear()
    await run()
    expect(await now()).toMatchObject({ state: 'done', reached: 1 })
  })

  it('is done at once when the process before it ended with no row left', async () => {
    const { office, id, run, now } = await begun()
    await office.uow.keep(everything, ({ imports }) => imports.change(id, { reached: 2 }))
    await run()
    expect(await now()).toMatchObject({ state: 'done', reached: 2 })
    expect(await count(office)).toBe(0)
  })

  it('that nobody knows, or that is over, is let be', async () => {
    const { office, ana, run, now } = await begun()
    await run()
    const done = await now()
    await run()
    await runs(office, ana, 'nothing')
    expect(await now()).toEqual(done)
    expect(await count(office)).toBe(2)
  })
})

describe('what the team did between the preview and the import', () => {
  it('counts: whoever was forgotten does not come, and a namesake is asked about', async () => {
    const { office, ana, run, now } = await begun()
    const { id } = await office.knows(ana, { addresses: frank.addresses })
    value(await forget(office.uow, ana, id))
    await office.knows(ana, { name: susan.name, company: 'Initech' })
    await run()
    expect(await now()).toMatchObject({ state: 'done', counts: { forgotten: 1, unclear: 1, new: 0 } })
    expect(await known(office, ana, frank.name)).toEqual([])
    expect(await known(office, ana, susan.name)).toMatchObject([{ roles: [{ company: 'Initech' }] }])
  })
})

describe('a file that is cancelled', () => {
  it('stays so, is not begun, and may be cancelled twice', async () => {
    const office = await anOffice()
    const ana = await office.asker()
    const { id } = await staged(office, ana, [frank])
    for (const _ of ['pressed', 'pressed again'])
      expect(await cancelImport(office, ana, id)).toMatchObject({ ok: true, value: { state: 'cancelled' } })
    expect(await beginImport({ ...office, importsWait: () => {} }, ana, id, { rhythm })).toEqual(gone)
    expect(await cancelImport(office, ana, 'nothing')).toEqual(gone)
  })

  it.each([0, 1, 100])('while %i rows of it are read, is read no further', async (rows) => {
    const office = await anOffice()
    const ana = await office.asker()
    let id = ''
    async function* read() {
      for (let n = 0; n < rows; n++) yield contact({ name: `Person ${n}` }, n + 2)
      expect((await cancelImport(office, ana, id)).ok).toBe(true)
      // A whole batch is written before this: what follows is the next.
      for (let n = rows; n < rows * 2; n++) yield contact({ name: `Person ${n}` }, n + 2)
    }
    const file = { name: 'a.csv', format: 'csv', rows: read() } as const
    const stopped = await stageImport(office, ana, file, (importId) => {
      id = importId
    })
    expect(stopped).toEqual(gone)
    expect(value(await importNow(office, ana, id))).toMatchObject({
      state: 'cancelled',
      rows: rows < 100 ? 0 : 100,
    })
    expect(await currentImport(office, ana)).toBeNull()
  })
})

describe('taking an import back', () => {
  const takesBack = ({ office, ana, them }: Awaited<ReturnType<typeof begun>>, importsWait = () => {}) =>
    takeBackImport({ ...office, importsWait }, ana, them)

  it('before its first row leaves nothing to do; a second time changes nothing', async () => {
    const scene = await begun()
    const woken = vi.fn()
    expect(await takesBack(scene, woken)).toMatchObject({ state: 'undone', stayed: 0 })
    await scene.run()
    const undone = await scene.now()
    expect(await takesBack(scene, woken)).toEqual(undone)
    expect(await count(scene.office)).toBe(0)
    expect(woken).not.toHaveBeenCalled()
  })

  it('that takes longer goes on in the background, until everybody is gone', async () => {
    const scene = await begun(Array.from({ length: 10 }, (_, n) => ({ ...susan, name: `Person ${n}` })))
    let ms = 0
    // Each look at the clock finds that a batch has taken long enough: each row is an act of its own.
    vi.spyOn(performance, 'now').mockImplementation(() => {
      ms += 1_000
      return ms
    })
    await scene.run()
    expect(await count(scene.office)).toBe(10)
    const woken = vi.fn()
    expect(await takesBack(scene, woken)).toMatchObject({ state: 'undoing' })
    expect(woken).toHaveBeenCalledOnce()
    expect(await count(scene.office)).toBe(2)
    await runImports({ ...scene.office, clock: () => scene.ana.at }, 'T1')
    expect(await scene.now()).toMatchObject({ state: 'undone', stayed: 0 })
    expect(await count(scene.office)).toBe(0)
  })

  it('goes no further in the background once its importer has left the place', async () => {
    const { office, id, run, now } = await begun([frank], 'QUIET')
    await run()
    await office.uow.keep(everything, ({ imports }) => imports.change(id, { state: 'undoing' }))
    office.channel('QUIET', { kind: 'private' }, [])
    await run()
    expect(await now()).toMatchObject({ state: 'undoing' })
    expect(await count(office)).toBe(1)
  })
})

describe('another process in the same moment', () => {
  /** Once the next act is over, and before what follows it, somebody else changes the import. */
  const meanwhile = ({ uow }: Office, id: string, state: 'undoing' | 'undone'): UnitOfWork => {
    let isFirst = true
    return {
      read: (scope, work) => uow.read(scope, work),
      keep: (scope, work) => uow.keep(scope, work),
      act: async (scope, draft, work) => {
        const outcome = await uow.act(scope, draft, work)
        if (isFirst)
          await uow.keep(everything, ({ imports }) => imports.change(id, { state, changedAt: monday }))
        isFirst = false
        return outcome
      },
    }
  }

  it('that has taken all of it back is not written over', async () => {
    const { office, ana, id, them, now } = await begun()
    const ports = { ...office, uow: meanwhile(office, id, 'undone'), importsWait: () => {} }
    await takeBackImport(ports, ana, them)
    expect(await now()).toMatchObject({ state: 'undone', changedAt: monday })
  })

  it('that begins to take it back is not told that it is done', async () => {
    const office = await anOffice()
    const ana = await office.asker()
    await imported(office, ana, [susan])
    const { id } = await staged(office, ana, [susan])
    await begins(office, ana, id)
    await runs({ ...office, uow: meanwhile(office, id, 'undoing') }, ana, id)
    expect(value(await importNow(office, ana, id))).toMatchObject({ state: 'undone', reached: 0 })
    expect(await count(office)).toBe(1)
  })
})

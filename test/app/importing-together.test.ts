import { expect, it } from 'vitest'
import { beginImport } from '../../src/app/imports/begin-import.js'
import { importNow } from '../../src/app/imports/import-now.js'
import { runImport, runImports } from '../../src/app/imports/run-imports.js'
import { staged, value } from './file-of-contacts.js'
import { anOffice, everything, monday } from './office.js'

/** A file that is begun, and processes that could carry it out; real time is told by the test. */
const begun = async (rows = 2) => {
  const office = await anOffice()
  const ana = await office.asker()
  const people = Array.from({ length: rows }, (_, n) => ({ name: `Frank Ortiz ${n}` }))
  const { id } = await staged(office, ana, people)
  value(await beginImport({ ...office, importsWait: () => {} }, ana, id, { rhythm: 'never' }))
  let real = Date.parse(monday)
  const process = (sender: string) => ({
    ...office,
    sender,
    isShared: true,
    clock: () => ana.at,
    realClock: () => new Date(real).toISOString(),
  })
  return {
    office,
    id,
    process,
    now: async () => value(await importNow(office, ana, id)),
    claims: (by: string) =>
      office.uow.keep(everything, ({ imports }) => {
        const [now, until] = [0, 20_000].map((ms) => new Date(real + ms).toISOString())
        return imports.claim(id, { by, now: now ?? '', until: until ?? '' })
      }),
    pause: (ms: number) => {
      real += ms
    },
  }
}

it('an import that one process carries out is left alone by the beats of the others', async () => {
  const { process, now, claims } = await begun()
  expect(await claims('one')).toBe(true)
  await runImports(process('two'), 'T1')
  expect(await now()).toMatchObject({ state: 'running', reached: 0 })
})

it('it is taken over from one that died, and goes on to its end', async () => {
  const { process, now, claims, pause } = await begun()
  await claims('one')
  pause(20_000)
  await runImports(process('two'), 'T1')
  expect(await now()).toMatchObject({ state: 'done', reached: 2 })
})

it('whoever stops lets go of it, so that the next begins at once', async () => {
  const { process, now } = await begun(100)
  let asked = 0
  // Asked once before all, and then before each batch.
  await runImports(process('one'), 'T1', () => ++asked > 2)
  const { state, reached } = await now()
  expect(state).toBe('running')
  expect(reached).toBeGreaterThan(0)
  await runImports(process('two'), 'T1')
  expect(await now()).toMatchObject({ state: 'done' })
})

it('who has to see its end waits for it, and carries it out when the other dies', async () => {
  const { process, now, claims, pause } = await begun()
  await claims('one')
  const waiting = runImport(process('two'), 'T1', (await now()).id)
  pause(20_000)
  await waiting
  expect(await now()).toMatchObject({ state: 'done' })
})

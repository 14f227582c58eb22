import { expect, it } from 'vitest'
import { ok } from '../../../src/app/outcome.js'
import type { Fate, StagedRow } from '../../../src/app/ports.js'
import { channelHome } from '../../../src/domain/audience.js'
import { type Import, noCounts } from '../../../src/domain/import.js'
import { ana, at, ben, customers, onEachEngine, type Workspace } from './workspace.js'

const day = 24 * 60 * 60 * 1000
const later = (days: number) => new Date(Date.parse(at) + days * day + 1).toISOString()
const page = { limit: 50, offset: 0 }

const anImport = (here: Workspace, given: Partial<Import> = {}): Import => ({
  id: here.newId(),
  home: customers,
  by: ana,
  format: 'linkedin',
  name: 'Connections.csv',
  state: 'ready',
  stagedAt: at,
  begunAt: null,
  changedAt: at,
  rhythm: { every: 3, unit: 'week' },
  rows: 3,
  reached: 0,
  firstActId: null,
  stayed: 0,
  ...given,
})

const row = (nth: number, fate: Fate, name = `Person ${nth}`): StagedRow => {
  const said = { title: 'buyer', company: 'Acme', addresses: ['a@acme.example'], key: `k${nth}` }
  const contact = {
    row: nth + 4,
    name,
    ...said,
    birthday: { monthDay: '03-14', year: null },
    note: 'Größe: “12”',
  }
  return { nth, row: nth + 4, contact: fate.outcome === 'skipped' ? null : contact, fate, personId: null }
}
const rows = [
  row(1, { outcome: 'new' }),
  row(2, { outcome: 'unclear', why: 'same-name' }),
  row(3, { outcome: 'skipped', why: 'no-name', firstRow: null }),
]

const keep = <T>(here: Workspace, work: Parameters<typeof here.store.uow.keep<T>>[1]): Promise<T> =>
  here.store.uow.keep(here.scope(ana), work)

const staged = async (here: Workspace, given: Partial<Import> = {}): Promise<Import> => {
  const them = anImport(here, given)
  await keep(here, async ({ imports }) => {
    await imports.begin(them)
    await imports.addRows(them.id, rows)
  })
  return them
}

onEachEngine('imports', (workspace) => {
  it('are carried out by one process at a time, until it lets go or says nothing more of itself', async () => {
    const here = workspace()
    const { id } = await staged(here, { state: 'running' })
    const [now, until, after] = [0, 20_000, 40_000].map((ms) =>
      new Date(Date.parse(at) + ms).toISOString(),
    ) as [string, string, string]
    await keep(here, async ({ imports }) => {
      expect(await imports.claim(id, { by: 'one', until, now })).toBe(true)
      expect(await imports.claim(id, { by: 'one', until, now })).toBe(true)
      await imports.letGo(id, 'two')
      await imports.change(id, { reached: 1 })
      expect(await imports.claim(id, { by: 'two', until: after, now })).toBe(false)
      expect(await imports.claim('no such import', { by: 'one', until, now })).toBe(false)
    })
    expect(
      await keep(here, ({ imports }) => imports.claim(id, { by: 'two', until: after, now: until })),
    ).toBe(true)
    await keep(here, ({ imports }) => imports.letGo(id, 'two'))
    expect(await keep(here, ({ imports }) => imports.claim(id, { by: 'one', until, now }))).toBe(true)
  })

  it('are kept with their rows, and known to their importer alone', async () => {
    const here = workspace()
    const them = await staged(here)
    const seen = await here.read(ana, async ({ imports }) => ({
      them: await imports.get(them.id),
      current: await imports.current(),
      counts: await imports.counts(them.id),
      first: await imports.after(them.id, 0, 2),
      rest: await imports.after(them.id, 2, 2),
      unclear: await imports.withOutcome(them.id, 'unclear', page),
    }))
    expect(seen).toEqual({
      them,
      current: them,
      counts: { ...noCounts(), new: 1, unclear: 1, skipped: 1 },
      first: rows.slice(0, 2),
      rest: rows.slice(2),
      unclear: [rows[1]],
    })
    const bens = await here.read(ben, async ({ imports }) => [
      await imports.get(them.id),
      await imports.current(),
      await imports.row(them.id, 1),
      await imports.after(them.id, 0, 9),
    ])
    expect(bens).toEqual([null, null, null, []])
    expect(await here.another().read(ana, ({ imports }) => imports.get(them.id))).toBeNull()
  })

  it('remember how a row ended, and whom it was about', async () => {
    const here = workspace()
    const them = await staged(here, { state: 'running' })
    const frank = await here.knows('Frank Ortiz')
    await keep(here, async ({ imports }) => {
      await imports.settle(them.id, {
        nth: 1,
        fate: { outcome: 'same', personId: frank.id },
        personId: frank.id,
      })
      await imports.change(them.id, { reached: 1, firstActId: 'a1' })
    })
    const seen = await here.read(ana, async ({ imports }) => ({
      counts: await imports.counts(them.id),
      met: await imports.met(them.id, [frank.id, 'nobody']),
      row: await imports.row(them.id, 1),
      ofAct: (await imports.ofAct('a1'))?.reached,
    }))
    expect(seen).toMatchObject({ counts: { new: 0, same: 1 }, met: [frank.id], ofAct: 1 })
    expect(seen.row).toMatchObject({ personId: frank.id, fate: { outcome: 'same' } })
    expect(await here.readAll(({ imports }) => imports.unfinished())).toMatchObject([{ id: them.id }])
  })

  it('expire: what was never begun in a day; the rows of what is done then too, but the unclear in thirty', async () => {
    const here = workspace()
    const ready = await staged(here)
    const done = await staged(here, { state: 'done' })
    const counts = { ...noCounts(), new: 1, unclear: 1, skipped: 1 }
    const sweep = (now: string) => here.keep(({ imports }) => imports.sweep(now))
    await keep(here, ({ imports }) => imports.keepCounts(done.id, counts))
    const left = () =>
      here.read(ana, async ({ imports }) => ({
        ready: (await imports.after(ready.id, 0, 9)).length,
        done: (await imports.after(done.id, 0, 9)).map(({ nth }) => nth),
        counts: (await imports.get(done.id)) === null ? null : await imports.counts(done.id),
      }))
    expect(await sweep(later(0.5))).toBe(false)
    expect(await left()).toEqual({ ready: 3, done: [1, 2, 3], counts })
    await sweep(later(1))
    expect(await left()).toEqual({ ready: 0, done: [2], counts })
    expect(await here.read(ana, ({ imports }) => imports.get(ready.id))).toBeNull()
    await sweep(later(30))
    expect(await left()).toEqual({ ready: 0, done: [], counts: null })
  })

  it('go on in a channel that Slack gave another id', async () => {
    const here = workspace()
    const them = await staged(here, { state: 'running' })
    const moved = channelHome('CMOVED')
    await here.keep(async ({ places }) => {
      await places.know(customers, null)
      await places.moved(customers, moved)
    })
    expect(await here.read(ana, ({ imports }) => imports.get(them.id))).toMatchObject({ home: moved })
  })
})

onEachEngine('taking back what stands of an act', (workspace) => {
  it('leaves all that it did about those on whom somebody built', async () => {
    const here = workspace()
    const people = ['Frank Ortiz', 'Susan Bell', 'Lily Chen'].map((name) => here.person(name))
    const roles = people.map((person) => here.role(person, 'buyer', 'Acme'))
    const actId = await here.does(
      ana,
      async (stores) => {
        for (const person of people) await stores.people.add(person)
        for (const role of roles) await stores.roles.add(role)
      },
      { kind: 'import' },
    )
    const [frank, susan] = people
    if (frank === undefined || susan === undefined) throw new Error('nobody')
    await here.does(ben, ({ notes }) => notes.add(here.note(frank, 'likes jazz', { by: ben })))
    const noteId = await here.does(ben, ({ notes }) => notes.add(here.note(susan, 'likes tea', { by: ben })))
    await here.takesBack(ben, noteId)
    const stayed = await here.tries(ana, { kind: 'undo' }, async ({ journal }) =>
      ok(await journal.reverseWhatStands(actId)),
    )
    expect(stayed).toEqual(ok([frank.id]))
    const left = await here.readAll(async (stores) => ({
      count: await stores.people.count(),
      roles: (await stores.roles.of(frank.id)).length,
      standing: (await stores.journal.get(actId))?.undoneBy !== null,
    }))
    expect(left).toEqual({ count: 1, roles: 1, standing: true })
  })
})

onEachEngine('whoever introduced somebody here first', (workspace) => {
  it('is known, whoever asks', async () => {
    const here = workspace()
    expect(await here.read(ana, ({ people }) => people.firstIntroducer(customers))).toBeNull()
    await here.knows('Frank Ortiz', { by: ben, introducedAt: later(0) })
    await here.knows('Susan Bell', { introducedAt: later(1) })
    expect(await here.read(ana, ({ people }) => people.firstIntroducer(customers))).toBe(ben)
  })
})

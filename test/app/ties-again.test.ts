import { describe, expect, it } from 'vitest'
import type { Asker } from '../../src/app/asker.js'
import { editEntry } from '../../src/app/entries/edit-entry.js'
import { removeEntry } from '../../src/app/entries/remove-entry.js'
import { widen } from '../../src/app/entries/widen.js'
import { takeBack } from '../../src/app/take-back.js'
import { tiePeople } from '../../src/app/ties/tie-people.js'
import type { Tie, TieKind } from '../../src/domain/tie.js'
import { anOffice, everything } from './office.js'
import { done } from './one-of-each.js'

const aTie = async () => {
  const office = await anOffice()
  const ana = await office.asker()
  const frank = (await office.knows(ana)).id
  const susan = (await office.knows(ana, { name: 'Susan Bell' })).id
  const [ben, quiet] = [await office.asker('UBEN'), await office.asker('UANA', 'QUIET')]
  const tie = async (asker: Asker, personId: string, otherId: string, kind: TieKind = 'reports to') =>
    done(await tiePeople(office, asker, { personId, kind, otherId })).tie
  const remove = ({ personId, id }: Tie) => removeEntry(office, ana, personId, { kind: 'tie', id })
  const undo = (asker: Asker) => takeBack(office, asker, null)
  const all = () => office.uow.read(everything, ({ ties }) => ties.of(frank, { limit: 9, offset: 0 }))
  return { office, ana, ben, quiet, frank, susan, tie, remove, undo, all }
}
const circle = {
  ok: false,
  why: { reason: 'tie-circle', names: ['Frank Ortiz', 'Susan Bell', 'Frank Ortiz'] },
}
const known = { ok: false, why: { reason: 'tie-known', name: 'Frank Ortiz', other: 'Susan Bell' } }

describe('a tie that was taken away', () => {
  it('does not come back by undo into a circle', async () => {
    const { ana, ben, frank, susan, tie, remove, undo, all } = await aTie()
    await remove(await tie(ana, frank, susan))
    await tie(ben, susan, frank)
    expect(await undo(ana)).toEqual(circle)
    expect(await all()).toMatchObject([{ personId: susan }])
    await undo(ben)
    expect(await undo(ana)).toMatchObject({ ok: true })
    expect(await all()).toMatchObject([{ personId: frank }])
  })

  it('does not come back by undo beside one that says the same', async () => {
    const { ana, ben, frank, susan, tie, remove, undo, all } = await aTie()
    await remove(await tie(ana, frank, susan, 'married to'))
    await tie(ben, susan, frank, 'married to')
    expect(await undo(ana)).toMatchObject(known)
    expect(await all()).toHaveLength(1)
  })

  it('comes back where a teammate says the same to fewer people', async () => {
    const { office, frank, susan, tie, remove, undo, all } = await aTie()
    office.channel('QUIET', { kind: 'private' }, ['UANA', 'UBEN'])
    await remove(await tie(await office.asker(), frank, susan))
    await tie(await office.asker('UBEN', 'QUIET'), frank, susan)
    expect(await undo(await office.asker())).toMatchObject({ ok: true })
    expect(await all()).toHaveLength(2)
  })
})

describe('a tie that was put right', () => {
  it('does not become what it was by undo where that closes a circle', async () => {
    const { office, ana, ben, frank, susan, tie, undo, all } = await aTie()
    const { id } = await tie(ana, frank, susan)
    const [seen, typed] = [
      { kind: 'tie', relation: 'reports to' },
      { kind: 'tie', relation: 'listens to' },
    ] as const
    done(await editEntry(office, ana, frank, { kind: 'tie', id }, { seen, typed }))
    await tie(ben, susan, frank)
    expect(await undo(ana)).toEqual(circle)
    expect((await all()).find((each) => each.id === id)).toMatchObject({ kind: 'listens to' })
  })
})

describe('a tie that is shown to more people', () => {
  it('closes no circle with what they know', async () => {
    const { office, ben, quiet, frank, susan, tie, all } = await aTie()
    const { id } = await tie(quiet, frank, susan)
    await tie(ben, susan, frank)
    expect(await widen(office, await office.asker('UANA', 'QUIET'), { kind: 'tie', id })).toEqual(circle)
    expect((await all()).find((each) => each.id === id)).toMatchObject({ home: 'channel:QUIET' })
  })

  it('says nothing that they know already', async () => {
    const { office, ben, quiet, frank, susan, tie } = await aTie()
    const { id } = await tie(quiet, frank, susan)
    await tie(ben, frank, susan)
    expect(await widen(office, await office.asker('UANA', 'QUIET'), { kind: 'tie', id })).toMatchObject(known)
  })

  it('goes back by undo, whoever says the same there', async () => {
    const { office, quiet, ana, frank, susan, tie, undo, all } = await aTie()
    office.channel('QUIET', { kind: 'private' }, ['UANA', 'UBEN'])
    const { id } = await tie(quiet, frank, susan)
    done(await widen(office, await office.asker('UANA', 'QUIET'), { kind: 'tie', id }))
    expect(await undo(ana)).toMatchObject({ ok: true })
    expect(await all()).toMatchObject([{ home: 'channel:QUIET' }])
  })
})

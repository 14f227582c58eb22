import { expect, it } from 'vitest'
import { keepNote } from '../../src/app/notes/keep-note.js'
import { takeBack } from '../../src/app/take-back.js'
import { anOffice } from './office.js'
import { done } from './one-of-each.js'

const noted = async () => {
  const office = await anOffice()
  const ana = await office.asker()
  const frank = await office.knows(ana)
  const note = done(await keepNote(office, ana, frank.id, 'note', 'loves jazz'))
  return { office, ana, note }
}

it('undo said twice in one moment takes back two things', async () => {
  const { office, ana } = await noted()
  const both = await Promise.all([takeBack(office, ana, null), takeBack(office, ana, null)])
  const kinds = both.map((each) => done(each).act.kind)
  expect(kinds.sort()).toEqual(['add', 'note'])
  expect(await takeBack(office, ana, null)).toEqual({ ok: false, why: { reason: 'nothing-to-undo' } })
})

it('a button pressed twice in one moment takes back one thing', async () => {
  const { office, ana } = await noted()
  const last = await office.uow.read({ workspaceId: 'T1', audience: 'everything' }, ({ journal }) =>
    journal.lastBy(ana.userId),
  )
  const press = () => takeBack(office, ana, last?.id ?? '')
  const both = await Promise.all([press(), press()])
  expect(both.map((each) => each.ok).sort()).toEqual([false, true])
  expect(both).toContainEqual({ ok: false, why: { reason: 'undone-already' } })
})

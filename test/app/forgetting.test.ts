import { describe, expect, it } from 'vitest'
import type { Asker } from '../../src/app/asker.js'
import { forget } from '../../src/app/forgetting/forget.js'
import { onRequest } from '../../src/app/forgetting/on-request.js'
import { whatGoes } from '../../src/app/forgetting/what-goes.js'
import { keepNote } from '../../src/app/notes/keep-note.js'
import { takeBack } from '../../src/app/take-back.js'
import { anOffice, everything } from './office.js'

describe('who may forget somebody', () => {
  it('is the owner, whoever introduced them, or an admin; and nobody hears of whom they cannot see', async () => {
    const office = await anOffice()
    office.user('UADMIN', { admin: true })
    const ana = await office.asker()
    const frank = await office.knows(ana)
    const hidden = await office.knows(await office.asker('UANA', 'QUIET'), { name: 'Lily Chen' })
    const ben = await office.asker('UBEN')
    const admin = await office.asker('UADMIN')
    expect(await forget(office.uow, ben, frank.id)).toMatchObject({ ok: false, why: { reason: 'not-yours' } })
    expect(await whatGoes(office.uow, ben, frank.id)).toMatchObject({ why: { reason: 'not-yours' } })
    for (const asker of [ben, admin])
      expect(await forget(office.uow, asker, hidden.id)).toMatchObject({ why: { reason: 'person-gone' } })
    expect(await forget(office.uow, admin, frank.id)).toMatchObject({ ok: true })
    expect(await forget(office.uow, ana, frank.id)).toMatchObject({ why: { reason: 'person-gone' } })
  })
})

describe('what goes', () => {
  it('is counted as far as the asker sees it, and all of it goes', async () => {
    const office = await anOffice()
    const ana = await office.asker()
    const frank = await office.knows(ana, { addresses: ['frank@acme.example'] })
    const susan = await office.knows(ana, { name: 'Susan Bell' })
    const ben = await office.asker('UBEN')
    const alone = await office.asker('UBEN', null)
    const note = (asker: Asker, personId: string, text: string) =>
      keepNote(office, asker, personId, 'note', text)
    await note(ben, frank.id, 'seen by all')
    await note(alone, frank.id, 'seen by Ben')
    await note(ana, susan.id, 'knows Frank Ortiz, and frank people')
    await note(ana, susan.id, 'writes to FRANK@acme.example')
    await note(alone, susan.id, 'dislikes Frank Ortiz')
    await note(ana, susan.id, 'Frank Ortizes are rare')
    const goes = await whatGoes(office.uow, ana, frank.id)
    expect(goes).toMatchObject({ ok: true, value: { notes: 1, roles: 1, contacts: 0, mentions: 2 } })
    expect(await forget(office.uow, ana, frank.id)).toEqual({
      ok: true,
      value: {
        notes: 1,
        roles: 1,
        said: 0,
        contacts: 0,
        commitments: 0,
        dates: 0,
        questions: 0,
        ties: 0,
        nudges: 0,
        mentions: 2,
      },
    })
    const left = await office.uow.read(everything, ({ notes }) => notes.of(susan.id, { limit: 9, offset: 0 }))
    expect(left.map(({ text }) => text).sort()).toEqual([
      'Frank Ortizes are rare',
      'dislikes [forgotten]',
      'knows [forgotten], and frank people',
      'writes to [forgotten]',
    ])
  })

  it('cannot be taken back, nor by a button of what was done before it', async () => {
    const office = await anOffice()
    const ana = await office.asker()
    const frank = await office.knows(ana)
    const before = await office.uow.read(everything, ({ journal }) => journal.lastBy('UANA'))
    await forget(office.uow, ana, frank.id)
    expect(await takeBack(office, ana, null)).toMatchObject({ why: { reason: 'forgotten-for-good' } })
    expect(await takeBack(office, ana, before?.id ?? '')).toMatchObject({
      why: { reason: 'nothing-changed' },
    })
    await office.knows(ana, { name: 'Susan Bell' })
    expect(await takeBack(office, ana, null)).toMatchObject({ ok: true })
  })

  it('on a request from outside needs no teammate, and leaves no act', async () => {
    const office = await anOffice()
    const frank = await office.knows(await office.asker('UANA', 'QUIET'), {
      addresses: ['frank@acme.example'],
    })
    const length = () => office.uow.read(everything, ({ journal }) => journal.length())
    const before = await length()
    expect(await onRequest(office.uow, 'T1', 'Frank@acme.example')).toMatchObject({ people: 1, roles: 1 })
    expect(await office.uow.read(everything, ({ people }) => people.get(frank.id))).toBeNull()
    expect(await length()).toBe(before)
  })
})

import { describe, expect, it } from 'vitest'
import type { Asker } from '../../src/app/asker.js'
import { commit } from '../../src/app/commitments/commit.js'
import { editEntry } from '../../src/app/entries/edit-entry.js'
import { getEntry } from '../../src/app/entries/entry.js'
import { type EntryFields, fieldsOf } from '../../src/app/entries/fields.js'
import { keepNote } from '../../src/app/notes/keep-note.js'
import { takeBack } from '../../src/app/take-back.js'
import { tiePeople } from '../../src/app/ties/tie-people.js'
import type { Person } from '../../src/domain/person.js'
import type { TieKind } from '../../src/domain/tie.js'
import { anOffice, everything, monday } from './office.js'
import { done, oneOfEach, texts } from './one-of-each.js'

describe('entries of each kind', () => {
  it('are put right field by field, and undo brings each back', async () => {
    const office = await anOffice()
    const ana = await office.asker()
    const frank = await office.knows(ana)
    const before = await texts(office, ana, frank.id)
    const edits: readonly EntryFields[] = [
      { kind: 'note', text: 'put right', on: '2026-11-19' },
      { kind: 'interaction', text: 'put right', on: '2026-11-19' },
      { kind: 'role', title: 'put right', company: 'Globex', sinceOn: '2026-01-01', untilOn: null },
      { kind: 'commitment', text: 'put right', dueOn: null, state: 'kept' },
      { kind: 'date', text: 'put right', day: { monthDay: '03-01', year: 1971 }, yearly: true },
      { kind: 'question', text: 'put right' },
      { kind: 'tie', relation: 'married to' },
    ]
    const refs = await oneOfEach(office, ana, frank.id)
    const written = await texts(office, ana, frank.id)
    for (const typed of edits) {
      const ref = refs.find(({ kind }) => kind === typed.kind)
      if (ref === undefined) throw new Error(`no ${typed.kind}`)
      const seen = await office.uow.read(everything, (stores) => getEntry(stores, ref))
      if (seen === null) throw new Error('gone')
      done(await editEntry(office, ana, frank.id, ref, { seen: fieldsOf(seen), typed }))
      const now = await office.uow.read(everything, (stores) => getEntry(stores, ref))
      expect(now === null ? null : fieldsOf(now)).toEqual(typed)
      expect(await texts(office, ana, frank.id)).not.toBe(written)
      done(await takeBack(office, ana, null))
      expect(await texts(office, ana, frank.id)).toBe(written)
    }
    expect(written).not.toBe(before)
  })

  it('that are kept or not kept say who says so, and keep the day when only that changes', async () => {
    const office = await anOffice()
    const [ana, ben] = [await office.asker(), await office.asker('UBEN')]
    const later = await office.asker('UBEN', 'CUSTOMERS', monday)
    const frank = await office.knows(ana)
    const promised = { personId: frank.id, kind: 'promise', text: 'the sample', dueOn: null } as const
    const { commitment } = done(await commit(office, ana, promised))
    const ref = { kind: 'commitment', id: commitment.id } as const
    const open = { kind: 'commitment', text: 'the sample', dueOn: null, state: 'open' } as const
    const closed = async () =>
      (await office.uow.read(everything, ({ commitments }) => commitments.get(ref.id)))?.closed
    done(await editEntry(office, ana, frank.id, ref, { seen: open, typed: { ...open, state: 'kept' } }))
    expect(await closed()).toEqual({ as: 'kept', on: '2026-11-21', by: 'UANA' })
    const kept = { ...open, state: 'kept' } as const
    done(await editEntry(office, later, frank.id, ref, { seen: kept, typed: { ...kept, state: 'broken' } }))
    expect(await closed()).toEqual({ as: 'broken', on: '2026-11-21', by: 'UBEN' })
    const broken = { ...open, state: 'broken' } as const
    done(await editEntry(office, ben, frank.id, ref, { seen: broken, typed: open }))
    expect(await closed()).toBeNull()
  })

  it('keep what somebody else changed meanwhile, and refuse to write over it unseen', async () => {
    const office = await anOffice()
    const [ana, ben] = [await office.asker(), await office.asker('UBEN')]
    const frank = await office.knows(ana)
    const { note } = done(await keepNote(office, ana, frank.id, 'note', 'likes jazz'))
    const ref = { kind: 'note', id: note.id } as const
    const seen = { kind: 'note', text: 'likes jazz', on: note.on } as const
    const edit = (asker: Asker, typed: EntryFields, filled: EntryFields | null = seen) =>
      editEntry(office, asker, frank.id, ref, { seen: filled, typed })
    done(await edit(ben, { ...seen, on: '2026-11-01' }))
    done(await edit(ana, { ...seen, text: 'loves jazz' }))
    const now = await office.uow.read(everything, ({ notes }) => notes.get(note.id))
    expect(now).toMatchObject({ text: 'loves jazz', on: '2026-11-01' })
    for (const filled of [seen, null])
      expect(await edit(ben, { ...seen, text: 'plays jazz' }, filled)).toMatchObject({
        why: { reason: 'changed-meanwhile' },
      })
    expect(await edit(ben, { kind: 'question', text: 'x' })).toMatchObject({ why: { reason: 'entry-gone' } })
  })

  it('of two people say no tie twice, and let nobody report in a circle', async () => {
    const office = await anOffice()
    const ana = await office.asker()
    const [frank, susan, vera] = [
      await office.knows(ana),
      await office.knows(ana, { name: 'Susan Bell' }),
      await office.knows(ana, { name: 'Vera Lind' }),
    ]
    const tied = async (from: Person, kind: TieKind, to: Person) =>
      done(await tiePeople(office, ana, { personId: from.id, kind, otherId: to.id })).tie
    await tied(frank, 'reports to', susan)
    await tied(susan, 'reports to', vera)
    await tied(vera, 'married to', frank)
    const tie = await tied(vera, 'listens to', frank)
    const retie = (relation: TieKind) =>
      editEntry(
        office,
        ana,
        vera.id,
        { kind: 'tie', id: tie.id },
        {
          seen: { kind: 'tie', relation: 'listens to' },
          typed: { kind: 'tie', relation },
        },
      )
    expect(await retie('reports to')).toMatchObject({ why: { reason: 'tie-circle' } })
    expect(await retie('married to')).toMatchObject({ why: { reason: 'tie-known' } })
    expect(await retie('works with')).toMatchObject({ ok: true })
  })
})

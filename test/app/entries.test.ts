import { describe, expect, it } from 'vitest'
import type { Asker } from '../../src/app/asker.js'
import type { EntryRef } from '../../src/app/entries/entry.js'
import { removeEntry } from '../../src/app/entries/remove-entry.js'
import { widen } from '../../src/app/entries/widen.js'
import { logContact } from '../../src/app/interactions/log-contact.js'
import { keepNote } from '../../src/app/notes/keep-note.js'
import { find } from '../../src/app/people/find.js'
import { history } from '../../src/app/people/history.js'
import { takeRole } from '../../src/app/roles/take-role.js'
import { anOffice, everything, type Office } from './office.js'

/** One of everything about somebody, typed where the asker is. */
const oneOfEach = async (office: Office, asker: Asker, personId: string): Promise<EntryRef[]> => {
  const met = { personId, kind: 'met', on: '2026-11-20', text: 'secret "own words"' } as const
  const also = { personId, title: 'secret agent', company: null, sinceOn: null, also: true }
  const note = await keepNote(office, asker, personId, 'note', 'secret note')
  const contact = await logContact(office, asker, met)
  const role = await takeRole(office, asker, also)
  if (!note.ok || !contact.ok || !role.ok) throw new Error('not written')
  return [
    { kind: 'note', id: note.value.note.id },
    { kind: 'interaction', id: contact.value.interaction.id },
    { kind: 'role', id: role.value.role.id },
  ]
}
const texts = async (office: Office, asker: Asker, personId: string): Promise<string> => {
  const seen = await history(office.uow, asker, personId, 0)
  return JSON.stringify(seen.ok ? seen.value.entries : seen.why)
}

describe('entries of each kind', () => {
  it('are widened by their author alone, a contact with the words that came with it', async () => {
    const office = await anOffice()
    const frank = await office.knows(await office.asker())
    const ana = await office.asker('UANA', 'QUIET')
    const ben = await office.asker('UBEN')
    const entries = await oneOfEach(office, ana, frank.id)
    expect(await texts(office, ben, frank.id)).not.toMatch(/secret|own words/)
    for (const ref of entries) {
      expect(await widen(office, ben, ref)).toMatchObject({ why: { reason: 'entry-gone' } })
      expect(await widen(office, ana, ref)).toMatchObject({ ok: true })
    }
    const seen = await texts(office, ben, frank.id)
    for (const words of ['secret note', 'secret \\"own words', '"text":"own words"', 'secret agent'])
      expect(seen).toContain(words)
    for (const ref of entries)
      expect(await widen(office, ben, ref)).toMatchObject({ why: { reason: 'not-yours' } })
  })

  it('are removed with what came with them: the words of a contact, the news of a role', async () => {
    const office = await anOffice()
    const ana = await office.asker()
    const frank = await office.knows(ana)
    const susan = await office.knows(ana, { name: 'Susan Bell' })
    for (const ref of await oneOfEach(office, ana, frank.id)) {
      expect(await removeEntry(office, ana, susan.id, ref)).toMatchObject({ why: { reason: 'entry-gone' } })
      expect(await removeEntry(office, ana, frank.id, ref)).toMatchObject({ ok: true })
    }
    expect(await texts(office, ana, frank.id)).not.toMatch(/secret|own words/)
    expect(await office.uow.read(everything, ({ news }) => news.of(frank.id))).toEqual([])
  })

  it('leave the news of other roles when one is removed', async () => {
    const office = await anOffice()
    const ana = await office.asker()
    const frank = await office.knows(ana)
    const take = async (title: string, also: boolean) => {
      const taken = await takeRole(office, ana, {
        personId: frank.id,
        title,
        company: 'Globex',
        sinceOn: null,
        also,
      })
      if (!taken.ok) throw new Error('not taken')
      return taken.value.role.id
    }
    const [first, other] = [await take('CFO', false), await take('adviser', true)]
    await removeEntry(office, ana, frank.id, { kind: 'role', id: other })
    const news = await office.uow.read(everything, (stores) => stores.news.of(frank.id))
    expect(news.map(({ roleId }) => roleId)).toEqual([first])
  })

  it('are not looked for without a word to look for', async () => {
    const office = await anOffice()
    const found = await find(office.uow, await office.asker(), '... !', 0)
    expect(found).toEqual({ words: [], people: [], entries: [], offset: 0, more: false })
  })
})

import { describe, expect, it } from 'vitest'
import { removeEntry } from '../../src/app/entries/remove-entry.js'
import { widen } from '../../src/app/entries/widen.js'
import { logContact } from '../../src/app/interactions/log-contact.js'
import { find } from '../../src/app/people/find.js'
import { history } from '../../src/app/people/history.js'
import { takeRole } from '../../src/app/roles/take-role.js'
import { anOffice, everything } from './office.js'
import { done, oneOfEach, texts } from './one-of-each.js'

const secrets = [
  'secret lease',
  'secret \\"own words',
  '"text":"own words"',
  'secret agent',
  'secret sample',
].concat(['secret birthday', 'secret question', 'secret answer', 'listens to'])
const anySecret = /secret|own words|listens to/

describe('entries of each kind', () => {
  it('are widened by their author alone, a contact with the words that came with it', async () => {
    const office = await anOffice()
    const frank = await office.knows(await office.asker())
    const ana = await office.asker('UANA', 'QUIET')
    const ben = await office.asker('UBEN')
    const entries = await oneOfEach(office, ana, frank.id)
    expect(await texts(office, ben, frank.id)).not.toMatch(anySecret)
    for (const ref of entries) {
      expect(await widen(office, ben, ref)).toMatchObject({ why: { reason: 'entry-gone' } })
      expect(await widen(office, ana, ref)).toMatchObject({ ok: true })
    }
    const seen = await texts(office, ben, frank.id)
    for (const words of secrets) expect(seen).toContain(words)
    for (const ref of entries)
      expect(await widen(office, ben, ref)).toMatchObject({ why: { reason: 'not-yours' } })
  })

  it('are removed with what came with them: the words of a contact, the news of a role; an answer stays', async () => {
    const office = await anOffice()
    const ana = await office.asker()
    const frank = await office.knows(ana)
    const vera = await office.knows(ana, { name: 'Vera Lind' })
    for (const ref of await oneOfEach(office, ana, frank.id)) {
      expect(await removeEntry(office, ana, vera.id, ref)).toMatchObject({ why: { reason: 'entry-gone' } })
      expect(await removeEntry(office, ana, frank.id, ref)).toMatchObject({ ok: true })
    }
    const left = await texts(office, ana, frank.id)
    expect(left).toContain('secret answer')
    expect(left.replace('secret answer', '')).not.toMatch(anySecret)
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

  it('are counted and shown on every page, in order, once each, for both ends of a tie', async () => {
    const office = await anOffice()
    const ana = await office.asker()
    const frank = await office.knows(ana)
    for (const day of ['2026-11-20', '2026-11-18', '2026-11-19'])
      done(await logContact(office, ana, { personId: frank.id, kind: 'met', on: day, text: day }))
    const refs = await oneOfEach(office, ana, frank.id)
    const first = await history(office.uow, ana, frank.id, 0)
    const rest = await history(office.uow, ana, frank.id, 10)
    if (!first.ok || !rest.ok) throw new Error('no history')
    const all = [...first.value.entries, ...rest.value.entries]
    // Beside one of each: the role at the beginning, three contacts, the quoted words, the answer.
    expect([first.value.total, rest.value.total, all.length]).toEqual([13, 13, 13])
    expect(new Set(all.map(({ kind, entry }) => `${kind}:${entry.id}`)).size).toBe(13)
    for (const { kind, id } of refs)
      expect(all.some((each) => each.kind === kind && each.entry.id === id)).toBe(true)
    const days = all.map(({ on }) => on)
    expect(days).toEqual([...days].sort().reverse())
    const [tied] = refs.filter(({ kind }) => kind === 'tie')
    const tie = all.find(({ entry }) => entry.id === tied?.id)
    expect(tie).toMatchObject({ from: 'Frank Ortiz', to: 'Susan Bell' })
    const otherId = tie?.kind === 'tie' ? tie.entry.otherId : ''
    expect(await texts(office, ana, otherId)).toContain('"from":"Frank Ortiz"')
  })

  it('are not looked for without a word to look for', async () => {
    const office = await anOffice()
    const found = await find(office.uow, await office.asker(), '... !', 0)
    expect(found).toEqual({
      words: [],
      people: [],
      entries: [],
      offset: 0,
      more: false,
      wholeWords: expect.any(Boolean),
    })
  })
})

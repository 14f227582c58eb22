import { expect, it } from 'vitest'
import { channelHome } from '../../../src/domain/audience.js'
import { sighted } from './sources-say.js'
import { ana, onEachEngine } from './workspace.js'

const page = { limit: 50, offset: 0 }

onEachEngine('odd text', (workspace) => {
  it.each([
    ['markup', '<!channel> & <https://x|y> *bold* "quoted" it’s'],
    ['SQL', `'; drop table people; -- ? $1 :name`],
    ['emoji and families', '👩‍👩‍👧‍👦 🏳️‍🌈'],
    ['right to left', '\u202eשלום عالم\u202c'],
    ['twelve thousand characters', 'wörd '.repeat(2_400)],
    ['lines and tabs', 'a\n\tb\r\n\u2028c'],
  ])('%s is kept as typed', async (_name, text) => {
    const here = workspace()
    const frank = await here.knows('Frank Ortiz', { prefers: text })
    const note = here.note(frank, text)
    await here.does(ana, ({ notes }) => notes.add(note))
    expect(await here.read(ana, ({ notes }) => notes.get(note.id))).toEqual(note)
    expect((await here.read(ana, ({ people }) => people.get(frank.id)))?.prefers).toBe(text)
  })

  it('what no database keeps is replaced, and can still be taken back', async () => {
    const here = workspace()
    const frank = await here.knows('Frank\0 Ortiz\ud83d')
    const note = here.note(frank, 'zero\0 and half\udc00 😀')
    await here.does(ana, ({ notes }) => notes.add(note))
    const actId = await here.does(ana, ({ notes }) => notes.change(note.id, { text: 'other\0' }))
    await here.takesBack(ana, actId)
    const text = (await here.read(ana, ({ notes }) => notes.get(note.id)))?.text
    expect(text).toBe('zero\ufffd and half\ufffd 😀')
    expect(await here.read(ana, ({ people }) => people.called(['frank\0']))).toHaveLength(1)
    expect(await here.read(ana, ({ people }) => people.get('\0'))).toBeNull()
  })

  it('a name that grows when it is folded is no trouble to an index', async () => {
    const here = workspace()
    const name = `${'ﷺ'.repeat(100)} ${'ﷺ'.repeat(99)}`
    const person = await here.knows(name, { addresses: [`${'a'.repeat(3_000)}@x.example`] })
    expect(
      await here.read(ana, ({ people }) => people.called([`${'a'.repeat(3_000)}@x.example`])),
    ).toHaveLength(1)
    expect((await here.read(ana, ({ people }) => people.get(person.id)))?.name).toBe(name)
  })

  it('nor is what a source calls somebody by, however long it is', async () => {
    const here = workspace()
    const frank = await here.knows('Frank Ortiz')
    // Nothing in it repeats itself: it cannot be made shorter by packing it.
    const key = Array.from({ length: 4_000 }, (_, n) =>
      String.fromCodePoint(0x4e00 + ((n * 7_919) % 20_000)),
    ).join('')
    const said = sighted(here, frank, { key })
    await here.does(ana, ({ sightings }) => sightings.add(said))
    await here.read(ana, async ({ sightings }) => {
      expect(await sightings.last(frank.id, said.source, key)).toMatchObject({ id: said.id })
      expect(await sightings.called(said.source, [key])).toMatchObject([{ id: said.id }])
    })
  })

  it('somebody may be without a name that can be called', async () => {
    const here = workspace()
    await here.knows('👩‍👧')
    await here.knows('…')
    expect(await here.read(ana, ({ people }) => people.count())).toBe(2)
  })

  it('an audience of forty thousand homes is no limit to either engine', async () => {
    const here = workspace()
    const frank = await here.knows('Frank Ortiz')
    await here.does(ana, ({ notes }) => notes.add(here.note(frank, 'hello')))
    const homes = Array.from({ length: 40_000 }, (_, n) => channelHome(`C${n}`))
    const audience = { userId: ana, homes: [...homes, frank.home], authoredHomes: homes }
    await here.store.uow.read({ workspaceId: here.id, audience }, async ({ people, search }) => {
      expect(await people.called(['frank'])).toHaveLength(1)
      expect(await search.entries(['hello'], page)).toHaveLength(1)
    })
  })
})

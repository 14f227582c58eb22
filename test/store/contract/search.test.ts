import { expect, it } from 'vitest'
import { searchWords } from '../../../src/domain/names.js'
import { usual } from '../../support/sealed.js'
import { ana, ben, onEachEngine, secret, today, type Workspace } from './workspace.js'

const page = { limit: 50, offset: 0 }
const found = (here: Workspace, text: string) =>
  here.read(ana, async ({ search }) =>
    (await search.entries(searchWords(text), page)).map((each) => each.text),
  )

onEachEngine('searching', (workspace) => {
  it('finds notes, heard words, contacts and roles that have the word', async () => {
    const here = workspace()
    const frank = await here.knows('Frank Ortiz')
    const role = here.role(frank, 'concert promoter', 'Ohio Halls', { sinceOn: '2026-09-01' })
    const past = here.role(frank, 'concert hall porter', '', { sinceOn: '2025-09-01', untilOn: '2026-01-01' })
    const note = here.note(frank, 'Loves the concert hall', { on: '2026-11-01' })
    const heard = here.note(frank, 'My concert is in May', { on: '2026-11-02', kind: 'heard' })
    const contact = here.contact(frank, '2026-11-03', { text: 'After the concert' })
    await here.does(ana, async (s) => {
      await s.notes.add(heard)
      await s.interactions.add(contact)
      await s.roles.add(past)
      await s.roles.add(role)
      await s.notes.add(note)
    })
    const person = { id: frank.id, name: 'Frank Ortiz', role: 'concert promoter at Ohio Halls' }
    const by = ana
    expect(await here.read(ana, ({ search }) => search.entries(['concert'], page))).toEqual([
      { kind: 'interaction', id: contact.id, person, by, on: '2026-11-03', text: 'After the concert' },
      { kind: 'heard', id: heard.id, person, by, on: '2026-11-02', text: 'My concert is in May' },
      { kind: 'note', id: note.id, person, by, on: '2026-11-01', text: 'Loves the concert hall' },
      { kind: 'role', id: role.id, person, by, on: '2026-09-01', text: 'concert promoter at Ohio Halls' },
      { kind: 'role', id: past.id, person, by, on: '2025-09-01', text: 'concert hall porter' },
    ])
  })

  it('what was written at one instant comes in the order in which it was made, and no page repeats another', async () => {
    const here = workspace()
    const frank = await here.knows('Frank Ortiz')
    const notes = Array.from({ length: 30 }, (_, n) => here.note(frank, `jazz ${n}`, { on: '2026-11-01' }))
    await here.does(ana, async (s) => {
      for (const note of notes) await s.notes.add(note)
    })
    const pageOf = (offset: number) =>
      here.read(ana, ({ search }) => search.entries(['jazz'], { limit: 7, offset }))
    const pages = await Promise.all([0, 7, 14, 21, 28].map(pageOf))
    expect(pages.flat().map(({ id }) => id)).toEqual(notes.map(({ id }) => id).toReversed())
  })

  it('finds a past role by its own words, and not by what the index calls it', async () => {
    const here = workspace()
    const frank = await here.knows('Frank Ortiz')
    await here.does(ana, ({ roles }) => roles.add(here.role(frank, 'clerk', 'Acme', { untilOn: today })))
    const found = (word: string) => here.read(ana, ({ search }) => search.entries([word], page))
    expect(await found('clerk')).toHaveLength(1)
    for (const word of ['role', 'past']) expect(await found(word)).toEqual([])
  })

  it('finds how somebody likes to be reached, as long as they do', async () => {
    const here = workspace()
    const frank = await here.knows('Frank Ortiz')
    const prefers = (text: string | null) =>
      here.does(ana, ({ people }) => people.change(frank.id, { prefers: text }))
    await prefers('carrier pigeon')
    const read = () => here.read(ana, ({ search }) => search.entries(['pigeon'], page))
    expect(await read()).toEqual([
      {
        kind: 'prefers',
        id: frank.id,
        person: { id: frank.id, name: 'Frank Ortiz', role: '' },
        by: ana,
        on: frank.introducedOn,
        text: 'carrier pigeon',
      },
    ])
    await prefers('letters')
    expect([await found(here, 'pigeon'), await found(here, 'letters')]).toEqual([[], ['letters']])
    await prefers(null)
    expect(await found(here, 'letters')).toEqual([])
  })

  it('finds a tie by what it says and by the other as they are called now, for who sees both', async () => {
    const here = workspace()
    const [frank, susan] = [await here.knows('Frank Ortiz'), await here.knows('Susan Whitfield')]
    const tie = here.tie(frank, susan, { kind: 'reports to' })
    await here.does(ana, ({ ties }) => ties.add(tie))
    const person = { id: frank.id, name: 'Frank Ortiz', role: '' }
    const read = (userId: string, ...words: string[]) =>
      here.read(userId, ({ search }) => search.entries(words, page))
    expect(await read(ana, 'reports', 'susan')).toMatchObject([
      { kind: 'tie', id: tie.id, person, by: ana, text: 'reports to Susan Whitfield' },
    ])
    await here.does(ana, ({ people }) => people.change(susan.id, { name: 'Susan Ray' }))
    expect(await read(ana, 'whitfield')).toEqual([])
    expect(await read(ana, 'ray')).toMatchObject([{ text: 'reports to Susan Ray' }])
    await here.does(ana, ({ people }) => people.change(susan.id, { home: secret }))
    expect([await read(ben, 'reports'), (await read(ana, 'reports')).length]).toEqual([[], 1])
    await here.does(ana, ({ ties }) => ties.remove(tie.id))
    expect(await read(ana, 'reports')).toEqual([])
  })

  it('wants all the words, each whole or a beginning, in any order, case and accent apart', async () => {
    const here = workspace()
    const frank = await here.knows('Frank Ortiz')
    const texts = ['His daughter starts at Ohio State', 'Ohio is flat', 'Café in Zürich, don’t forget: 3.14%']
    await here.does(ana, async ({ notes }) => {
      for (const text of texts) await notes.add(here.note(frank, text))
    })
    expect(await found(here, 'STATE ohio')).toEqual([texts[0]])
    expect(await found(here, 'oh st')).toEqual(usual.key === null ? [texts[0]] : [])
    expect((await found(here, 'ohio')).sort()).toEqual([texts[0], texts[1]].sort())
    expect(await found(here, 'hio')).toEqual([])
    expect(await found(here, 'cafe zurich')).toEqual([texts[2]])
    expect(await found(here, "don't")).toEqual([texts[2]])
    expect(await found(here, '3.14')).toEqual([texts[2]])
    expect(await found(here, '')).toEqual([])
  })

  it('finds whatever has a word that begins with one letter, whichever letter or digit comes next', async () => {
    const here = workspace()
    const frank = await here.knows('Frank Ortiz')
    const likesB = ['Likes b', 'Likes bread', 'Likes b2 pencils', 'Likes bühnen', 'Likes "b-sides"']
    await here.does(ana, async ({ notes }) => {
      for (const text of [...likesB, 'Likes tea']) await notes.add(here.note(frank, text))
    })
    if (usual.key === null) expect((await found(here, 'b')).sort()).toEqual(likesB.sort())
  })

  it.each([2, 16, 17, 40])('finds by their beginning %i words, and none beside them', async (many) => {
    const here = workspace()
    const frank = await here.knows('Frank Ortiz')
    const words = Array.from({ length: many }, (_, n) => `lamp${String.fromCharCode(0x430 + n)}${n % 3}`)
    await here.does(ana, async ({ notes }) => {
      for (const word of ['lam', 'lamo', 'lamq', ...words])
        await notes.add(here.note(frank, `Likes ${word} Lights`))
    })
    if (usual.key !== null) return
    const all = words.map((word) => `Likes ${word} Lights`).sort()
    expect((await found(here, 'LAMP')).sort()).toEqual(all)
    expect((await found(here, 'light lamp like')).sort()).toEqual(all)
    expect(await found(here, 'lampe')).toEqual([])
  })

  it('finds by one letter what is older than most', async () => {
    const here = workspace()
    const frank = await here.knows('Frank Ortiz')
    const olds = ['Zoo', 'Zebra'].map((text) => here.note(frank, text, { on: '2026-10-01' }))
    await here.does(ana, async ({ notes }) => {
      for (const old of olds) await notes.add(old)
      for (let n = 0; n < 310; n++) await notes.add(here.note(frank, 'tea', { on: '2026-11-01' }))
      await notes.add(here.note(frank, 'Zen', { on: '2026-11-02' }))
    })
    if (usual.key !== null) return
    const firsts = async (limit: number) =>
      (await here.read(ana, ({ search }) => search.entries(['z'], { limit, offset: 0 }))).map(
        ({ text }) => text,
      )
    expect(await firsts(1)).toEqual(['Zen'])
    expect((await firsts(3)).sort()).toEqual(['Zebra', 'Zen', 'Zoo'])
  })

  it.each([
    'a OR b',
    'NEAR(ohio)',
    'ohio*',
    '"ohio',
    "o'hio & !x | (y)",
    'words:ohio',
    '-ohio ^ohio',
    '\\',
    'a:*b',
    'x\0y',
  ])('takes %j for nothing but words', async (text) => {
    const here = workspace()
    const frank = await here.knows('Frank Ortiz')
    await here.does(ana, ({ notes }) => notes.add(here.note(frank, 'nothing of the kind')))
    expect(await here.read(ana, ({ search }) => search.entries([text], page))).toEqual([])
    expect(await here.read(ana, ({ search }) => search.people([text], page))).toEqual([])
    await here.does(ana, ({ notes }) => notes.add(here.note(frank, text)))
    if (searchWords(text).length > 0) expect(await found(here, text)).toHaveLength(1)
  })

  it('finds words of any script, and of any length', async () => {
    const here = workspace()
    const frank = await here.knows('Frank Ortiz')
    const long = 'ab'.repeat(3_000)
    const texts = ['Встреча в Москве', '東京で会った', 'פגישה בתל אביב', long]
    await here.does(ana, async ({ notes }) => {
      for (const text of texts) await notes.add(here.note(frank, text))
    })
    expect(await found(here, 'москве')).toEqual([texts[0]])
    expect(await found(here, '東京')).toEqual([texts[1]])
    expect(await found(here, 'אביב')).toEqual([texts[2]])
    expect(await found(here, long)).toEqual([long])
    expect(await found(here, Array.from({ length: 2_000 }, (_, n) => `w${n}`).join(' '))).toEqual([])
  })

  it('comes newest first, by the day it is about and then by when it was typed, in pages', async () => {
    const here = workspace()
    const frank = await here.knows('Frank Ortiz')
    const typedAt = (minute: number) => `2026-11-20T15:0${minute}:00.000Z`
    const notes = [
      here.note(frank, 'hall 1', { on: '2026-11-05', at: typedAt(1) }),
      here.note(frank, 'hall 2', { on: '2026-11-05', at: typedAt(3) }),
      here.note(frank, 'hall 3', { on: '2026-11-05', at: typedAt(2) }),
      here.note(frank, 'hall 4', { on: '1950-01-01', at: typedAt(4) }),
      here.note(frank, 'hall 5', { on: '2026-11-19', at: typedAt(0) }),
    ]
    const removed = notes[2]?.id ?? ''
    await here.does(ana, async (s) => {
      for (const note of notes) await s.notes.add(note)
    })
    const order = ['hall 5', 'hall 2', 'hall 3', 'hall 1', 'hall 4']
    expect(await found(here, 'hall')).toEqual(order)
    const actId = await here.does(ana, (s) => s.notes.remove(removed))
    await here.takesBack(ana, actId)
    expect(await found(here, 'hall')).toEqual(order)
    const second = await here.read(ana, ({ search }) => search.entries(['hall'], { limit: 2, offset: 2 }))
    expect(second.map(({ text }) => text)).toEqual(order.slice(2, 4))
  })

  it('many entries of one moment are all found', async () => {
    const here = workspace()
    const frank = await here.knows('Frank Ortiz')
    await here.does(ana, async ({ notes }) => {
      for (let n = 0; n < 120; n++) await notes.add(here.note(frank, `same moment ${n}`))
    })
    const all = await here.read(ana, ({ search }) => search.entries(['moment'], { limit: 500, offset: 0 }))
    expect(new Set(all.map(({ id }) => id)).size).toBe(120)
  })

  it('what was changed or removed is found as it is now', async () => {
    const here = workspace()
    const frank = await here.knows('Frank Ortiz')
    const note = here.note(frank, 'likes concerts')
    await here.does(ana, ({ notes }) => notes.add(note))
    await here.does(ana, ({ notes }) => notes.change(note.id, { text: 'likes opera' }))
    expect([await found(here, 'concerts'), await found(here, 'opera')]).toEqual([[], ['likes opera']])
    await here.does(ana, ({ notes }) => notes.remove(note.id))
    expect(await found(here, 'opera')).toEqual([])
  })
})

import { expect, it } from 'vitest'
import type { KnownTo } from '../../../src/app/ports/quotes.js'
import type { Note } from '../../../src/domain/note.js'
import type { Person } from '../../../src/domain/person.js'
import { usual } from '../../support/sealed.js'
import { ana, ben, onEachEngine, secret, type Workspace } from './workspace.js'

const page = { limit: 50, offset: 0 }

const said = (here: Workspace, person: Person, words: string, given: Partial<Note> = {}): Note =>
  here.note(person, `${words}, said ${person.name}`, {
    kind: 'heard',
    quote: { words, role: 'buying' },
    ...given,
  })
const about = (here: Workspace, userId: string, ...words: string[]) =>
  here.read(userId, async ({ quotes }) => (await quotes.about(words, page)).map((quote) => quote.words))
const known = (here: Workspace, userId: string, words: readonly string[], knownTo: KnownTo = 'asker') =>
  here.read(userId, async ({ quotes }) => {
    const found = await quotes.names(words, knownTo)
    const having = (is: (name: (typeof found)[number]) => boolean) => found.filter(is).map(({ word }) => word)
    return {
      names: having(({ names }) => names).sort(),
      beginsName: having(({ beginsName }) => beginsName).sort(),
      beginsCompany: having(({ beginsCompany }) => beginsCompany).sort(),
    }
  })

onEachEngine('quotes', (workspace) => {
  it('are read by every member, wherever they were typed, and as they were allowed', async () => {
    const here = workspace()
    const frank = await here.knows('Frank Ortiz', { home: secret })
    const note = said(here, frank, 'light matters', { home: secret, facets: ['feeling'], on: '2026-11-02' })
    await here.does(ana, ({ notes }) => notes.add(note))
    expect(await here.read(ben, ({ notes }) => notes.get(note.id))).toBeNull()
    expect(await here.read(ben, ({ quotes }) => quotes.about(['light'], page))).toEqual([
      {
        ...{ noteId: note.id, personId: frank.id, personName: 'Frank Ortiz', words: 'light matters' },
        ...{ by: note.by, role: 'buying', on: '2026-11-02', facets: ['feeling'] },
      },
    ])
    const [one] = await here.read(ben, ({ quotes }) => quotes.of([note.id, 'nothing']))
    expect(one?.words).toBe('light matters')
    expect(await here.read(ana, ({ notes }) => notes.get(note.id))).toEqual(note)
  })

  it('are taken back by whoever wrote them down, and by nobody else, wherever it was', async () => {
    const here = workspace()
    const frank = await here.knows('Frank Ortiz', { home: secret })
    const note = said(here, frank, 'light matters', { home: secret, by: ben })
    await here.does(ana, ({ notes }) => notes.add(note))
    const takesBack = (userId: string, id: string) =>
      here.does(userId, async ({ quotes }) => {
        expect(await quotes.takeBack(id, userId)).toBe(id === note.id && userId === ben)
      })
    await takesBack(ana, note.id)
    await takesBack(ben, 'nothing')
    expect(await about(here, ana, 'light')).toEqual(['light matters'])
    await takesBack(ben, note.id)
    expect(await about(here, ana, 'light')).toEqual([])
    const { quote: _, ...kept } = note
    expect(await here.read(ana, ({ notes }) => notes.get(note.id))).toEqual(kept)
  })

  it('are found by all the words, each whole or a beginning, the newest first, a page at a time', async () => {
    const here = workspace()
    const frank = await here.knows('Frank Ortiz')
    const notes = ['light is cold', 'cold light is cheap', 'the price of light'].map((words, n) =>
      said(here, frank, words, { on: `2026-11-0${n + 1}` }),
    )
    await here.does(ana, async (s) => {
      for (const note of notes) await s.notes.add(note)
      await s.notes.add(here.note(frank, 'light that nobody may quote', { kind: 'heard' }))
    })
    expect(await about(here, ben, 'light')).toEqual([
      'the price of light',
      'cold light is cheap',
      'light is cold',
    ])
    expect(await about(here, ben, 'cold', 'light')).toEqual(['cold light is cheap', 'light is cold'])
    const beginnings = usual.key === null ? ['cold light is cheap', 'light is cold'] : []
    expect(await about(here, ben, 'co', 'li')).toEqual(beginnings)
    expect(await about(here, ben, 'frank')).toEqual([])
    expect(await about(here, ben, '__said_light')).toEqual([])
    expect(await about(here, ben)).toEqual([])
    const second = await here.read(ben, ({ quotes }) => quotes.about(['light'], { limit: 1, offset: 1 }))
    expect(second.map(({ words }) => words)).toEqual(['cold light is cheap'])
  })

  it('are no entries to find, and are of their own workspace alone', async () => {
    const here = workspace()
    const frank = await here.knows('Frank Ortiz')
    await here.does(ana, ({ notes }) => notes.add(said(here, frank, 'light matters')))
    const found = await here.read(ana, ({ search }) => search.entries(['light'], page))
    expect(found.map(({ kind, text }) => [kind, text])).toEqual([
      ['heard', 'light matters, said Frank Ortiz'],
    ])
    const there = here.another()
    expect(await about(there, ana, 'light')).toEqual([])
  })

  it('go when their words are put right or removed, whoever does it, and come back with them', async () => {
    const here = workspace()
    const frank = await here.knows('Frank Ortiz')
    const note = said(here, frank, 'light matters')
    await here.does(ana, ({ notes }) => notes.add(note))
    const edit = await here.does(ben, ({ notes }) => notes.change(note.id, { text: 'warmth matters' }))
    expect(await about(here, ben, 'light')).toEqual([])
    expect(await here.read(ben, ({ quotes }) => quotes.of([note.id]))).toEqual([])
    await here.takesBack(ben, edit)
    expect(await about(here, ben, 'light')).toEqual(['light matters'])
    await here.does(ben, ({ notes }) => notes.change(note.id, { on: '2026-11-03' }))
    expect(await about(here, ben, 'light')).toEqual(['light matters'])
    const removal = await here.does(ben, ({ notes }) => notes.remove(note.id))
    expect(await about(here, ben, 'light')).toEqual([])
    await here.takesBack(ben, removal)
    expect(await about(here, ben, 'light')).toEqual(['light matters'])
  })

  it('of words that an undo brings back nobody allowed any', async () => {
    const here = workspace()
    const frank = await here.knows('Frank Ortiz')
    const note = here.note(frank, 'light', { kind: 'heard' })
    await here.does(ana, ({ notes }) => notes.add(note))
    const edit = await here.does(ben, ({ notes }) => notes.change(note.id, { text: 'warmth' }), {
      kind: 'edit',
    })
    const quote = { words: 'warmth', role: null }
    await here.does(ana, ({ notes }) => notes.change(note.id, { quote }), { kind: 'quote' })
    await here.takesBack(ben, edit)
    expect(await here.read(ana, ({ notes }) => notes.get(note.id))).toEqual(note)
    expect(await about(here, ben, 'warmth')).toEqual([])
  })

  it('go with whoever is forgotten, and lose the name of another who is', async () => {
    const here = workspace()
    const [frank, susan] = [await here.knows('Frank Ortiz'), await here.knows('Susan Bell')]
    const named = said(here, frank, 'Susan Bell brought light')
    await here.does(ana, ({ notes }) => notes.add(named))
    await here.keep(({ forgetting }) => forgetting.person(susan.id))
    expect(await about(here, ben, 'light')).toEqual(['[forgotten] brought light'])
    expect(await about(here, ben, 'susan')).toEqual([])
    await here.keep(({ forgetting }) => forgetting.person(frank.id))
    expect(await about(here, ben, 'light')).toEqual([])
  })

  it('knows which words are names, as far as the asker may see, in one look', async () => {
    const here = workspace()
    const frank = await here.knows('Frank van der Ortiz')
    const lily = await here.knows('Lily Chen', { home: secret })
    await here.does(ana, async ({ roles }) => {
      await roles.add(here.role(frank, 'buyer', 'Acme Lighting Inc.'))
      await roles.add(here.role(lily, 'buyer', 'Globex', { home: secret }))
    })
    const words = [
      'frank',
      'ortiz',
      'van',
      'van der ortiz',
      'acme',
      'acme lighting',
      'lily',
      'globex',
      'light',
      "o'b",
    ]
    expect(await known(here, ana, words)).toEqual({
      names: ['acme lighting', 'frank', 'globex', 'lily', 'ortiz', 'van der ortiz'],
      beginsName: ['frank', 'lily', 'van'],
      beginsCompany: ['acme'],
    })
    expect((await known(here, ben, words)).names).toEqual([
      'acme lighting',
      'frank',
      'ortiz',
      'van der ortiz',
    ])
    expect(await known(here, ben, words, 'anybody')).toEqual(await known(here, ana, words))
    expect(await known(here, ben, [])).toEqual({ names: [], beginsName: [], beginsCompany: [] })
  })
})

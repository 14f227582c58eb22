import { expect, it } from 'vitest'
import { editDistance, fold, nameKeys } from '../../../src/domain/names.js'
import type { Person } from '../../../src/domain/person.js'
import { connect } from '../../../src/store/dialect.js'
import { leftOut, mostLeftOut } from '../../../src/store/spelling.js'
import { ana, ben, onEachEngine, secret } from './workspace.js'

onEachEngine('names that are misspelt', (workspace, _engine, database) => {
  const near = async (key: string, by = ana) => {
    const found = await workspace().read(by, ({ people }) => people.near(key, 5))
    return found.map(({ name }) => name).sort()
  }
  /** The names that are spelled, each with the letters by which it is found. */
  const spelled = async (): Promise<Readonly<Record<string, string[]>>> => {
    const { db } = connect(database().url, 5_000)
    const rows = await db
      .selectFrom('name_spellings')
      .select(['key', 'left_out'])
      .where('workspace_id', '=', workspace().id)
      .execute()
    await db.destroy()
    const keys = [...new Set(rows.map(({ key }) => key))].sort()
    const waysOf = (key: string) => rows.filter((row) => row.key === key).map((row) => row.left_out)
    return Object.fromEntries(keys.map((key) => [key, waysOf(key).sort()]))
  }
  const waysOf = (...keys: string[]) =>
    Object.fromEntries(keys.sort().map((key) => [key, leftOut(key, mostLeftOut).sort()]))
  const forgets = (person: Person) =>
    workspace().does(ana, ({ forgetting }) => forgetting.person(person.id), { kind: 'forget' })

  it('parts of names stand there by the letters that the program asks for, in every script', async () => {
    const here = workspace()
    const names = [
      'Frank Ortiz',
      'Maria de la Cruz',
      'Jo Ng',
      'Bo',
      'Хлоя Иванова',
      '王小明',
      'Zo\u{1F600}e Aaa',
      'X',
    ]
    for (const name of names) await here.knows(name, { addresses: ['any@acme.example'], slackUserId: null })
    expect(await spelled()).toEqual(
      waysOf(
        ...['frank', 'ortiz', 'maria', 'de la cruz', 'cruz', 'jo', 'ng', 'bo', 'хлоя', 'иванова', '王小明'],
        ...['zo\u{1F600}e', 'aaa', 'x'],
      ),
    )
  })

  it('a name stands there as long as somebody has it: renamed, merged, taken back, forgotten', async () => {
    const here = workspace()
    const [frank, other] = [await here.knows('Frank Ortiz'), await here.knows('Frank Moe')]
    await here.does(ana, ({ people }) => people.change(frank.id, { name: 'Francis Ortega' }))
    expect(await spelled()).toEqual(waysOf('francis', 'ortega', 'frank', 'moe'))
    const act = await here.does(ana, ({ people }) => people.change(other.id, { name: 'Lily Moe' }))
    expect(await spelled()).toEqual(waysOf('francis', 'ortega', 'lily', 'moe'))
    await here.takesBack(ana, act)
    expect(await spelled()).toEqual(waysOf('francis', 'ortega', 'frank', 'moe'))
    await forgets(other)
    expect(await spelled()).toEqual(waysOf('francis', 'ortega'))
    await forgets(frank)
    expect(await spelled()).toEqual({})
  })

  it('is kept when an earlier program writes, which knows of keys alone', async () => {
    const here = workspace()
    const frank = await here.knows('Frank Ortiz')
    const { db } = connect(database().url, 5_000)
    const own = { workspace_id: here.id, person_id: frank.id }
    const ofFrank = db.deleteFrom('person_keys').where('workspace_id', '=', here.id)
    await ofFrank.where('person_id', '=', frank.id).where('kind', '=', 'given').execute()
    const key = { kind: 'given', key: 'paco', backwards: 'ocap' } as const
    await db
      .insertInto('person_keys')
      .values({ ...own, ...key })
      .execute()
    await db.destroy()
    expect(await spelled()).toEqual(waysOf('paco', 'ortiz'))
    expect(await near('pacco')).toEqual(['Frank Ortiz'])
    // As this program calls him again.
    await here.does(ana, ({ people }) => people.change(frank.id, { name: 'Frank Moe' }))
    expect(await spelled()).toEqual(waysOf('frank', 'moe'))
  })

  it.each([
    ['frnak otriz', 'a slip in either word'],
    ['frank otrzi', 'two in one word beside one that is right'],
    ['farkn ortiz', 'two in the given name'],
    ['frankortiz', 'no space'],
    ['frankortz', 'no space, and a letter less'],
    ['fr ank ortiz', 'a space too many'],
    ['frank or tiz', 'a space too many in the family name'],
    ['fran kortiz', 'a space that is early'],
    ['rank rtiz', 'both without their first letters'],
    ['franko rtiz', 'a space that is late'],
  ])('%s is nearly Frank Ortiz: %s', async (typed) => {
    const here = workspace()
    await here.knows('Frank Ortiz')
    for (const name of ['Susan Wood', 'Frank Moe', 'Ana Ortiz']) await here.knows(name)
    expect(await near(typed)).toEqual(['Frank Ortiz'])
  })

  it('whatever lies within two letters of a name, or of a part of it, is found', async () => {
    const here = workspace()
    const given = ['frank', 'maria', 'johanna', 'anton', 'giuseppe', 'marta', 'franka']
    const family = ['ortiz', 'cruz', 'winterbottom', 'moreno', 'de la torre', 'moreau', 'orton']
    const names = given.flatMap((first) => family.map((rest) => `${first} ${rest}`))
    await here.does(ana, async ({ people }) => {
      for (const name of names) await people.add(here.person(name))
    })
    const keysOf = (name: string) =>
      nameKeys(name).flatMap(({ kind, key }) => (kind === 'initials' ? [] : [key]))
    let state = 7
    const chance = (below: number): number => {
      state = (state * 48_271) % 2_147_483_647
      return state % below
    }
    const edited = (text: string): string => {
      const at = chance(text.length)
      const letter = 'abfmnorz'[chance(8)]
      const swapped = `${text[at + 1] ?? ''}${text[at]}`
      const ways = [text[at], '', letter, `${letter}${text[at]}`, swapped]
      const way = chance(ways.length)
      return `${text.slice(0, at)}${ways[way]}${text.slice(way === 4 ? at + 2 : at + 1)}`
    }
    for (let n = 0; n < 150; n++) {
      const keys = keysOf(names[chance(names.length)] ?? '')
      const typed = fold(edited(edited(keys[chance(keys.length)] ?? '')))
      const most = typed.length < 5 ? 1 : 2
      const wished = names.filter((name) => keysOf(name).some((key) => editDistance(key, typed) <= most))
      const found = await here.read(ana, ({ people }) => people.near(typed, 100))
      expect([typed, found.map(({ name }) => name).sort()]).toEqual([typed, wished.sort()])
    }
  })

  it('names of several words, and nobody who is far', async () => {
    const here = workspace()
    for (const name of ['Maria de la Cruz', 'Maria Cruz', 'Cher', 'Jean-Luc Moreau']) await here.knows(name)
    expect(await near('maria de la crux')).toEqual(['Maria de la Cruz'])
    expect(await near('mara dela cruz')).toEqual(['Maria de la Cruz'])
    expect(await near('de la cruy')).toEqual(['Maria de la Cruz'])
    expect(await near('chr')).toEqual(['Cher'])
    expect(await near('ch er')).toEqual(['Cher'])
    expect(await near('jeanluc moreu')).toEqual(['Jean-Luc Moreau'])
    expect(await near('marco polo')).toEqual([])
    expect(await near('%')).toEqual([])
  })

  it('of somebody whom the asker may not see nothing is said, however near the name', async () => {
    const here = workspace()
    await here.knows('Frank Ortiz', { home: secret })
    await here.knows('Frank Wood')
    expect(await near('frank ortis')).toEqual(['Frank Ortiz'])
    expect(await near('frank ortis', ben)).toEqual([])
    expect(await near('ortis', ben)).toEqual([])
  })
})

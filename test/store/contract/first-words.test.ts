import { expect, it } from 'vitest'
import { nameKeys } from '../../../src/domain/names.js'
import { connect } from '../../../src/store/dialect.js'
import { firstWord, isPlainWord } from '../../../src/store/first-words.js'
import { ana, onEachEngine } from './workspace.js'

onEachEngine('first words of what people are called by', (workspace, _engine, database) => {
  const inDatabase = async <T>(work: (db: ReturnType<typeof connect>['db']) => Promise<T>): Promise<T> => {
    const { db } = connect(database().url, 5_000)
    return work(db).finally(() => db.destroy())
  }
  const words = () =>
    inDatabase(async (db) => {
      const rows = await db
        .selectFrom('first_words')
        .select('word')
        .where('workspace_id', '=', workspace().id)
        .execute()
      return rows.map(({ word }) => word).sort()
    })
  const unreached = { addresses: [], slackUserId: null }
  /** Runs of a text that call nobody. */
  const noise = Array.from({ length: 40 }, (_, n) => `nothing ${'of it '.repeat(n)}`.trim())

  it('are what the program takes for plain, of keys of every kind and script', async () => {
    const here = workspace()
    const names = [
      'Frank de la Cruz',
      'Bo',
      'Jo O. Jr.',
      '王小明',
      'Zo\u{1F600}e A\nB',
      'R2 D2',
      'J.R. Ng',
      'A_b *c',
    ]
    for (const name of names) await here.knows(name, unreached)
    const addresses = [
      'frank@acme.example',
      'acme.example/frank',
      'HandleOf',
      '+1 555 0107',
      'two words',
      'x:[y]',
    ]
    await here.knows('Cher', { addresses, slackUserId: 'UCHER' })
    const keys = await inDatabase((db) =>
      db.selectFrom('person_keys').select('key').where('workspace_id', '=', here.id).execute(),
    )
    const plain = keys.map(({ key }) => firstWord(key)).filter(isPlainWord)
    expect(await words()).toEqual([...new Set(plain)].sort())
    expect(plain).toEqual(
      expect.arrayContaining(['frank', 'de', 'fdlc', 'o.', '王小明', 'handleof', 'UCHER']),
    )
    expect(await words()).not.toEqual(expect.arrayContaining([expect.stringMatching(/[@/0-9]/)]))
  })

  it('stand there as long as something begins with them: renamed, taken back, forgotten', async () => {
    const here = workspace()
    const van = await here.knows('Van Morrison', unreached)
    const berg = await here.knows('Bo van der Berg', unreached)
    const expected = (...names: string[]) =>
      [...new Set(names.flatMap((name) => nameKeys(name).map(({ key }) => firstWord(key))))].sort()
    expect(await words()).toEqual(expected('Van Morrison', 'Bo van der Berg'))
    const act = await here.does(ana, ({ people }) => people.change(van.id, { name: 'Vanessa Moe' }))
    expect(await words()).toEqual(expected('Vanessa Moe', 'Bo van der Berg'))
    expect(await words()).toContain('van')
    await here.takesBack(ana, act)
    await here.does(ana, ({ forgetting }) => forgetting.person(berg.id), { kind: 'forget' })
    expect(await words()).toEqual(expected('Van Morrison'))
    await here.does(ana, ({ forgetting }) => forgetting.person(van.id), { kind: 'forget' })
    expect(await words()).toEqual([])
  })

  it('are kept when an earlier program writes, which knows of keys alone', async () => {
    const here = workspace()
    const frank = await here.knows('Frank Ortiz', unreached)
    const key = { kind: 'given', key: 'paco', backwards: 'ocap' } as const
    await inDatabase(async (db) => {
      const theirs = db.deleteFrom('person_keys').where('workspace_id', '=', here.id)
      await theirs.where('kind', 'in', ['given', 'full']).execute()
      await db
        .insertInto('person_keys')
        .values({ workspace_id: here.id, person_id: frank.id, ...key })
        .execute()
    })
    expect(await words()).toEqual(['fo', 'ortiz', 'paco'])
    const found = await here.read(ana, ({ people }) => people.calledFew([...noise, 'paco', 'frank'], 5))
    expect(found.map(({ key }) => key)).toEqual(['paco'])
    // As this program calls him again.
    await here.does(ana, ({ people }) => people.change(frank.id, { name: 'Frank Moe' }))
    expect(await words()).toEqual(['fm', 'frank', 'moe'])
  })

  it('in a text everybody is found by whatever calls them, as by that alone', async () => {
    const here = workspace()
    const addresses = [
      'frank@acme.example',
      'acme.example/frank',
      'HandleOf',
      '+1 555 0107',
      'two words',
      '5550107',
    ]
    await here.knows('Fränk De La Cruz', { addresses, slackUserId: 'UFRANK' })
    await here.knows('R2 D2', { addresses: ['j.r'], slackUserId: 'U0123' })
    await here.knows('Jo O.', unreached)
    const keys = await inDatabase((db) =>
      db.selectFrom('person_keys').select('key').distinct().where('workspace_id', '=', here.id).execute(),
    )
    expect(keys.length).toBeGreaterThan(15)
    for (const { key } of keys) {
      const alone = await here.read(ana, ({ people }) => people.calledFew([key], 9))
      expect(alone).not.toEqual([])
      // However often it stands there.
      expect(await here.read(ana, ({ people }) => people.calledFew([...noise, key, key], 9))).toEqual(alone)
      const called = await here.read(ana, ({ people }) => people.called([...noise, key]))
      expect(called).toEqual(await here.read(ana, ({ people }) => people.called([key])))
    }
  })
})

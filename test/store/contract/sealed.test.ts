import { sql } from 'kysely'
import { describe, expect, it, onTestFinished } from 'vitest'
import { Cipher, type Encryption, noEncryption } from '../../../src/store/cipher/cipher.js'
import { reseal } from '../../../src/store/cipher/reseal.js'
import { connect } from '../../../src/store/dialect.js'
import { rawly } from '../../support/rawly.js'
import { keyOf, sealedWith } from '../../support/sealed.js'
import { type EngineName, engines, freshDatabase } from '../../support/stores.js'
import { keysUsed, sealedValues, wordsEverywhere } from './sealed-drafts.js'
import { ana, today, Workspace } from './workspace.js'

const page = { limit: 50, offset: 0 }
const idOf = (letter: string): string => new Cipher(sealedWith(letter)).newestId ?? ''
const off = (...before: string[]): Encryption => ({ key: null, before: before.map(keyOf) })

describe.each(engines)('encrypted, on %s', (engine) => {
  const fresh = async (encryption: Encryption, on: EngineName = engine) => {
    const database = await freshDatabase(on)
    onTestFinished(() => database.drop())
    const opened = async (keys: Encryption) => new Workspace(await database.open({ encryption: keys }), 'W1')
    const reopened = async (from: Workspace, keys: Encryption) => {
      await from.store.close()
      return opened(keys)
    }
    return { url: database.url, here: await opened(encryption), opened, reopened }
  }
  const notesOf = async (here: Workspace, personId: string) =>
    (await here.readAll(({ notes }) => notes.of(personId, page))).map(({ text }) => text)
  const foundBy = async (here: Workspace, word: string) =>
    (await here.readAll(({ search }) => search.entries([word], page))).map(({ text }) => text)

  it('nothing that anybody said stands in any column', async () => {
    const { url, here } = await fresh(sealedWith('a'))
    await wordsEverywhere(here)
    const values = await sealedValues(url)
    expect([...values].filter(([, texts]) => texts.length === 0).map(([column]) => column)).toEqual([])
    const plain = [...values].filter(([, texts]) =>
      texts.some((text) => !text.startsWith(`\u0001${idOf('a')}:W1:`)),
    )
    expect(plain.map(([column]) => column)).toEqual([])
    const all = await rawly(url, async ({ db, dialect }) => {
      const rows: unknown[] = []
      for (const table of await dialect.tableNames(db))
        rows.push(...(await sql`select * from ${sql.table(table)}`.execute(db)).rows)
      return JSON.stringify(rows)
    })
    for (const word of ['quokka', 'zeppelin', 'pigeon']) expect(all.toLowerCase()).not.toContain(word)
    for (const word of ['Susan Bell', 'Wendelstein']) expect(all).toContain(word)
    expect((await here.store.verify()).findings).toEqual([])
  })

  it('a value is refused where it was not written', async () => {
    const { url, here } = await fresh(sealedWith('a'))
    const frank = await here.knows('Frank Ortiz')
    const [note, contact] = [here.note(frank, 'proud'), here.contact(frank, today, { text: 'walked' })]
    await here.does(ana, async ({ notes, interactions }) => {
      await notes.add(note)
      await interactions.add(contact)
    })
    const elsewhere = new Workspace(here.store, 'W2')
    const theirs = await elsewhere.knows('Frank Ortiz')
    const hidden = elsewhere.note(theirs, 'their secret')
    await elsewhere.does(ana, ({ notes }) => notes.add(hidden))
    await rawly(url, async ({ db }) => {
      await sql`update interactions set text = (select text from notes where id = ${note.id} and workspace_id = 'W1')
        where id = ${contact.id}`.execute(db)
      await sql`update notes set text = (select text from notes where workspace_id = 'W2')
        where id = ${note.id} and workspace_id = 'W1'`.execute(db)
    })
    await expect(here.readAll(({ interactions }) => interactions.get(contact.id))).rejects.toThrow(
      'interactions.text was changed, or was moved there',
    )
    await expect(here.readAll(({ notes }) => notes.get(note.id))).rejects.toThrow(/for another workspace/)
    expect(await notesOf(elsewhere, theirs.id)).toEqual(['their secret'])
  })

  it('whole words are found, beginnings are not; names are found by both', async () => {
    const { here } = await fresh(sealedWith('a'))
    const frank = await here.knows('Frank Ortiz')
    await here.does(ana, ({ notes }) => notes.add(here.note(frank, 'His daughter starts at Ohio State')))
    expect(await foundBy(here, 'OHIO')).toEqual(['His daughter starts at Ohio State'])
    expect(await foundBy(here, 'ohi')).toEqual([])
    const named = await here.readAll(({ search }) => search.people(['ort'], page))
    expect(named.map(({ name }) => name)).toEqual(['Frank Ortiz'])
    expect(await here.readAll(async ({ search }) => search.wholeWords)).toBe(true)
  })

  it('the key changes while work goes on, and afterwards the old one is not needed', async () => {
    const before = await fresh(sealedWith('a'))
    const { frank } = await wordsEverywhere(before.here)
    const said = await notesOf(before.here, frank.id)
    const here = await before.reopened(before.here, sealedWith('b', 'a'))
    expect(await notesOf(here, frank.id)).toEqual(said)
    expect(await foundBy(here, 'zeppelin')).not.toEqual([])
    const rotating = here.store.reseal()
    for (let n = 0; n < 20; n++)
      await here.does(ana, ({ notes }) =>
        notes.add(here.note(frank, `said meanwhile, ${n}`, { id: `late-${n}` })),
      )
    expect(await rotating).toMatchObject({ isWhole: true, isTidy: true })
    expect(Object.keys(await keysUsed(before.url))).toEqual([idOf('b')])
    const after = await before.reopened(here, sealedWith('b'))
    expect((await notesOf(after, frank.id)).length).toBe(said.length + 20)
    expect((await foundBy(after, 'meanwhile')).length).toBe(20)
    expect((await after.store.verify()).findings).toEqual([])
    expect(await after.store.reseal()).toEqual({ rows: 0, isWhole: true, isTidy: true })
    await after.store.close()
    await expect(before.opened(sealedWith('a'))).rejects.toThrow(
      `encrypted with another key, whose id is ${idOf('b')}.`,
    )
  })

  it('a key that somebody goes on writing with is on the list again, and nobody opens it without', async () => {
    const { here, opened } = await fresh(sealedWith('a'))
    const frank = await here.knows('Frank Ortiz')
    const rotating = await opened(sealedWith('b', 'a'))
    // Nobody types meanwhile: all that there is, is sealed with the new key.
    expect(await rotating.store.reseal()).toMatchObject({ isWhole: true })
    await rotating.store.close()
    await here.does(ana, ({ notes }) => notes.add(here.note(frank, 'said to a bot of earlier settings')))
    await here.store.close()
    await expect(opened(sealedWith('b'))).rejects.toThrow(`whose id is ${idOf('a')}.`)
    const both = await opened(sealedWith('b', 'a'))
    expect(await notesOf(both, frank.id)).toEqual(['said to a bot of earlier settings'])
    expect(await both.store.reseal()).toMatchObject({ isWhole: true })
    await both.store.close()
    expect(await notesOf(await opened(sealedWith('b')), frank.id)).toHaveLength(1)
  })

  it('is turned on for what is there, and off again', async () => {
    const { url, here, reopened } = await fresh(noEncryption)
    const { one, two, merged } = await wordsEverywhere(here)
    const before = await sealedValues(url)
    const on = await reopened(here, sealedWith('a'))
    await on.store.reseal()
    expect(Object.keys(await keysUsed(url))).toEqual([idOf('a')])
    expect(await foundBy(on, 'quokka')).not.toEqual([])
    expect(await foundBy(on, 'quok')).toEqual([])
    // What the journal kept of before can still be taken back.
    expect(await on.takesBack(ana, merged)).toMatchObject({ kind: 'reversed' })
    const back = await on.readAll(({ people }) => people.get(two.id))
    expect(back?.prefers).toBe('a zeppelin')
    expect((await on.store.verify()).findings).toEqual([])
    const turningOff = await reopened(on, off('a'))
    await turningOff.store.reseal()
    expect(Object.keys(await keysUsed(url))).toEqual([''])
    const plain = await reopened(turningOff, noEncryption)
    expect(await foundBy(plain, 'quok')).not.toEqual([])
    expect((await plain.store.verify()).findings).toEqual([])
    const after = await sealedValues(url)
    expect([...(after.get('notes.text') ?? [])].sort()).toEqual([...(before.get('notes.text') ?? [])].sort())
    expect(await plain.readAll(({ people }) => people.get(one.id))).not.toBeNull()
  })

  it('cut short, rotation goes on where it was, and everything is read meanwhile', async () => {
    const { url, here, reopened } = await fresh(sealedWith('a'))
    const { frank } = await wordsEverywhere(here)
    const said = await notesOf(here, frank.id)
    const handle = connect(url, 5_000, new Cipher(sealedWith('b', 'a')))
    onTestFinished(() => handle.db.destroy())
    let turns = 0
    const lock: typeof handle.dialect.lock = async (db, name) => {
      if (++turns > 3) throw new Error('the power went')
      await handle.dialect.lock(db, name)
    }
    const dying = { ...handle, dialect: { ...handle.dialect, lock } }
    await expect(reseal(dying, 5_000)).rejects.toThrow('the power went')
    expect(Object.keys(await keysUsed(url)).sort()).toEqual([idOf('a'), idOf('b')].sort())
    const both = await reopened(here, sealedWith('b', 'a'))
    expect(await notesOf(both, frank.id)).toEqual(said)
    expect((await both.store.verify()).findings).toEqual([])
    await both.store.reseal()
    expect(Object.keys(await keysUsed(url))).toEqual([idOf('b')])
  })

  it('without its key nothing is opened, nothing is written, and the remedy is named', async () => {
    const { url, here, opened } = await fresh(sealedWith('a'))
    await wordsEverywhere(here)
    await here.store.close()
    const before = await sealedValues(url)
    await expect(opened(noEncryption)).rejects.toThrow(
      `is encrypted with a key, whose id is ${idOf('a')}. Give that key in ENCRYPTION_KEY`,
    )
    await expect(opened(sealedWith('b', 'c'))).rejects.toThrow(/is encrypted with another key/)
    expect(await sealedValues(url)).toEqual(before)
    expect(await rawly(url, ({ db }) => db.selectFrom('seals').selectAll().execute())).toEqual([
      { key_id: idOf('a') },
    ])
  })

  it('a text that begins as a sealed value does is none', async () => {
    const { here, reopened } = await fresh(noEncryption)
    const frank = await here.knows('Frank Ortiz')
    const sly = new Cipher(sealedWith('a')).seal('notes.text', 'W1', 'forged')
    await here.does(ana, ({ notes }) => notes.add(here.note(frank, sly)))
    const on = await reopened(here, sealedWith('a'))
    expect(await notesOf(on, frank.id)).toEqual([sly.replace('\u0001', '\ufffd')])
  })
})

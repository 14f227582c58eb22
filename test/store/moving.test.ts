import { v7 as sortableId } from 'uuid'
import { describe, expect, it } from 'vitest'
import { connect } from '../../src/store/dialect.js'
import { migrate } from '../../src/store/migrate.js'
import { takeMoveBack } from '../../src/store/moving/move.js'
import { inOrder, sumOf } from '../../src/store/moving/sums.js'
import { openStore } from '../../src/store/open-store.js'
import {
  aTeam,
  everyTableFilled,
  movedAt,
  moving,
  movingBeside,
  onServer,
  rowsInFile,
  rowsOnServer,
  type Sides,
  tablesIn,
  twoSides,
} from '../support/moving.js'
import { inDatabase } from '../support/process-database.js'
import { sealedWith } from '../support/sealed.js'
import { ana, Workspace } from './contract/workspace.js'

/** What the server itself holds the rows to, and finds them by. */
const definitionsOn = (sides: Sides): Promise<readonly string[]> =>
  onServer(sides, async (client) => {
    const found = await client.query(`
      select indexdef as said from pg_indexes where schemaname = current_schema() union all
      select conrelid::regclass::text || ' ' || conname || ' ' || pg_get_constraintdef(oid) from pg_constraint
      where connamespace = current_schema()::regnamespace order by 1`)
    return found.rows.map(({ said }) => said)
  })

const refusal = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'went well',
    (error: unknown) => (error instanceof Error ? `${error.name}: ${error.message}` : ''),
  )

describe('moving a file to a server', () => {
  it('takes every table over, cell by cell, and leaves the file as it was', async () => {
    const sides = await twoSides('damaged')
    await everyTableFilled(sides)
    const before = rowsInFile(sides.path)
    const { tables } = await moving(sides, undefined, { atOnce: 1 })
    expect(await rowsOnServer(sides)).toEqual(before)
    expect(rowsInFile(sides.path)).toEqual(before)
    // How names are spelled, and the words that they begin with, follow their keys, there as well.
    const moved = tablesIn(sides.path).filter((name) => !/^(name_spellings|first_words)$/.test(name))
    expect(tables.map(({ name }) => name)).toEqual(moved)
    expect(tables.filter(({ rows }) => rows === 0).map(({ name }) => name)).toEqual(['seals'])
    expect(tables.map(({ name, rows }) => [name, rows])).toEqual(
      moved.map((name) => [name, before[name]?.length]),
    )
  })

  it('leaves the server as a program that begins there would have made it', async () => {
    const [sides, other] = [await twoSides(), await twoSides()]
    await aTeam(sides).then(({ store }) => store.close())
    await moving(sides)
    const handle = connect(other.server.url, 5_000)
    await migrate(handle, 5_000)
    await handle.db.destroy()
    expect(await definitionsOn(sides)).toEqual(await definitionsOn(other))
    expect(
      (await definitionsOn(sides)).filter((said) => said.includes('FOREIGN KEY')).length,
    ).toBeGreaterThan(9)
  })

  it('the bot goes on there where it stopped, and finds what it found', async () => {
    const sides = await twoSides()
    const { store, here } = await aTeam(sides)
    const odd = 'says "ja\\nein" \u0007 über 𝒜𝓁𝒻 😀\nand\ttabs, \'quotes\' and \\backslashes\\'
    const person = await here.knows("Zoë O'Brien")
    await here.does(ana, ({ notes }) => notes.add(here.note(person, odd)))
    await store.close()
    await moving(sides)
    const there = new Workspace(await sides.server.open({ newId: sortableId }), 'T1')
    const [zoe] = await there.readAll(({ people }) => people.called(['zoe']))
    const page = { limit: 30, offset: 0 }
    const notes = await there.readAll(({ search }) => search.entries(['backslashes'], page))
    expect(notes.map(({ text, person: { name } }) => [name, text])).toEqual([[zoe?.person.name, odd]])
    expect(await there.readAll(({ search }) => search.entries(['jazz'], page))).toHaveLength(12)
    await there.does(ana, ({ notes: more }) => more.add(there.note(person, 'plays golf')))
    expect(await there.readAll(({ search }) => search.entries(['golf'], page))).toHaveLength(1)
  })

  it('goes on while the bot works with it: what is written, forgotten and taken back meanwhile goes along', async () => {
    const sides = await twoSides()
    const { store, here, adds, known } = await aTeam(sides)
    let turns = 0
    const { done } = await movingBeside(sides, async (nth) => {
      turns = nth
      const somebody = await adds(`Meanwhile${nth} Bell`)
      const going = known[nth]
      if (going !== undefined)
        await here.does(ana, ({ forgetting }) => forgetting.person(going.id), { kind: 'forget' })
      const noted = await here.does(ana, ({ notes }) => notes.add(here.note(somebody, 'a mistake')))
      await here.takesBack(ana, noted)
    })
    expect(turns).toBeGreaterThan(1)
    expect(await refusal(sides.server.open({ newId: sortableId }))).toContain('is being moved into')
    await store.close()
    await done
    expect(await rowsOnServer(sides)).toEqual(rowsInFile(sides.path))
    const there = new Workspace(await sides.server.open({ newId: sortableId }), 'T1')
    expect(await there.readAll(({ people }) => people.called([`meanwhile${turns}`]))).toHaveLength(1)
    expect(await there.readAll(({ people }) => people.called(['person0']))).toEqual([])
  })

  it('nobody works with the file any more: it says where everything is, and how to take that back', async () => {
    const sides = await twoSides()
    const { store } = await aTeam(sides)
    await store.close()
    inDatabase(sides.path, (file) =>
      file.exec(`insert into posts (workspace_id, id, place, kind, on_day, planned_at, state, attempts, looks, version,
        shown_version) values ('T1', 'p', 'channel:C1', 'outage', '2026-11-24', '', 'planned', 0, 0, 0, 0)`),
    )
    const { where } = await moving(sides)
    const said = await refusal(openStore(sides.file.url, { newId: sortableId }))
    expect(said).toContain(
      `was moved to ${where} on 2026-11-23. Put the address of that server into DATABASE_URL`,
    )
    expect(said).toContain(`npm run move -- --from file:${sides.path} --back`)
    expect(await refusal(moving(sides))).toContain(`was moved to ${where} already`)

    expect(takeMoveBack(sides.file.url)).toEqual({ moved_to: where, moved_at: movedAt })
    const again = await sides.file.open()
    // The server may have posted it since: as in a backup that is put back, it is looked for first.
    const found = inDatabase(sides.path, (file) => file.prepare('select state from posts').all())
    expect(found).toEqual([{ state: 'uncertain' }])
    expect((await again.verify()).findings).toEqual([])
    expect(() => takeMoveBack(sides.file.url)).toThrow('was never moved')
  })

  it('what is encrypted moves as it is, and opens there with the same key alone', async () => {
    const sides = await twoSides('damaged')
    const encryption = sealedWith('m')
    const store = await sides.file.open({ encryption })
    const here = new Workspace(store, 'T1')
    const person = await here.knows('Frank Ortiz')
    await here.does(ana, ({ notes }) => notes.add(here.note(person, 'my daughter starts at Ohio State')))
    await store.close()
    expect(await refusal(moving(sides, undefined, { encryption: sealedWith('n') }))).toContain(
      'with another key',
    )
    await moving(sides, undefined, { encryption })
    const rows = await rowsOnServer(sides)
    expect(rows).toEqual(rowsInFile(sides.path))
    expect(JSON.stringify(rows)).not.toContain('Ohio')
    expect(await refusal(openStore(sides.server.url, { newId: sortableId }))).toContain(
      'is encrypted with a key',
    )
    const there = new Workspace(await sides.server.open({ encryption, newId: sortableId }), 'T1')
    const found = await there.readAll(({ search }) => search.entries(['ohio'], { limit: 5, offset: 0 }))
    expect(found.map(({ text }) => text)).toEqual(['my daughter starts at Ohio State'])
  })
})

describe('the sum of rows', () => {
  it('differs wherever cells differ, and where they end', () => {
    const lists = [
      [],
      [['ab', 'c']],
      [['a', 'bc']],
      [['abc', null]],
      [['abc', '']],
      [['abc'], ['']],
      [['1:a']],
    ]
    expect(new Set(lists.map(sumOf)).size).toBe(lists.length)
    expect(sumOf([[12]])).toBe(sumOf([['12']]))
  })

  it('takes words in the order of their bytes, whatever JavaScript makes of them', () => {
    const words = ['\u{1d49c}', '\uff5e', 'z', 'é', 'a_b', 'ab']
    const byBytes = [...words].sort((one, other) => Buffer.compare(Buffer.from(one), Buffer.from(other)))
    expect(inOrder([...words, 'z'].join(' '))).toBe(byBytes.join(' '))
    expect([...words].sort()).not.toEqual(byBytes)
  })
})

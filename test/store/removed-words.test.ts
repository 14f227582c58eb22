import { readFile } from 'node:fs/promises'
import { expect, it, onTestFinished } from 'vitest'
import { freshDatabase } from '../support/stores.js'
import { ana, Workspace } from './contract/workspace.js'

/** The journal keeps what was typed, so that it can be put back: in capitals. The index alone has small letters. */
const word = (n: number): string =>
  `QZX${[...String(n).padStart(3, '0')].map((digit) => 'BCDFGHJKLM'[Number(digit)]).join('')}VW`
/** Terms that begin alike are kept without their beginning. */
const inIndex = (n: number): string => word(n).toLowerCase().slice(3)

it('words that were taken back, put right, removed or forgotten are in no page of the file', {
  timeout: 60_000,
}, async () => {
  const database = await freshDatabase('SQLite')
  onTestFinished(() => database.drop())
  const store = await database.open()
  const here = new Workspace(store, 'T1')
  const frank = await here.knows('Frank Ortiz')
  const notes = []
  for (let n = 0; n < 240; n++) {
    const note = here.note(frank, `${'a long story '.repeat(n % 40)} ${word(n)}`)
    notes.push({ n, note, act: await here.does(ana, (stores) => stores.notes.add(note)) })
  }
  for (const { n, note, act } of notes)
    if (n % 5 === 1) expect(await here.takesBack(ana, act)).toMatchObject({ kind: 'reversed' })
    else if (n % 5 === 2)
      await here.does(ana, (stores) => stores.notes.change(note.id, { text: 'a short story' }))
    else if (n % 5 === 3) await here.does(ana, (stores) => stores.notes.remove(note.id))
  await store.close()
  const bytes = await readFile(database.url.slice('file:'.length), 'latin1')
  const found = notes.filter(({ n }) => bytes.includes(inIndex(n))).map(({ n }) => n % 5)
  expect([...new Set(found)].sort()).toEqual([0, 4])
  expect(found).toHaveLength(96)

  const again = await database.open()
  const later = new Workspace(again, 'T1')
  await later.does(ana, ({ forgetting }) => forgetting.person(frank.id), { kind: 'forget' })
  expect(await again.tidy('2026-11-20T15:00:00.000Z')).toBe(true)
  await again.close()
  const left = (await readFile(database.url.slice('file:'.length), 'latin1')).toLowerCase()
  expect(notes.filter(({ n }) => left.includes(inIndex(n)))).toEqual([])
})

import { expect, it, onTestFinished } from 'vitest'
import { installed } from '../support/installing.js'
import { freshDatabase } from '../support/stores.js'
import { backupBytesOf, bytesAt, tracesIn } from '../support/traces.js'
import { ana, at, today, Workspace } from './contract/workspace.js'

/** A word of letters alone that is found nowhere else. */
const trace = (workspace: string, n: number): string =>
  `qzx${workspace}${[...String(n).padStart(3, '0')].map((digit) => 'bcdfghjklm'[Number(digit)]).join('')}vw`
const people = Array.from({ length: 80 }, (_, n) => n)
const later = '2026-12-20T15:00:00.000Z'

it('no word of an erased workspace is on the disk, and every word of the other', {
  timeout: 60_000,
}, async () => {
  const database = await freshDatabase('SQLite')
  onTestFinished(() => database.drop())
  const store = await database.open()
  const path = database.url.slice('file:'.length)
  const workspaces = [new Workspace(store, 'TGONE'), new Workspace(store, 'TSTAYS')] as const
  const [gone, stays] = ['gone', 'stays'].map((name) => people.map((n) => trace(name, n))) as [
    string[],
    string[],
  ]
  for (const [nth, here] of workspaces.entries())
    await store.installations.keep(
      installed(here.id, { token: `xoxb-${nth === 0 ? 'gone' : 'stays'}token` }),
      at,
    )
  // One after the other in the same pages.
  for (const n of people)
    for (const [nth, here] of workspaces.entries()) {
      const word = (nth === 0 ? gone : stays)[n]
      const person = await here.knows(`Frank ${word}`)
      await here.does(ana, async ({ notes, interactions }) => {
        await notes.add(here.note(person, `${'a long story '.repeat(n % 40)} ${word}`))
        await interactions.add(here.contact(person, today, { text: `met ${word}` }))
      })
    }
  const all = [...gone, 'gonetoken']
  expect(tracesIn(await bytesAt(path), gone)).toEqual(gone)
  await store.installations.fallSilent('TGONE', { at, why: 'app_uninstalled', eraseAt: later })
  expect(await store.installations.erase('TGONE', later)).toBe('done')
  expect(await store.tidy(later)).toBe(true)
  expect(tracesIn(await bytesAt(path), all)).toEqual([])
  expect(tracesIn(await backupBytesOf(path), all)).toEqual([])
  expect(tracesIn(await bytesAt(path), stays)).toEqual(stays)
})

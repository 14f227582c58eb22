import { describe, expect, it, onTestFinished } from 'vitest'
import { freshDatabase } from '../support/stores.js'
import { backupBytesOf, bytesAt, tracesIn } from '../support/traces.js'
import { ana, today, Workspace } from './contract/workspace.js'

/** A word of letters alone that is found nowhere else. */
const trace = (n: number): string =>
  `qzx${[...String(n).padStart(3, '0')].map((digit) => 'bcdfghjklm'[Number(digit)]).join('')}vw`
const now = '2026-11-20T15:00:00.000Z'

describe('what was forgotten, on the disk', () => {
  /** Many people, so that pages are split, filled again and rearranged while some of them go. */
  const crowd = async () => {
    const database = await freshDatabase('SQLite')
    onTestFinished(() => database.drop())
    const store = await database.open()
    const here = new Workspace(store, 'W1')
    const people = []
    for (let n = 0; n < 150; n++) {
      const person = await here.knows(`Frank ${trace(n)}`)
      await here.does(ana, async ({ notes, interactions }) => {
        for (let i = 0; i < 4; i++)
          await notes.add(here.note(person, `${'a long story '.repeat(n % 40)} ${trace(n)}`))
        await interactions.add(here.contact(person, today, { text: `met ${trace(n)}` }))
      })
      people.push({ person, trace: trace(n) })
    }
    return { here, store, people, path: database.url.slice('file:'.length) }
  }

  it('is in no page, log or backup once it is tidied, which happens once', { timeout: 60_000 }, async () => {
    const { here, store, people, path } = await crowd()
    const going = people.filter((_, n) => n % 3 === 1)
    for (const { person } of going) await here.does(ana, ({ forgetting }) => forgetting.person(person.id))
    expect(await store.tidy(now)).toBe(true)
    const gone = going.map((each) => each.trace)
    expect(tracesIn(await bytesAt(path), gone)).toEqual([])
    expect(tracesIn(await backupBytesOf(path), gone)).toEqual([])
    const left = people.filter((each) => !going.includes(each)).map((each) => each.trace)
    expect(tracesIn(await bytesAt(path), left)).toEqual(left)
    expect(await store.tidy(now)).toBe(true)
  })
})

import { describe, expect, it, onTestFinished } from 'vitest'
import { noEncryption } from '../../src/store/cipher/cipher.js'
import { sealedWith } from '../support/sealed.js'
import { freshDatabase } from '../support/stores.js'
import { backupBytesOf, bytesAt, tracesIn } from '../support/traces.js'
import { ana, today, Workspace } from './contract/workspace.js'

/** A word of letters alone that is found nowhere else. */
const trace = (n: number): string =>
  `qzx${[...String(n).padStart(3, '0')].map((digit) => 'bcdfghjklm'[Number(digit)]).join('')}vw`

describe('what was said before it was encrypted, on the disk', () => {
  it('is in no page, log or backup once the key is turned on', { timeout: 60_000 }, async () => {
    const database = await freshDatabase('SQLite')
    onTestFinished(() => database.drop())
    const path = database.url.slice('file:'.length)
    const plain = await database.open({ encryption: noEncryption })
    const here = new Workspace(plain, 'W1')
    const traces = Array.from({ length: 120 }, (_, n) => trace(n))
    for (const [n, word] of traces.entries()) {
      const person = await here.knows(`Frank ${n}`, { prefers: `by ${word}` })
      const note = here.note(person, `${'a long story '.repeat(n % 40)} ${word}`)
      await here.does(ana, async ({ notes, interactions }) => {
        await notes.add(note)
        await interactions.add(here.contact(person, today, { text: `met ${word}` }))
      })
      await here.does(ana, ({ notes }) => notes.change(note.id, { text: `${word} again` }))
    }
    expect(tracesIn(await bytesAt(path), traces)).toEqual(traces)
    await plain.close()
    const encrypted = await database.open({ encryption: sealedWith('a') })
    expect(await encrypted.reseal()).toMatchObject({ isWhole: true, isTidy: true })
    expect(tracesIn(await bytesAt(path), traces)).toEqual([])
    expect(tracesIn(await backupBytesOf(path), traces)).toEqual([])
    const found = await new Workspace(encrypted, 'W1').readAll(({ search }) =>
      search.entries([trace(7)], { limit: 9, offset: 0 }),
    )
    expect(found.map(({ text }) => text).sort()).toEqual(
      [`by ${trace(7)}`, `met ${trace(7)}`, `${trace(7)} again`].sort(),
    )
  })
})

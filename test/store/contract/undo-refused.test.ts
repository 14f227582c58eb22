import { expect, it } from 'vitest'
import { seenOf } from './seen-of.js'
import { ana, ben, onEachEngine, secret, today } from './workspace.js'

onEachEngine('undo is refused, and changes nothing,', (workspace) => {
  it('when a teammate changed the same field since; other fields do not matter', async () => {
    const here = workspace()
    const frank = await here.knows('Frank Ortiz')
    const mine = await here.does(ana, ({ people }) => people.change(frank.id, { prefers: 'text' }))
    await here.does(ben, ({ people }) => people.change(frank.id, { name: 'Frankie Ortiz' }))
    const theirs = await here.does(ben, ({ people }) => people.change(frank.id, { prefers: 'calls' }))
    const before = await seenOf(here, frank)
    expect(await here.takesBack(ana, mine)).toMatchObject({
      kind: 'built-on',
      by: ben,
      act: { id: theirs },
    })
    expect(await seenOf(here, frank)).toEqual(before)
    expect((await here.read(ana, ({ journal }) => journal.get(mine)))?.undoneBy).toBeNull()
    await here.takesBack(ben, theirs)
    expect(await here.takesBack(ana, mine)).toMatchObject({ kind: 'reversed' })
    const after = await here.read(ana, ({ people }) => people.get(frank.id))
    expect(after).toMatchObject({ prefers: null, name: 'Frankie Ortiz' })
  })

  it('when a teammate added something about somebody whom the act introduced', async () => {
    const here = workspace()
    const frank = here.person('Frank Ortiz')
    const mine = await here.does(ana, ({ people }) => people.add(frank))
    const theirs = await here.does(ben, ({ notes }) => notes.add(here.note(frank, 'hello', { by: ben })))
    expect(await here.takesBack(ana, mine)).toMatchObject({ kind: 'built-on', by: ben })
    await here.takesBack(ben, theirs)
    expect(await here.takesBack(ana, mine)).toMatchObject({ kind: 'reversed' })
  })

  it('when one’s own later act would be lost with it', async () => {
    const here = workspace()
    const frank = here.person('Frank Ortiz')
    const first = await here.does(ana, ({ people }) => people.add(frank))
    const second = await here.does(ana, ({ notes }) => notes.add(here.note(frank, 'hello')))
    expect(await here.takesBack(ana, first)).toMatchObject({
      kind: 'built-on',
      by: ana,
      act: { id: second },
    })
    await here.takesBack(ana, second)
    expect(await here.takesBack(ana, first)).toMatchObject({ kind: 'reversed' })
  })

  it('when a teammate joined the contact, or kept words from it', async () => {
    const here = workspace()
    const frank = await here.knows('Frank Ortiz')
    const contact = here.contact(frank, today)
    const mine = await here.does(ana, ({ interactions }) => interactions.add(contact))
    const joined = await here.does(ben, async ({ interactions, marks }) => {
      await interactions.change(contact.id, { teammates: [ana, ben] })
      await marks.add(here.mark(frank, { kind: 'interaction', id: contact.id }, { by: ben }))
    })
    expect(await here.takesBack(ana, mine)).toMatchObject({
      kind: 'built-on',
      by: ben,
      act: { id: joined },
    })
    await here.takesBack(ben, joined)
    const words = here.note(frank, 'his words', { by: ben, interactionId: contact.id })
    const kept = await here.does(ben, ({ notes }) => notes.add(words))
    expect(await here.takesBack(ana, mine)).toMatchObject({ kind: 'built-on', by: ben, act: { id: kept } })
  })

  it('when a teammate removed what the act had changed or added', async () => {
    const here = workspace()
    const frank = await here.knows('Frank Ortiz')
    const note = here.note(frank, 'hello')
    const added = await here.does(ana, ({ notes }) => notes.add(note))
    const changed = await here.does(ana, ({ notes }) => notes.change(note.id, { text: 'good day' }))
    const removed = await here.does(ben, ({ notes }) => notes.remove(note.id))
    const refusal = { kind: 'built-on', by: ben, act: { id: removed } }
    expect(await here.takesBack(ana, changed)).toMatchObject(refusal)
    expect(await here.takesBack(ana, added)).toMatchObject(refusal)
  })

  it('when the person of a removed entry is gone since', async () => {
    const here = workspace()
    const frank = await here.knows('Frank Ortiz')
    const note = here.note(frank, 'hello')
    await here.does(ana, ({ notes }) => notes.add(note))
    const mine = await here.does(ana, ({ notes }) => notes.remove(note.id))
    const theirs = await here.does(ben, ({ people }) => people.remove(frank.id))
    expect(await here.takesBack(ana, mine)).toMatchObject({
      kind: 'built-on',
      by: ben,
      act: { id: theirs },
    })
    await here.takesBack(ben, theirs)
    expect(await here.takesBack(ana, mine)).toMatchObject({ kind: 'reversed' })
    expect(await here.readAll(({ notes }) => notes.get(note.id))).toEqual(note)
  })

  it('when the note is gone since that a reaction had kept', async () => {
    const here = workspace()
    const frank = await here.knows('Frank Ortiz')
    const note = here.note(frank, 'hello')
    const mark = here.mark(frank, { kind: 'note', id: note.id })
    await here.does(ben, ({ notes }) => notes.add(note))
    await here.does(ana, ({ marks }) => marks.add(mark))
    const off = await here.does(ana, ({ marks }) => marks.remove(mark.id))
    const gone = await here.does(ben, ({ notes }) => notes.remove(note.id))
    expect(await here.takesBack(ana, off)).toMatchObject({ kind: 'built-on', by: ben, act: { id: gone } })
  })

  it('without saying by whom, when the asker may not see what stands in the way', async () => {
    const here = workspace()
    const frank = here.person('Frank Ortiz')
    const mine = await here.does(ben, ({ people }) => people.add(frank))
    await here.does(ana, ({ notes }) => notes.add(here.note(frank, 'secret', { home: secret })))
    expect(await here.takesBack(ben, mine)).toMatchObject({ kind: 'built-on', by: null })
  })
})

import { expect, it } from 'vitest'
import { actsThatStand, everything, frankKnownByAll, tracesIn } from './known-by-all.js'
import { madeOne } from './made-one.js'
import { ana, ben, onEachEngine } from './workspace.js'

onEachEngine('forgetting somebody who was merged', (workspace, _engine, database) => {
  it('takes along whoever was merged into them, and brings neither back', async () => {
    const here = workspace()
    const { frank } = await frankKnownByAll(here)
    const stays = await here.knows('F. O. Quill', { id: 'id-of-quill' })
    const note = here.note(stays, 'a heron')
    await here.does(ben, ({ notes }) => notes.add(note))
    await madeOne(here, stays, frank)
    await here.does(ana, ({ forgetting }) => forgetting.person(stays.id), { kind: 'forget' })
    for (const { id, written_by: by } of await actsThatStand(database().url, here))
      await here.takesBack(by, id)
    const left = await everything(database().url, here)
    expect(tracesIn(left)).toEqual([])
    expect(['quill', 'heron', frank.id, stays.id].filter((trace) => left.includes(trace))).toEqual([])
    const knows = (name: string) =>
      here.read(ana, ({ tombstones }) => tombstones.knows({ name, addresses: [], slackUserId: null }))
    expect([await knows('F. O. Quill'), await knows('Frank Ortiz')]).toEqual(['name', 'name'])
  })

  it('leaves whoever was given back as they are', async () => {
    const here = workspace()
    const { frank, susan } = await frankKnownByAll(here)
    const other = await here.knows('Quentin Quill', { addresses: ['quill@acme.example'] })
    const note = here.note(other, 'a heron: quill@acme.example')
    await here.does(ben, ({ notes }) => notes.add(note))
    const { merge } = await madeOne(here, frank, other)
    await here.does(ana, ({ merges }) => merges.unmerge(merge.id, []), { kind: 'unmerge' })
    await here.does(ana, ({ forgetting }) => forgetting.person(frank.id), { kind: 'forget' })
    const whole = async () => ({
      people: (await here.readAll(({ people }) => people.names([other.id, susan.id]))).map(
        ({ name }) => name,
      ),
      note: (await here.readAll(({ notes }) => notes.get(note.id)))?.text,
    })
    expect(await whole()).toEqual({
      people: ['Quentin Quill', 'Susan Bell'],
      note: 'a heron: quill@acme.example',
    })
    expect(tracesIn(await everything(database().url, here))).toEqual([])
    for (const { id, written_by: by } of await actsThatStand(database().url, here)) {
      const kept = await here.readAll(({ people }) => people.get(other.id))
      if (kept === null) break
      await here.takesBack(by, id)
    }
    expect(tracesIn(await everything(database().url, here))).toEqual([])
  })

  it('of two others, leaves them to be given back', async () => {
    const here = workspace()
    const { frank, susan } = await frankKnownByAll(here)
    const double = await here.knows('Sue Bell')
    await here.does(ben, ({ ties }) => ties.add(here.tie(double, frank)))
    await here.does(ben, ({ notes }) => notes.add(here.note(double, 'lunch with Frank Ortiz')))
    const { merge } = await madeOne(here, susan, double)
    await here.does(ana, ({ forgetting }) => forgetting.person(frank.id), { kind: 'forget' })
    await here.does(ana, ({ merges }) => merges.unmerge(merge.id, []), { kind: 'unmerge' })
    const page = { limit: 9, offset: 0 }
    const notes = await here.readAll((stores) => stores.notes.of(double.id, page))
    expect(notes.map(({ text }) => text)).toEqual(['lunch with [forgotten]'])
    expect(tracesIn(await everything(database().url, here))).toEqual([])
  })
})

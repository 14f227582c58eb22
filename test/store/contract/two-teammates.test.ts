import { expect, it } from 'vitest'
import { ana, at, ben, onEachEngine, secret, today } from './workspace.js'

const typedAt = (hour: number) => `2026-11-20T${String(hour).padStart(2, '0')}:00:00.000Z`

onEachEngine('what a teammate typed more than once about people', (workspace) => {
  it('since an instant, the last of it at the end, with the act it came from', async () => {
    const here = workspace()
    const frank = await here.knows('Frank Ortiz')
    const susan = await here.knows('Susan Bell')
    const midnight = '2026-11-20T00:00:00.000Z'
    const like = (text: string, userId = ana) =>
      here.read(userId, ({ journal }) => journal.jottingsLike(ana, midnight, text))
    const note = (text: string, given = {}) => here.note(frank, text, { at: typedAt(15), ...given })
    await here.does(ana, ({ notes }) => notes.add(note('sent it', { at: '2026-11-19T23:00:00.000Z' })))
    const first = await here.does(ana, ({ notes }) => notes.add(note('Sent  it')))
    expect(await like('sent it')).toEqual([])
    const contact = here.contact(susan, today, { text: 'sent it', at: typedAt(16) })
    await here.does(
      ana,
      async (stores) => {
        await stores.interactions.add(contact)
        await stores.notes.add(note('sent it', { interactionId: contact.id }))
      },
      { partOf: first },
    )
    await here.does(ana, ({ notes }) => notes.add(note('sent it', { kind: 'situation' })))
    await here.does(ana, ({ notes }) => notes.add(note('sent it soon', { at: typedAt(16) })))
    const heard = note('SENT it', { kind: 'heard', at: typedAt(17) })
    const mark = await here.does(ana, ({ notes }) => notes.add(heard), { kind: 'reaction' })
    await here.does(ben, ({ notes }) => notes.add(note('sent it', { by: ben })))
    const inSecret = here.contact(susan, today, { text: 'sent it', at: typedAt(18), home: secret })
    await here.does(ana, ({ interactions }) => interactions.add(inSecret))
    const seen = [
      { id: expect.any(String), personId: frank.id, text: 'Sent  it', actId: first, fromMessage: false },
      { id: contact.id, personId: susan.id, text: 'sent it', actId: first, fromMessage: false },
      { id: expect.any(String), personId: frank.id, text: 'SENT it', actId: mark, fromMessage: true },
    ]
    const hidden = {
      id: inSecret.id,
      personId: susan.id,
      text: 'sent it',
      actId: expect.any(String),
      fromMessage: false,
    }
    expect(await like('sent it ')).toEqual([...seen, hidden])
    expect(await like('sent it', ben)).toEqual(seen)
    expect(await like(' ')).toEqual([])
    await here.takesBack(ana, first)
    expect((await like('sent it')).map(({ text }) => text)).toEqual(['sent it', 'SENT it', 'sent it'])
  })
})

onEachEngine('contacts of a span of days', (workspace) => {
  it('are those that the asker may see, both ends included, the latest first', async () => {
    const here = workspace()
    const frank = await here.knows('Frank Ortiz')
    await here.does(ana, async ({ interactions }) => {
      for (const on of ['2026-11-17', '2026-11-18', '2026-11-20', '2026-11-21'])
        await interactions.add(here.contact(frank, on))
      await interactions.add(here.contact(frank, '2026-11-19', { home: secret }))
    })
    const between = (userId: string, limit = 10) =>
      here.read(userId, async ({ interactions }) =>
        (await interactions.between(frank.id, '2026-11-18', '2026-11-20', limit)).map(({ on }) => on),
      )
    expect(await between(ana)).toEqual(['2026-11-20', '2026-11-19', '2026-11-18'])
    expect(await between(ben)).toEqual(['2026-11-20', '2026-11-18'])
    expect(await between(ana, 1)).toEqual(['2026-11-20'])
  })
})

onEachEngine('what is going on for several people', (workspace) => {
  it('is the newest word on it for each, typed as such or with the hashtag', async () => {
    const here = workspace()
    const frank = await here.knows('Frank Ortiz')
    const susan = await here.knows('Susan Bell')
    const ken = await here.knows('Ken Park')
    await here.does(ana, async ({ notes }) => {
      await notes.add(here.note(frank, 'old', { kind: 'situation', on: '2026-01-01' }))
      await notes.add(here.note(frank, 'told to all', { on: '2026-11-01', facets: ['story', 'situation'] }))
      await notes.add(here.note(frank, 'told to few', { kind: 'situation', on: today, home: secret, at }))
      await notes.add(here.note(susan, 'their words', { kind: 'heard', facets: ['situation'] }))
      await notes.add(here.note(ken, 'new in the job', { kind: 'situation' }))
    })
    const read = (userId: string) =>
      here.read(userId, async ({ notes }) =>
        [...(await notes.situationsOf([frank.id, susan.id, ken.id]))].map(([, { text }]) => text),
      )
    expect(await read(ana)).toEqual(['told to few', 'new in the job'])
    expect(await read(ben)).toEqual(['told to all', 'new in the job'])
  })
})

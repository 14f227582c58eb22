import { expect, it } from 'vitest'
import { channelHome } from '../../../src/domain/audience.js'
import { draft, nine, post, ten } from './drafts.js'
import { ana, customers, onEachEngine, today } from './workspace.js'

const next = channelHome('CNEXT')
const yesterday = '2026-11-19'
const there = { channelId: 'CCUSTOMERS', ts: '1.1' }

onEachEngine('a channel whose new id was in use before we heard of it', (workspace) => {
  /** Both are set, both had a digest today, and the old one had another yesterday. */
  const both = async () => {
    const here = workspace()
    const frank = await here.knows('Frank Ortiz')
    await here.keep(async ({ places, posts }) => {
      await places.know(customers, 'UTC')
      await places.know(next, 'UTC')
      await posts.fixDigest(customers, yesterday, '2026-11-19T09:00:00.000Z')
      await posts.fixDigest(customers, today, nine)
      await posts.fixDigest(next, today, ten)
      await posts.plan(post('sent'), [draft('n1', frank.id)])
      await posts.claim('sent', { by: 'one', until: ten, now: nine })
      await posts.attempting('sent', nine)
      await posts.sent('sent', there)
      const other = [draft('n2', frank.id, [{ kind: 'promise', occasion: 'promise:p1' }])]
      await posts.plan(post('planned', { plannedAt: ten }), other)
    })
    const set = await here.does(ana, ({ places }) => places.set(customers, { cap: 2 }), { kind: 'settings' })
    await here.keep(({ places }) => places.moved(customers, next))
    return { here, frank, set }
  }

  it('takes in what was posted and fixed; what nobody tried to send stays, to be withdrawn', async () => {
    const { here, frank } = await both()
    await here.keep(async ({ posts, places, people }) => {
      expect(await people.get(frank.id)).toMatchObject({ home: next })
      expect(await places.get(customers)).toBeNull()
      expect(await posts.get('sent')).toMatchObject({ place: next, channelId: 'CNEXT' })
      expect(await posts.get('planned')).toMatchObject({ place: customers })
      expect(await posts.digestFixed(next, yesterday)).toBe(true)
      expect(await posts.digestFixed(next, today)).toBe(true)
      expect(await posts.raisedOn(next, today)).toBe(1)
      // What was raised there today is not raised once more.
      expect(await posts.plan(post('again', { place: next }), [draft('n3', frank.id)])).toEqual([])
    })
  })

  it('keeps its own settings, and those of the old id cannot be taken back', async () => {
    const { here, set } = await both()
    expect(await here.read(ana, ({ journal }) => journal.get(set))).toMatchObject({ place: next })
    expect(await here.takesBack(ana, set)).toEqual({ kind: 'gone' })
    expect(await here.readAll(({ places }) => places.get(next))).toMatchObject({ cap: 5 })
  })

  it('marks on its messages are put back where the messages are now', async () => {
    const here = workspace()
    const frank = await here.knows('Frank Ortiz')
    const note = here.note(frank, 'proud of his crew')
    const mark = here.mark(frank, { kind: 'note', id: note.id })
    await here.does(ana, async ({ notes, marks }) => {
      await notes.add(note)
      await marks.add(mark)
    })
    const off = await here.does(ana, ({ marks }) => marks.remove(mark.id))
    await here.keep(({ places }) => places.moved(customers, next))
    expect(await here.takesBack(ana, off)).toMatchObject({ kind: 'reversed' })
    const marks = await here.readAll((stores) => stores.marks.on('CNEXT', mark.messageTs))
    expect(marks).toMatchObject([{ id: mark.id, channelId: 'CNEXT' }])
  })
})

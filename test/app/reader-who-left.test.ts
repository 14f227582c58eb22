import { describe, expect, it } from 'vitest'
import { logContact } from '../../src/app/interactions/log-contact.js'
import { anOffice } from './office.js'
import { theOutbox } from './outbox.js'

/** Ana is nudged in her DM about Frank, whom she introduced in private. */
const inHerDirect = async () => {
  const office = await anOffice()
  const ana = await office.asker('UANA', null)
  const frank = await office.knows(ana)
  await logContact(office, ana, { personId: frank.id, kind: 'met', on: '2026-09-20', text: '' })
  const outbox = theOutbox(office)
  const [post] = await outbox.plan()
  return { office, ana, frank, outbox, id: post?.postId ?? '' }
}

describe('a teammate who is a guest by now, or has left', () => {
  it('is told nothing in their DM that was planned while they were a teammate', async () => {
    const { office, outbox, id } = await inHerDirect()
    office.user('UANA', { standing: 'guest' })
    expect(await outbox.send(id)).toBe('waiting')
    expect(outbox.calls).toEqual([])
  })

  it('reads nothing more of anybody in a post that is put right', async () => {
    const { office, ana, frank, outbox, id } = await inHerDirect()
    expect(await outbox.send(id)).toBe('sent')
    await logContact(office, ana, { personId: frank.id, kind: 'called', on: '2026-11-21', text: '' })
    office.user('UANA', { standing: 'guest' })
    await outbox.freshen()
    expect(outbox.said.map(({ entries }) => entries.map(({ name }) => name))).toEqual([['Frank Ortiz'], []])
  })
})

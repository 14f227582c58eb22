import { describe, expect, it } from 'vitest'
import { keepDate } from '../../src/app/dates/keep-date.js'
import { logContact } from '../../src/app/interactions/log-contact.js'
import { changeHome } from '../../src/app/people/change-home.js'
import { anOffice } from './office.js'
import { type Script, theOutbox } from './outbox.js'
import { promises } from './promised.js'

const tuesday = '2026-11-24T16:00:00.000Z'

/** A digest with Frank, who has been quiet, and Susan, whose lease ends in a month. */
const withALease = async (script: Partial<Script> = {}) => {
  const office = await anOffice()
  const ana = await office.asker()
  const [frank, susan] = [await office.knows(ana), await office.knows(ana, { name: 'Susan Bell' })]
  await logContact(office, ana, { personId: frank.id, kind: 'met', on: '2026-09-20', text: '' })
  const lease = { kind: 'trigger', monthDay: '12-23', year: 2026, yearly: false, text: 'lease ends' } as const
  await keepDate(office, ana, { personId: susan.id, ...lease })
  await promises(office, ana, susan, '2026-11-23', 'send the plans')
  const outbox = theOutbox(office, script)
  const [post] = await outbox.plan()
  const id = post?.postId ?? ''
  const calls = () =>
    logContact(office, ana, { personId: susan.id, kind: 'called', on: '2026-11-21', text: '' })
  const raisedThen = async (now = tuesday) =>
    (await outbox.plan({ now })).flatMap(({ entries }) =>
      entries.map(({ facts, reasons }) => [facts.person.name, ...reasons.map(({ kind }) => kind)]),
    )
  return { office, ana, susan, outbox, id, calls, raisedThen }
}
const uncertain = { kind: 'uncertain', code: 'network' } as const
const names = ({ said }: ReturnType<typeof theOutbox>) => said.at(-1)?.entries.map(({ name }) => name)

describe('what a post was planned to tell, and did not', () => {
  it('since somebody was in touch, comes another day, also what is told once', async () => {
    const { outbox, id, calls, raisedThen } = await withALease()
    await calls()
    expect(await outbox.send(id)).toBe('sent')
    expect(names(outbox)).toEqual(['Frank Ortiz'])
    await outbox.freshen()
    expect(names(outbox)).toEqual(['Frank Ortiz'])
    expect(await outbox.plan()).toEqual([])
    expect(await raisedThen()).toEqual([['Susan Bell', 'trigger', 'promise']])
  })

  it('since they could not be seen there, comes another day', async () => {
    const { office, ana, susan, outbox, id, raisedThen } = await withALease()
    await changeHome(office, ana, susan.id, 'QUIET')
    await outbox.send(id)
    expect(names(outbox)).toEqual(['Frank Ortiz'])
    expect(await raisedThen()).toEqual([['Susan Bell', 'trigger', 'promise']])
  })

  it('comes another day also when whoever sent it died before it knew', async () => {
    const there = { channelId: 'CUSTOMERS', ts: '1.1' }
    const { outbox, id, calls, raisedThen } = await withALease({ post: [uncertain], find: [there] })
    await calls()
    expect(await outbox.send(id)).toBe('waiting')
    expect(await outbox.send(id)).toBe('sent')
    expect(await raisedThen()).toEqual([['Susan Bell', 'trigger', 'promise']])
  })

  it('is not what it told before somebody was in touch: that was told once', async () => {
    const there = { channelId: 'CUSTOMERS', ts: '1.1' }
    const { outbox, id, calls, raisedThen } = await withALease({ post: [uncertain], find: [there] })
    expect(await outbox.send(id)).toBe('waiting')
    await calls()
    expect(await outbox.send(id)).toBe('sent')
    expect(await raisedThen()).toEqual([])
    expect(await raisedThen('2026-12-02T16:00:00.000Z')).toEqual([
      ['Susan Bell', 'promise'],
      ['Frank Ortiz', 'quiet'],
    ])
  })
})

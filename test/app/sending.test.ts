import { describe, expect, it } from 'vitest'
import { logContact } from '../../src/app/interactions/log-contact.js'
import { everything, monday } from './office.js'
import { planned, sent, there } from './outbox.js'

describe('a post whose answer never came', () => {
  const uncertain = { kind: 'uncertain', code: 'network' } as const

  it('is looked for twice, a while apart, before it is sent again', async () => {
    const { outbox, id } = await planned({ post: [uncertain, sent], find: [null] })
    expect(await outbox.send(id)).toBe('waiting')
    expect(await outbox.send(id)).toBe('waiting')
    outbox.pause(60_000)
    expect(await outbox.send(id)).toBe('sent')
    expect(outbox.calls).toEqual(['post channel:CUSTOMERS', 'find', 'find', 'post channel:CUSTOMERS'])
    expect(await outbox.post(id)).toMatchObject({ state: 'sent', ...there })
  })

  it('is not sent again once it is found', async () => {
    const { outbox, id } = await planned({ post: [uncertain], find: [null, there] })
    await outbox.send(id)
    await outbox.send(id)
    outbox.pause(60_000)
    expect(await outbox.send(id)).toBe('sent')
    expect(outbox.calls.filter((call) => call.startsWith('post'))).toHaveLength(1)
  })

  it('is not sent again while nobody can look, and given up the next day: better never than twice', async () => {
    const { outbox, id } = await planned({ post: [uncertain], find: ['unknown'] })
    await outbox.send(id)
    expect(await outbox.send(id)).toBe('waiting')
    outbox.pause(60_000)
    expect(await outbox.send(id)).toBe('waiting')
    outbox.pause(60_000)
    expect(await outbox.send(id, '2026-11-24T16:00:00.000Z')).toBe('lost')
    expect(outbox.calls.filter((call) => call.startsWith('post'))).toHaveLength(1)
  })
})

describe('a post that Slack does not take', () => {
  it('for now is tried later, as Slack says or with growing gaps', async () => {
    const later = (retryAfterMs: number | null) => ({ kind: 'temporary', code: 'x', retryAfterMs }) as const
    const { outbox, id } = await planned({ post: [later(30_000), later(null), sent] })
    expect(await outbox.send(id)).toBe('waiting')
    expect(await outbox.post(id)).toMatchObject({ state: 'planned', notBefore: '2026-11-23T16:00:30.000Z' })
    outbox.pause(30_000)
    expect(await outbox.send(id)).toBe('waiting')
    outbox.pause(600_000)
    expect(await outbox.send(id)).toBe('sent')
    expect(outbox.calls).not.toContain('find')
  })

  it('for good is lost, and one for a place that is closed is withdrawn', async () => {
    const lost = await planned({ post: [{ kind: 'permanent', code: 'invalid_blocks' }] })
    expect(await lost.outbox.send(lost.id)).toBe('lost')
    expect(await lost.outbox.post(lost.id)).toMatchObject({ state: 'failed' })
    const closed = await planned({ post: [{ kind: 'permanent', code: 'is_archived' }] })
    expect(await closed.outbox.send(closed.id)).toBe('withdrawn')
  })
})

describe('a post that waits', () => {
  it('is taken by one sender alone', async () => {
    const { outbox, id } = await planned()
    const results = await Promise.all([outbox.send(id), outbox.send(id)])
    expect(results.sort()).toEqual(['sent', 'taken'])
    expect(await outbox.send('no such post')).toBe('taken')
  })

  it('is withdrawn once nobody in it needs it, or its day is over', async () => {
    const moot = await planned()
    await logContact(moot.office, moot.ana, {
      personId: moot.frank.id,
      kind: 'met',
      on: '2026-11-21',
      text: '',
    })
    expect(await moot.outbox.send(moot.id)).toBe('withdrawn')
    const late = await planned()
    expect(await late.outbox.send(late.id, '2026-11-24T16:00:00.000Z')).toBe('withdrawn')
    expect([...moot.outbox.calls, ...late.outbox.calls]).toEqual([])
  })

  it('is put off outside working time, and while its people cannot be seen', async () => {
    const night = await planned()
    expect(await night.outbox.send(night.id, '2026-11-24T04:00:00.000Z')).toBe('waiting')
    const unseen = await planned()
    await unseen.office.uow.act(
      everything,
      {
        kind: 'home',
        by: 'UANA',
        at: monday,
        place: 'channel:QUIET',
        personId: unseen.frank.id,
        cause: null,
      },
      async ({ people, places }) => {
        await places.know('channel:QUIET', 'America/Chicago')
        await people.change(unseen.frank.id, { home: 'channel:QUIET' })
        return { ok: true, value: null }
      },
    )
    expect(await unseen.outbox.send(unseen.id)).toBe('waiting')
    expect([...night.outbox.calls, ...unseen.outbox.calls]).toEqual([])
  })

  it.each([
    ['shared', { shared: true }],
    ['archived', { archived: true }],
    ['without the bot', { botIsIn: false }],
  ])('is withdrawn when its channel is %s by now', async (_, facts) => {
    const { office, outbox, id } = await planned()
    office.channel('CUSTOMERS', facts)
    expect(await outbox.send(id)).toBe('withdrawn')
    expect(outbox.calls).toEqual([])
  })
})

import { describe, expect, it } from 'vitest'
import { forget } from '../../src/app/forgetting/forget.js'
import { logContact } from '../../src/app/interactions/log-contact.js'
import { planPass } from '../../src/app/nudges/plan.js'
import { sendPost } from '../../src/app/nudges/send.js'
import { handOver } from '../../src/app/people/hand-over.js'
import type { UnitOfWork } from '../../src/app/ports.js'
import { takeRole } from '../../src/app/roles/take-role.js'
import { takeBack } from '../../src/app/take-back.js'
import { tiePeople } from '../../src/app/ties/tie-people.js'
import { otherwise } from './answers-otherwise.js'
import { anOffice, everything, monday, saturday } from './office.js'
import { done } from './one-of-each.js'
import { planned, questions, type Script, sent, theOutbox } from './outbox.js'

const tuesday = '2026-11-24T16:00:00.000Z'
const uncertain = { kind: 'uncertain', code: 'network' } as const

/** Ana hands Frank, who listens to Susan, to Ben. */
const handed = async (script: Partial<Script> = {}) => {
  const office = await anOffice()
  const ana = await office.asker()
  const frank = await office.knows(ana)
  const susan = await office.knows(ana, { name: 'Susan Bell' })
  done(await tiePeople(office, ana, { personId: frank.id, kind: 'listens to', otherId: susan.id }))
  done(await handOver(office, ana, frank.id, 'UBEN'))
  const outbox = theOutbox(office, script)
  const [id = ''] = await outbox.waiting()
  return { office, ana, frank, susan, outbox, id }
}

describe('a post that waits', () => {
  it('is withdrawn when the clock was set back to a day before its own', async () => {
    const { outbox, id } = await planned()
    expect(await outbox.send(id, '2026-11-20T16:00:00.000Z')).toBe('withdrawn')
    expect(outbox.calls).toEqual([])
  })

  it('is withdrawn when its place goes by another id by now', async () => {
    const { office, outbox, id } = await planned()
    const keep: UnitOfWork['keep'] = (scope, work) =>
      office.uow.keep(scope, (stores) =>
        work(otherwise(stores, { places: otherwise(stores.places, { get: async () => null }) })),
      )
    const ports = { ...outbox.ports, uow: otherwise(office.uow, { keep }) }
    expect(await sendPost(ports, { workspaceId: 'T1', now: monday }, id)).toBe('withdrawn')
    expect(await outbox.waiting()).toEqual([])
    expect(outbox.calls).toEqual([])
  })

  it('is not sent by whoever took so long that the claim has lapsed', async () => {
    const { office, outbox, id } = await planned()
    const render: (typeof outbox.ports)['render'] = (model) => {
      outbox.pause(31_000)
      return model
    }
    const keep: UnitOfWork['keep'] = (scope, work) =>
      office.uow.keep(scope, (stores) =>
        work(
          otherwise(stores, {
            posts: otherwise(stores.posts, {
              attempting: async (postId, now, by) => {
                const until = new Date(Date.parse(now) + 30_000).toISOString()
                await stores.posts.claim(postId, { by: 'another process', until, now })
                return stores.posts.attempting(postId, now, by)
              },
            }),
          }),
        ),
      )
    const ports = { ...outbox.ports, render, uow: otherwise(office.uow, { keep }) }
    expect(await sendPost(ports, { workspaceId: 'T1', now: monday }, id)).toBe('taken')
    expect(outbox.calls).toEqual([])
  })

  it('is tried again after five seconds when Slack does not take it at first, nor says when', async () => {
    const { outbox, id } = await planned({ post: [{ kind: 'temporary', code: 'x', retryAfterMs: null }] })
    expect(await outbox.send(id)).toBe('waiting')
    expect(await outbox.post(id)).toMatchObject({ state: 'planned', notBefore: '2026-11-23T16:00:05.000Z' })
  })

  it('is looked for once more before each try, when one was never answered and Slack says no to the next', async () => {
    const no = { kind: 'temporary', code: 'ratelimited', retryAfterMs: 1_000 } as const
    const { outbox, id } = await planned({ post: [uncertain, no, no, sent] })
    const tries = async (times: number) => {
      for (let n = 0; n < times; n++) {
        await outbox.send(id)
        outbox.pause(60_000)
      }
      return outbox.calls.splice(0).map((call) => call.split(' ')[0])
    }
    expect(await tries(1)).toEqual(['post'])
    expect(await tries(2)).toEqual(['find', 'find', 'post'])
    expect(await outbox.post(id)).toMatchObject({ state: 'uncertain', attempts: 1 })
    expect(await tries(1)).toEqual(['find', 'post'])
    expect(await tries(1)).toEqual(['find', 'post'])
    expect(await outbox.post(id)).toMatchObject({ state: 'sent' })
  })

  it('is composed anew when somebody in it is forgotten just before it is sent', async () => {
    const { office, ana, outbox, frank, id } = await planned({ post: [uncertain, sent] })
    await outbox.send(id)
    outbox.pause(60_000)
    await outbox.send(id)
    outbox.pause(60_000)
    const before = outbox.said.length
    let isComposed = false
    const render: (typeof outbox.ports)['render'] = (model) => {
      isComposed = true
      return model
    }
    const keep: UnitOfWork['keep'] = async (scope, work) => {
      if (isComposed) done(await forget(office.uow, ana, frank.id))
      isComposed = false
      return office.uow.keep(scope, work)
    }
    const ports = { ...outbox.ports, render, uow: otherwise(office.uow, { keep }) }
    expect(await sendPost(ports, { workspaceId: 'T1', now: monday }, id)).toBe('waiting')
    expect(outbox.said.slice(before)).toEqual([])
  })

  it('is looked for until a month is over when somebody in it was forgotten', async () => {
    const { office, ana, outbox, frank, id } = await planned({ post: [uncertain], find: ['unknown'] })
    expect(await outbox.send(id)).toBe('waiting')
    done(await forget(office.uow, ana, frank.id))
    expect(await outbox.post(id)).toMatchObject({ namesForgotten: true })
    expect(await outbox.send(id, tuesday)).toBe('waiting')
    outbox.pause(31 * 24 * 60 * 60_000)
    expect(await outbox.send(id, tuesday)).toBe('lost')
    expect(outbox.calls.filter((call) => call.startsWith('post'))).toHaveLength(1)
  })

  it('is not told of somebody who could not be seen all day long', async () => {
    const { office, outbox, id } = await handed()
    office.down.add('CUSTOMERS')
    expect(await outbox.send(id, saturday)).toBe('waiting')
    outbox.pause(60_000)
    expect(await outbox.send(id, tuesday)).toBe('withdrawn')
    expect(outbox.calls).toEqual([])
  })
})

describe('a pass', () => {
  const news = async () => {
    const office = await anOffice()
    const ana = await office.asker()
    const frank = await office.knows(ana)
    await logContact(office, ana, { personId: frank.id, kind: 'met', on: '2026-09-20', text: '' })
    const role = { title: 'CFO', company: 'Globex', sinceOn: null, also: false }
    done(await takeRole(office, ana, { personId: frank.id, ...role }))
    // Ben, in London, has a morning when it is night in Chicago.
    office.channel('LONDON', {})
    const ben = await office.asker('UBEN', 'LONDON')
    const susan = await office.knows(ben, { name: 'Susan Bell' })
    await logContact(office, ben, { personId: susan.id, kind: 'met', on: '2026-09-20', text: '' })
    return { office, outbox: theOutbox(office) }
  }
  const places = (posts: Awaited<ReturnType<typeof planPass>>) => posts.map(({ place }) => place.home)

  it('tells a place whose morning it is, and lets the others sleep', async () => {
    const { outbox } = await news()
    expect(places(await outbox.plan({ now: '2026-11-23T10:00:00.000Z' }))).toEqual(['channel:LONDON'])
    expect(places(await outbox.plan())).toEqual(['channel:CUSTOMERS'])
  })

  it('makes no digest that another process has fixed in the same moment', async () => {
    const { office, outbox } = await news()
    const keep: UnitOfWork['keep'] = (scope, work) =>
      office.uow.keep(scope, (stores) =>
        work(otherwise(stores, { posts: otherwise(stores.posts, { fixDigest: async () => false }) })),
      )
    const ports = { ...office, questions, uow: otherwise(office.uow, { keep }) }
    expect(await planPass(ports, { workspaceId: 'T1', now: monday, dryRun: false })).toEqual([])
    expect(await outbox.waiting()).toEqual([])
    expect(places(await outbox.plan())).toContain('channel:CUSTOMERS')
  })
})

describe('posts to put right', () => {
  it('are all put right at once, however many they are', async () => {
    const { office, ana, frank, outbox, id } = await handed()
    await outbox.send(id, saturday)
    await takeBack(office, ana, null)
    for (let n = 1; n < 21; n++) {
      done(await handOver(office, ana, frank.id, 'UBEN'))
      for (const each of await outbox.waiting()) await outbox.send(each, saturday)
      await takeBack(office, ana, null)
    }
    expect([await outbox.freshen(), await outbox.freshen()]).toEqual([21, 0])
    expect(outbox.calls.filter((call) => call === 'update')).toHaveLength(21)
  })

  it('say no more of who is forgotten, and go where nobody is left to read them', async () => {
    const read = await handed()
    await read.outbox.send(read.id, saturday)
    done(await forget(read.office.uow, read.ana, read.susan.id))
    expect(await read.outbox.freshen()).toBe(1)
    expect(read.outbox.told.at(-1)).toMatchObject({ kind: 'hand-over', handed: { card: { ties: [] } } })
    const gone = await handed()
    await gone.outbox.send(gone.id, saturday)
    done(await forget(gone.office.uow, gone.ana, gone.susan.id))
    gone.office.user('UBEN', { standing: 'gone' })
    expect(await gone.outbox.freshen()).toBe(1)
    expect(gone.outbox.calls.at(-1)).toBe('remove 1.1')
  })

  it('wait while their place is not known, but for those that name somebody forgotten', async () => {
    const { office, ana, frank, outbox, id } = await planned()
    await outbox.send(id)
    await logContact(office, ana, { personId: frank.id, kind: 'called', on: '2026-11-21', text: '' })
    const unknown: UnitOfWork['keep'] = (scope, work) =>
      office.uow.keep(scope, (stores) =>
        work(otherwise(stores, { places: otherwise(stores.places, { get: async () => null }) })),
      )
    const lost = theOutbox({ ...office, uow: otherwise(office.uow, { keep: unknown }) })
    expect(await lost.freshen()).toBe(0)
    expect(await office.uow.keep(everything, ({ posts }) => posts.stale(9))).toHaveLength(1)
    done(await forget(office.uow, ana, frank.id))
    expect(await lost.freshen()).toBe(1)
    expect(lost.calls).toEqual(['remove 1.1'])
  })
})

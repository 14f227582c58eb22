import { describe, expect, it } from 'vitest'
import { forget } from '../../src/app/forgetting/forget.js'
import { retract } from '../../src/app/forgetting/retract.js'
import { logContact } from '../../src/app/interactions/log-contact.js'
import { freshenPosts } from '../../src/app/nudges/freshen.js'
import { anOffice, everything, monday } from './office.js'
import { planned, type Script, theOutbox } from './outbox.js'

describe('a post that stands in Slack', () => {
  const sent = async (script: Partial<Script> = {}, withSusan = false) => {
    const scene = await planned(script)
    const { office, ana, outbox } = scene
    if (withSusan) {
      const susan = await office.knows(ana, { name: 'Susan Bell' })
      await logContact(office, ana, { personId: susan.id, kind: 'met', on: '2026-09-21', text: '' })
      await office.uow.keep(everything, ({ posts }) => posts.withdraw(scene.id))
      await office.uow.keep(everything, ({ posts }) =>
        posts.plan(
          { id: 'both', place: 'channel:CUSTOMERS', kind: 'digest', on: '2026-11-23', plannedAt: monday },
          [
            { ...nudge, id: 'n1', personId: scene.frank.id },
            { ...nudge, id: 'n2', personId: susan.id },
          ],
        ),
      )
      await outbox.send('both')
    } else await outbox.send(scene.id)
    const forgets = () => forget(office.uow, ana, scene.frank.id)
    return { ...scene, forgets, id: withSusan ? 'both' : scene.id }
  }
  const nudge = {
    reasons: [{ kind: 'quiet', occasion: '2026-10-20' }],
    times: 1,
    questionId: null,
    plannedSeq: 1,
  } as const

  it('about them alone is taken away, and forgotten', async () => {
    const { outbox, forgets, id } = await sent()
    await forgets()
    expect(await outbox.freshen()).toBe(1)
    expect(outbox.calls.slice(-1)).toEqual(['remove 1.1'])
    expect(await outbox.post(id)).toBeNull()
    expect(await outbox.freshen()).toBe(0)
  })

  it('waits while Slack does not take it away', async () => {
    const { outbox, forgets, id } = await sent({
      remove: [
        { kind: 'temporary', code: 'ratelimited', retryAfterMs: 10 },
        { kind: 'permanent', code: 'missing_scope' },
        { kind: 'gone' },
      ],
    })
    await forgets()
    expect([await outbox.freshen(), await outbox.freshen()]).toEqual([0, 0])
    expect(await outbox.post(id)).not.toBeNull()
    expect(await outbox.freshen()).toBe(1)
    expect(await outbox.post(id)).toBeNull()
  })

  it('with others in it says nothing of them any more', async () => {
    const { outbox, forgets, id } = await sent({}, true)
    expect(outbox.said.at(-1)?.entries.map(({ name }) => name)).toEqual(['Frank Ortiz', 'Susan Bell'])
    await forgets()
    await outbox.freshen()
    expect(outbox.said.at(-1)?.entries.map(({ name }) => name)).toEqual(['Susan Bell'])
    expect(await outbox.post(id)).toMatchObject({ namesForgotten: false })
  })

  it('goes as a whole when Slack lets nobody put it right any more', async () => {
    const { outbox, forgets } = await sent({ update: [{ kind: 'gone' }] }, true)
    await forgets()
    await outbox.freshen()
    expect(outbox.calls.slice(-2)).toEqual(['update', 'remove 1.1'])
    expect(await outbox.freshen()).toBe(0)
  })

  it('in a channel that the bot is not let into any more stays to be taken away, and goes once it is', async () => {
    const { outbox, office, forgets, id } = await sent({
      remove: [
        { kind: 'permanent', code: 'not_in_channel' },
        { kind: 'permanent', code: 'is_archived' },
        { kind: 'ok' },
      ],
    })
    const outstanding = () => office.uow.keep(everything, ({ told }) => told.outstanding())
    await forgets()
    await outbox.freshen()
    expect(await outbox.post(id)).toBeNull()
    expect(await outstanding()).toBe(1)
    expect(await retract(outbox.ports, 'T1')).toBe(0)
    expect(await retract(outbox.ports, 'T1')).toBe(0)
    expect(outbox.calls.filter((call) => call === 'remove 1.1')).toHaveLength(2)
    outbox.pause(60 * 60_000)
    expect(await retract(outbox.ports, 'T1')).toBe(1)
    expect(await outstanding()).toBe(0)
  })

  it('does not bring them back when an earlier putting right comes late', async () => {
    const { outbox, office, ana, frank, forgets } = await sent({}, true)
    await logContact(office, ana, { personId: frank.id, kind: 'called', on: '2026-11-21', text: '' })
    let late = true
    const { messenger } = outbox.ports
    const update: typeof messenger.update = async (channelId, ts, message, postId) => {
      if (late) {
        late = false
        await forgets()
        await freshenPosts(outbox.ports, 'T1')
      }
      return messenger.update(channelId, ts, message, postId)
    }
    await freshenPosts({ ...outbox.ports, messenger: { ...messenger, update } }, 'T1')
    await outbox.freshen()
    expect(outbox.said.at(-1)?.entries.map(({ name }) => name)).toEqual(['Susan Bell'])
  })
})

describe('an answer that told of them', () => {
  it('is taken away, tried again when Slack wants that, and let be when it never will', async () => {
    const office = await anOffice()
    const ana = await office.asker()
    const frank = await office.knows(ana)
    await office.uow.keep(everything, async ({ told }) => {
      const of = await told.whom('Kept for *Frank Ortiz*: he likes jazz')
      expect(of.personIds).toEqual([frank.id])
      await told.record({ kind: 'message', channelId: 'DANA', ref: '1.0' }, of)
      await told.record(
        { kind: 'message', channelId: 'DANA', ref: '2.0' },
        await told.whom('Ask Lily about jazz'),
      )
      await told.record({ kind: 'message', channelId: 'DANA', ref: '3.0' }, await told.whom('How is Ortiz?'))
    })
    const outbox = theOutbox(office, {
      remove: [
        { kind: 'temporary', code: 'x', retryAfterMs: 5_000 },
        { kind: 'permanent', code: 'cant_delete_message' },
      ],
    })
    await forget(office.uow, ana, frank.id)
    expect(await retract(outbox.ports, 'T1')).toBe(1)
    expect(outbox.calls).toEqual(['remove 1.0', 'remove 3.0'])
    expect(await retract(outbox.ports, 'T1')).toBe(0)
    outbox.pause(5_001)
    expect(await retract(outbox.ports, 'T1')).toBe(1)
    expect(await office.uow.keep(everything, ({ told }) => told.outstanding())).toBe(0)
  })

  it('before anybody knew them is taken away too, by the words that it had', async () => {
    const office = await anOffice()
    const ana = await office.asker()
    await office.uow.keep(everything, async ({ told }) => {
      await told.record(
        { kind: 'message', channelId: 'DANA', ref: '1.0' },
        await told.whom('I know nobody called “Ortiz”.'),
      )
      await told.record(
        { kind: 'message', channelId: 'DANA', ref: '2.0' },
        await told.whom('Here is what I understand.'),
      )
    })
    const frank = await office.knows(ana)
    const outbox = theOutbox(office)
    await forget(office.uow, ana, frank.id)
    await retract(outbox.ports, 'T1')
    expect(outbox.calls).toEqual(['remove 1.0'])
  })

  it('and is said while they are forgotten, does not stay', async () => {
    const office = await anOffice()
    const ana = await office.asker()
    const frank = await office.knows(ana)
    const of = await office.uow.keep(everything, ({ told }) => told.whom('Frank Ortiz likes jazz'))
    await forget(office.uow, ana, frank.id)
    await office.uow.keep(everything, ({ told }) =>
      told.record({ kind: 'message', channelId: 'DANA', ref: '1.0' }, of),
    )
    const outbox = theOutbox(office)
    await retract(outbox.ports, 'T1')
    expect(outbox.calls).toEqual(['remove 1.0'])
  })
})

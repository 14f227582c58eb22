import { describe, expect, it } from 'vitest'
import { logContact } from '../../src/app/interactions/log-contact.js'
import { freshenPosts } from '../../src/app/nudges/freshen.js'
import { changeHome } from '../../src/app/people/change-home.js'
import { planned, type Script } from './outbox.js'

describe('a post that is no longer right', () => {
  const stale = async (script: Partial<Script> = {}) => {
    const scene = await planned(script)
    await scene.outbox.send(scene.id)
    const { office, ana, frank } = scene
    await logContact(office, ana, { personId: frank.id, kind: 'called', on: '2026-11-21', text: '' })
    return scene
  }

  it('is put right once, with who did what', async () => {
    const { outbox } = await stale()
    expect(await outbox.freshen()).toBe(1)
    expect(outbox.said.at(-1)?.entries[0]?.standing).toEqual({
      kind: 'moot',
      contact: { kind: 'called', on: '2026-11-21', by: 'UANA' },
    })
    expect(await outbox.freshen()).toBe(0)
  })

  it('is tried again when Slack does not take it for now, and let be when it is gone', async () => {
    const later = await stale({
      update: [{ kind: 'temporary', code: 'x', retryAfterMs: null }, { kind: 'ok' }],
    })
    expect(await later.outbox.freshen()).toBe(0)
    expect(await later.outbox.freshen()).toBe(1)
    const gone = await stale({ update: [{ kind: 'gone' }] })
    expect(await gone.outbox.freshen()).toBe(1)
    expect(await gone.outbox.freshen()).toBe(0)
  })

  it('waits while Slack cannot be asked', async () => {
    const { office, outbox } = await stale()
    const other = await office.asker('UANA', 'QUIET')
    await office.knows(other, { name: 'Susan Bell' })
    office.down.add('QUIET').add('CUSTOMERS')
    expect(await outbox.freshen()).toBe(0)
    office.down.clear()
    expect(await outbox.freshen()).toBe(1)
  })

  it('says no more of somebody who may not be seen there any more', async () => {
    const { office, outbox, ana, frank } = await stale()
    await changeHome(office, ana, frank.id, 'QUIET')
    expect(await outbox.freshen()).toBe(1)
    expect(outbox.said.at(-1)?.entries).toEqual([])
  })

  it('and a fault of our own is not taken for a silence of Slack’s', async () => {
    const { outbox } = await stale()
    const render = () => {
      throw new Error('a fault of ours')
    }
    const faults: unknown[] = []
    const onFault = (error: unknown): void => void faults.push(error)
    expect(await freshenPosts({ ...outbox.ports, render, onFault }, 'T1')).toBe(0)
    expect(faults).toEqual([new Error('a fault of ours')])
    // It is tried again: nothing is taken for put right.
    expect(await freshenPosts(outbox.ports, 'T1')).toBe(1)
  })
})

import { describe, expect, it } from 'vitest'
import { logContact } from '../../src/app/interactions/log-contact.js'
import { planPass } from '../../src/app/nudges/plan.js'
import { takeRole } from '../../src/app/roles/take-role.js'
import type { Home } from '../../src/domain/audience.js'
import { anOffice, monday } from './office.js'
import { planned, questions, theOutbox } from './outbox.js'

describe('planning', () => {
  it('leaves out a place that Slack says nothing of, tells so, and harms no other', async () => {
    const office = await anOffice()
    const ana = await office.asker()
    office.channel('OTHERS', {})
    const others = await office.asker('UANA', 'OTHERS')
    for (const [asker, name] of [
      [ana, 'Frank Ortiz'],
      [others, 'Susan Bell'],
    ] as const) {
      const { id } = await office.knows(asker, { name })
      await logContact(office, asker, { personId: id, kind: 'met', on: '2026-09-20', text: '' })
    }
    office.down.add('CUSTOMERS')
    const leftOut: Home[] = []
    const outbox = theOutbox(office)
    const posts = await outbox.plan({ onLeftOut: (home) => leftOut.push(home) })
    expect(leftOut).toContain('channel:CUSTOMERS')
    office.down.clear()
    const [again] = await outbox.plan()
    expect([...posts, again].map((post) => post?.place.home).sort()).toContain('channel:CUSTOMERS')
  })

  it('reaches owners by DM where the bot cannot speak, also in a dry run, which changes nothing', async () => {
    const office = await anOffice()
    office.channel('CUSTOMERS', { botIsIn: false })
    office.user('UNOMAD', { zone: null })
    const ana = await office.asker()
    const nomad = await office.asker('UNOMAD')
    for (const [asker, name] of [
      [ana, 'Frank Ortiz'],
      [ana, 'Liz Moss'],
      [nomad, 'Susan Bell'],
    ] as const) {
      const { id } = await office.knows(asker, { name })
      await logContact(office, asker, { personId: id, kind: 'met', on: '2026-09-20', text: '' })
      await takeRole(office, asker, {
        personId: id,
        title: 'CFO',
        company: 'Globex',
        sinceOn: null,
        also: false,
      })
    }
    const outbox = theOutbox(office)
    const dry = await outbox.plan({ dryRun: true })
    expect(dry.map((post) => [post.place.home, post.entries.length])).toEqual([
      ['teammate:UANA', 2],
      ['teammate:UNOMAD', 1],
    ])
    expect(dry[1]?.place).toMatchObject({ zone: 'UTC', zoneUntold: true })
    office.down.add('UNOMAD')
    const leftOut: Home[] = []
    const posts = await outbox.plan({ onLeftOut: (home) => leftOut.push(home) })
    expect(posts.map(({ place }) => place.home)).toEqual(['teammate:UANA'])
    expect(leftOut).not.toEqual([])
    office.down.clear()
    expect((await outbox.plan()).map(({ place }) => place.home)).toEqual(['teammate:UNOMAD'])
    expect(await outbox.plan({ dryRun: true })).toEqual([])
  })

  it('does not hide a fault of our own as a silence of Slack’s', async () => {
    const { office, outbox } = await planned()
    const broken = { ...office.directory, channel: () => Promise.reject(new Error('a fault of ours')) }
    await expect(
      planPass(
        { ...office, directory: broken, questions },
        { workspaceId: 'T1', now: '2026-11-24T16:00:00.000Z', dryRun: false },
      ),
    ).rejects.toThrow('a fault of ours')
    expect(outbox.calls).toEqual([])
  })

  it('without a question bank asks nothing', async () => {
    const office = await anOffice()
    const ana = await office.asker()
    const frank = await office.knows(ana)
    await logContact(office, ana, { personId: frank.id, kind: 'met', on: '2026-09-20', text: '' })
    const outbox = theOutbox(office)
    const [post] = await planPass(
      { ...office, questions: [] },
      { workspaceId: 'T1', now: monday, dryRun: false },
    )
    await outbox.send(post?.postId ?? '')
    expect(outbox.said[0]?.entries[0]).toMatchObject({ name: 'Frank Ortiz', question: null })
  })
})

import { describe, expect, it } from 'vitest'
import { logContact } from '../../src/app/interactions/log-contact.js'
import type { Messenger, PostOutcome, UpdateOutcome, Whereabouts } from '../../src/app/messenger-port.js'
import { freshenPosts } from '../../src/app/nudges/freshen.js'
import { type Pass, planPass } from '../../src/app/nudges/plan.js'
import type { PostModel } from '../../src/app/nudges/post-model.js'
import { type SendPorts, sendPost } from '../../src/app/nudges/send.js'
import { changeHome } from '../../src/app/people/change-home.js'
import { takeRole } from '../../src/app/roles/take-role.js'
import type { Home } from '../../src/domain/audience.js'
import { anOffice, everything, monday, type Office } from './office.js'

const questions = [{ id: 'story-01', facet: 'story', text: 'How did you begin?' }] as const
const there: Whereabouts = { channelId: 'CUSTOMERS', ts: '1.1' }
const sent = { kind: 'sent', ...there } as const

/** What Slack answers next to each kind of call; the last answer stands. */
type Script = {
  post: PostOutcome[]
  find: (Whereabouts | null | 'unknown')[]
  update: UpdateOutcome[]
}

const theOutbox = (office: Office, script: Partial<Script> = {}) => {
  let clock = Date.parse(monday)
  const calls: string[] = []
  const said: PostModel[] = []
  const next = <T>(answers: T[] | undefined, usual: T): T =>
    (answers !== undefined && answers.length > 1 ? answers.shift() : answers?.[0]) ?? usual
  const messenger: Messenger<PostModel> = {
    post: async (place, message) => {
      calls.push(`post ${place}`)
      said.push(message)
      return next(script.post, sent)
    },
    find: async () => {
      calls.push('find')
      const [found = null] = script.find ?? []
      if ((script.find?.length ?? 0) > 1) script.find?.shift()
      return found
    },
    update: async (_channel, _ts, message) => {
      calls.push('update')
      said.push(message)
      return next(script.update, { kind: 'ok' })
    },
  }
  const ports: SendPorts<PostModel> = {
    ...office,
    questions,
    messenger,
    render: (model) => model,
    realClock: () => new Date(clock).toISOString(),
    sender: 'this process',
    lookAgainMs: 60_000,
  }
  return {
    calls,
    said,
    ports,
    pause: (ms: number) => {
      clock += ms
    },
    plan: (more: Partial<Pass> = {}) =>
      planPass({ ...office, questions }, { workspaceId: 'T1', now: monday, dryRun: false, ...more }),
    send: (postId: string, now = monday) => sendPost(ports, { workspaceId: 'T1', now }, postId),
    freshen: () => freshenPosts(ports, 'T1'),
    post: (postId: string) => office.uow.keep(everything, ({ posts }) => posts.get(postId)),
  }
}

/** Frank has been quiet for two months, and his digest is planned. */
const planned = async (script: Partial<Script> = {}) => {
  const office = await anOffice()
  const ana = await office.asker()
  const frank = await office.knows(ana)
  await logContact(office, ana, { personId: frank.id, kind: 'met', on: '2026-09-20', text: '' })
  const outbox = theOutbox(office, script)
  const [post] = await outbox.plan()
  if (post === undefined) throw new Error('nothing planned')
  return { office, ana, frank, outbox, id: post.postId }
}

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
    await expect(freshenPosts({ ...outbox.ports, render }, 'T1')).rejects.toThrow('a fault of ours')
  })
})

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
        { workspaceId: 'T1', now: monday, dryRun: false },
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

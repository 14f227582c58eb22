import { expect, it } from 'vitest'
import { teammateHome } from '../../../src/domain/audience.js'
import { draft, post, quiet, withDigest } from './drafts.js'
import { ana, ben, onEachEngine, secret } from './workspace.js'

onEachEngine('what becomes of posts and their entries', (workspace) => {
  it('a sent post is stale from a change of an entry until it was put right up to it', async () => {
    const here = workspace()
    await withDigest(here)
    const stale = () => here.keep(async ({ posts }) => (await posts.stale(5)).map(({ id }) => id))
    await here.does(ana, ({ nudges }) => nudges.settle('n1', true))
    expect(await stale()).toEqual([])
    await here.keep(({ posts }) => posts.sent('p1', { channelId: 'C1', ts: '1.1' }))
    expect(await stale()).toEqual(['p1'])
    const rendered = await here.keep(({ posts }) => posts.version('p1'))
    await here.does(ben, ({ nudges }) => nudges.answer('n1', { kind: 'later', by: ben, until: '2026-12-01' }))
    await here.keep(({ posts }) => posts.freshened('p1', rendered))
    expect(await stale()).toEqual(['p1'])
    await here.keep(async ({ posts }) => posts.freshened('p1', await posts.version('p1')))
    expect(await stale()).toEqual([])
    await here.does(ana, ({ nudges }) => nudges.settle('n1', true))
    expect(await stale()).toEqual([])
    await here.does(ana, ({ nudges }) => nudges.settle('n1', false))
    expect(await stale()).toEqual(['p1'])
  })

  it('when somebody is taken out of the world, the posts about them are put right', async () => {
    const here = workspace()
    const frank = await withDigest(here)
    await here.keep(({ posts }) => posts.sent('p1', { channelId: 'C1', ts: '1.1' }))
    await here.does(ana, ({ people }) => people.remove(frank.id))
    await here.keep(async ({ posts, nudges }) => {
      expect((await posts.stale(5)).map(({ id }) => id)).toEqual(['p1'])
      expect(await posts.nudgesOf('p1')).toMatchObject([{ id: 'n1', moot: true }])
      expect(await nudges.get('n1')).toBeNull()
    })
  })

  it('knows whom a message in Slack brought up', async () => {
    const here = workspace()
    const [frank, hidden] = [await here.knows('Frank Ortiz'), await here.knows('Lily Chen', { home: secret })]
    await here.keep(async ({ posts }) => {
      await posts.plan(post('p1'), [draft('n1', frank.id), draft('n2', hidden.id)])
      await posts.sent('p1', { channelId: 'CCUSTOMERS', ts: '5.5' })
    })
    const postedAt = (userId: string, ts: string) =>
      here.read(userId, ({ nudges }) => nudges.postedAt('CCUSTOMERS', ts))
    expect(await postedAt(ana, '5.5')).toEqual([frank.id, hidden.id])
    expect(await postedAt(ben, '5.5')).toEqual([frank.id])
    expect(await postedAt(ana, '5.6')).toEqual([])
  })

  it('an act sees the unanswered nudges of a person with all that decides about them', async () => {
    const here = workspace()
    const frank = await withDigest(here)
    const role = here.role(frank, 'VP', 'Globex')
    const [news, settled] = [here.news(frank, role.id), here.news(frank, role.id, { on: '2026-11-01' })]
    await here.does(ana, async (s) => {
      await s.roles.add(role)
      await s.news.add(settled)
    })
    const contact = here.contact(frank, '2026-11-02', { home: teammateHome(ben), by: ben })
    await here.does(ben, ({ interactions }) => interactions.add(contact))
    await here.does(ana, ({ news: told }) => told.add(news))
    await here.keep(async ({ posts }) => {
      await posts.plan(post('p2', { place: secret }), [draft('n2', frank.id, [quiet], 4)])
      await posts.plan(post('p3', { on: '2026-11-18' }), [draft('n3', frank.id)])
      await posts.failed('p3', 'is_archived')
    })
    const unanswered = () => {
      const answers: unknown[] = []
      return here
        .does(ana, async ({ nudges }) => answers.push(await nudges.unanswered(frank.id)))
        .then(() => answers[0])
    }
    expect(await unanswered()).toMatchObject({
      nudges: [{ id: 'n2' }, { id: 'n1' }],
      dueOn: '2026-12-02',
      newsIds: [news.id],
      contacts: [{ interactionId: contact.id, on: '2026-11-02', seq: 3 }],
    })
    await here.does(ana, ({ nudges }) => nudges.answer('n1', { kind: 'not-needed', by: ana }))
    expect(await unanswered()).toMatchObject({ nudges: [{ id: 'n2' }], contacts: [] })
    await here.does(ana, ({ nudges }) => nudges.answer('n2', { kind: 'not-needed', by: ana }))
    expect(await unanswered()).toMatchObject({ nudges: [] })
  })
})

import { describe, expect, it } from 'vitest'
import type { Asker } from '../../src/app/asker.js'
import { anOffice, monday, type Office } from './office.js'
import { questions, theOutbox } from './outbox.js'
import { plans, promises } from './promised.js'

const tuesday = '2026-11-24T16:00:00.000Z'

describe('what is promised about somebody', () => {
  it('is raised once, by however many passes, in one entry', async () => {
    const office = await anOffice()
    const ana = await office.asker()
    const frank = await office.knows(ana)
    await promises(office, ana, frank, '2026-11-23', 'call')
    await promises(office, ana, frank, '2026-11-23', 'write')
    const passes = await Promise.all([plans(office), plans(office), plans(office)])
    expect(passes.flatMap(({ raised }) => raised)).toEqual([['channel:CUSTOMERS', 'call', 'write']])
    expect((await plans(office, tuesday)).raised).toEqual([])
  })

  it.each(['ALL', 'OTHERS'])(
    'in a channel that all may read is raised where the person lives: %s',
    async (id) => {
      const office = await anOffice()
      office.channel(id, {})
      const frank = await office.knows(await office.asker())
      await promises(office, await office.asker('UBEN', id), frank, '2026-11-23', 'call')
      expect((await plans(office)).raised).toEqual([['channel:CUSTOMERS', 'call']])
    },
  )

  it('is raised where it was typed while guests read where the person lives', async () => {
    const office = await anOffice()
    office.channel('OTHERS', {})
    const frank = await office.knows(await office.asker())
    await promises(office, await office.asker('UBEN', 'OTHERS'), frank, '2026-11-23', 'call')
    const hasGuests = async (id: string) => id === 'CUSTOMERS'
    const { raised } = await plans(office, monday, { ...office.directory, hasGuests })
    expect(raised).toEqual([['channel:OTHERS', 'call']])
  })

  it('where the bot cannot speak is told to the owner, or to whoever typed it there about others', async () => {
    const office = await anOffice()
    office.channel('ROOM', { kind: 'private' }, ['UANA', 'UBEN'])
    const frank = await office.knows(await office.asker())
    const ben = await office.asker('UBEN', 'ROOM')
    const susan = await office.knows(await office.asker('UANA', 'ROOM'), { name: 'Susan Bell' })
    await promises(office, ben, frank, '2026-11-23', 'a word with his boss')
    await promises(office, await office.asker('UANA', 'ROOM'), susan, '2026-11-23', 'call')
    office.channel('ROOM', { botIsIn: false }, ['UANA', 'UBEN'])
    const early = await plans(office, '2026-11-23T10:00:00.000Z')
    expect(early.raised).toEqual([])
    const { raised } = await plans(office)
    expect([...raised].sort()).toEqual([
      ['teammate:UANA', 'call'],
      ['teammate:UBEN', 'a word with his boss'],
    ])
  })

  it('where the bot cannot speak and all may read is told to its writer alone, if not where they live', async () => {
    const office = await anOffice()
    office.channel('LOBBY', { botIsIn: false })
    const [frank, susan] = [
      await office.knows(await office.asker()),
      await office.knows(await office.asker('UANA', null), { name: 'Susan Bell' }),
    ]
    await promises(office, await office.asker('UANA', null), susan, '2026-11-23', 'write')
    await promises(office, await office.asker('UBEN', 'LOBBY'), frank, '2026-11-23', 'call')
    const hasGuests = async (id: string) => id === 'CUSTOMERS'
    const { raised } = await plans(office, monday, { ...office.directory, hasGuests })
    expect([...raised].sort()).toEqual([
      ['teammate:UANA', 'write'],
      ['teammate:UBEN', 'call'],
    ])
  })

  it('in a DM is raised there alone, when all else is known to everybody', async () => {
    const office = await anOffice()
    const frank = await office.knows(await office.asker())
    await promises(office, await office.asker('UBEN', null), frank, '2026-11-24', 'a word with his boss')
    expect((await plans(office)).raised).toEqual([])
    expect((await plans(office, tuesday)).raised).toEqual([['teammate:UBEN', 'a word with his boss']])
    expect((await plans(office, '2026-11-25T16:00:00.000Z')).raised).toEqual([])
  })

  it('about somebody in a DM is never told to those who do not know them', async () => {
    const office = await anOffice()
    const frank = await office.knows(await office.asker('UANA', null))
    await promises(office, await office.asker(), frank, '2026-11-23', 'call')
    expect((await plans(office)).raised).toEqual([['teammate:UANA', 'call']])
  })

  it('waits for Slack to say who reads where the person lives', async () => {
    const office = await anOffice()
    const frank = await office.knows(await office.asker())
    await promises(office, await office.asker('UANA', null), frank, '2026-11-23', 'a word with his boss')
    office.down.add('CUSTOMERS')
    const { raised, leftOut } = await plans(office)
    expect([raised, leftOut]).toEqual([[], ['teammate:UANA']])
    office.down.clear()
    expect((await plans(office)).raised).toEqual([['teammate:UANA', 'a word with his boss']])
  })

  it('that the day has no room for comes the next morning', async () => {
    const office = await anOffice()
    const ana = await office.asker()
    for (const name of ['Liz Moss', 'Lily Chen', 'John Park', 'Kai Aoki', 'Omar Haddad', 'Susan Bell'])
      await promises(office, ana, await office.knows(ana, { name }), '2026-11-23', name)
    expect((await plans(office)).raised[0]).toHaveLength(6)
    expect((await plans(office, tuesday)).raised).toEqual([['channel:CUSTOMERS', 'Susan Bell']])
  })
})

it('reads what has a day once in a pass, however many places there are, and between the digests not at all', async () => {
  const office = await anOffice()
  for (const id of ['CUSTOMERS', 'QUIET', 'OTHERS']) {
    office.channel(id, id === 'QUIET' ? {} : { kind: 'public' })
    const asker = await office.asker('UANA', id)
    await promises(office, asker, await office.knows(asker, { name: `Frank ${id}` }), '2026-11-23', id)
  }
  let reads = 0
  const keep: Office['uow']['keep'] = (scope, work) =>
    office.uow.keep(scope, (stores) => {
      const posts = new Proxy(stores.posts, {
        get: (target, name) => {
          if (name === 'nearDays') reads++
          const found: unknown = Reflect.get(target, name)
          return typeof found === 'function' ? found.bind(target) : found
        },
      })
      return work({ ...stores, posts })
    })
  const counting = { ...office, uow: { ...office.uow, keep } }
  expect((await plans(counting)).raised).toHaveLength(3)
  expect(reads).toBe(1)
  expect((await plans(counting, '2026-11-23T17:00:00.000Z')).raised).toEqual([])
  expect(reads).toBe(1)
})

describe('the question of an entry', () => {
  it('is the one that the team wants to ask, as far as it may be told; the bank keeps its own', async () => {
    const office = await anOffice()
    const ana = await office.asker()
    const frank = await office.knows(ana)
    await promises(office, ana, frank, '2026-11-23', 'call')
    const wonders = async (asker: Asker, text: string) => {
      const { userId: by, at, today: on, place } = asker
      const draft = { kind: 'ask', by, at, place: place.home, personId: frank.id, cause: null } as const
      const scope = { workspaceId: 'T1', audience: asker.audience }
      await office.uow.act(scope, draft, async ({ openQuestions }) => {
        const told = { home: place.home, by, at, on, text, answered: null }
        await openQuestions.add({ id: office.newId(), personId: frank.id, ...told })
        return { ok: true, value: null }
      })
    }
    await wonders(await office.asker('UANA', 'QUIET'), 'is he leaving?')
    const outbox = theOutbox(office)
    const asked = async (now: string) => {
      const [post] = await outbox.plan({ now })
      await outbox.send(post?.postId ?? '', now)
      return outbox.said.at(-1)?.entries[0]?.question
    }
    expect(await asked(monday)).toBe(questions[0].text)
    await promises(office, ana, frank, '2026-11-24', 'write')
    await wonders(ana, 'what would his crew miss most?')
    expect(await asked(tuesday)).toBe('what would his crew miss most?')
    const nudges = await office.uow.read({ workspaceId: 'T1', audience: ana.audience }, (stores) =>
      stores.nudges.of(frank.id, 5),
    )
    expect(nudges.map(({ questionId }) => questionId)).toEqual([null, questions[0].id])
  })
})

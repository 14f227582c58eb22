import { expect, it } from 'vitest'
import type { Person } from '../../../src/domain/person.js'
import { draft, post, quiet } from './drafts.js'
import { knownOf, madeOne } from './made-one.js'
import { ana, ben, customers, onEachEngine, secret, today, type Workspace } from './workspace.js'

const page = { limit: 50, offset: 0 }

/** Two people with one of everything about the second, some of it private and Ben's. */
const twoOrtiz = async (here: Workspace) => {
  const frank = await here.knows('Frank Ortiz', { addresses: ['frank@acme.example'] })
  const francis = await here.knows('Francis Ortiz', {
    addresses: ['f@acme.example'],
    slackUserId: 'UFRANCIS',
    prefers: 'a call after 5',
  })
  const susan = await here.knows('Susan Bell')
  const contact = here.contact(francis, '2026-11-18', { text: 'about Ohio', by: ben })
  const words = here.note(francis, 'Ohio is flat', { kind: 'heard', by: ben, interactionId: contact.id })
  const own = here.note(francis, 'Ohio, for me alone', { home: secret })
  const role = here.role(francis, 'buyer', 'Acme')
  await here.does(ben, async (s) => {
    await s.interactions.add(contact)
    await s.notes.add(words)
    await s.marks.add(here.mark(francis, { kind: 'interaction', id: contact.id }, { by: ben }))
  })
  await here.does(ana, async (s) => {
    await s.notes.add(own)
    await s.roles.add(role)
    await s.news.add(here.news(francis, role.id))
    await s.commitments.add(here.promise(francis, 'send Ohio samples', { dueOn: '2026-12-01' }))
    await s.keyDates.add(here.keyDate(francis, 'Ohio day'))
    await s.openQuestions.add(here.question(francis, 'why Ohio?'))
    await s.ties.add(here.tie(francis, susan))
    await s.ties.add(here.tie(susan, francis, { kind: 'listens to' }))
  })
  return { frank, francis, susan, contact, words, own }
}

onEachEngine('merging', (workspace) => {
  it('moves all that is known, each with its home and author, and finds it with whoever stays', async () => {
    const here = workspace()
    const { frank, francis, susan, contact, words, own } = await twoOrtiz(here)
    await madeOne(here, frank, francis)
    const { all, found, called, named, at, marks } = await knownOf(here, frank, francis)
    const [one, gone] = all
    expect(gone).toMatchObject({ standing: null, notes: [], ties: [], roles: [], merges: [] })
    expect(one?.standing).toMatchObject({
      lastContactOn: '2026-11-18',
      person: {
        name: 'Frank Ortiz',
        addresses: ['frank@acme.example', 'f@acme.example'],
        slackUserId: 'UFRANCIS',
        prefers: 'a call after 5',
      },
    })
    expect(one?.contacts).toEqual([{ ...contact, personId: frank.id }])
    expect(one?.notes).toEqual(
      expect.arrayContaining([
        { ...own, personId: frank.id },
        { ...words, personId: frank.id },
      ]),
    )
    expect(
      [one?.roles, one?.news, one?.promises, one?.days, one?.questions].map((each) => each?.length),
    ).toEqual([1, 1, 1, 1, 1])
    expect(one?.ties.map(({ personId, otherId, kind }) => [personId, kind, otherId]).sort()).toEqual(
      [
        [frank.id, 'reports to', susan.id],
        [susan.id, 'listens to', frank.id],
      ].sort(),
    )
    expect(marks).toMatchObject([{ personId: frank.id, by: ben }])
    expect(found.map(({ person }) => person.name)).toEqual(found.map(() => 'Frank Ortiz'))
    expect(found).toHaveLength(6)
    expect(called.map(({ person, key }) => [key, person.name]).sort()).toEqual([
      ['UFRANCIS', 'Frank Ortiz'],
      ['f@acme.example', 'Frank Ortiz'],
      ['frank ortiz', 'Frank Ortiz'],
    ])
    expect(named).toEqual([])
    expect(at.map(({ name }) => name)).toEqual(['Frank Ortiz'])
    // What Ana keeps to herself stays so.
    const seen = await here.read(ben, ({ notes }) => notes.of(frank.id, page))
    expect(seen.map(({ text }) => text)).toEqual(['Ohio is flat'])
  })

  it('is undone to the letter, and done again', async () => {
    const here = workspace()
    const { frank, francis, susan } = await twoOrtiz(here)
    const before = await knownOf(here, frank, francis, susan)
    const { actId } = await madeOne(here, frank, francis)
    const merged = await knownOf(here, frank, francis, susan)
    expect(await here.takesBack(ana, actId)).toMatchObject({ kind: 'reversed' })
    expect(await knownOf(here, frank, francis, susan)).toEqual(before)
    await madeOne(here, frank, francis)
    const again = await knownOf(here, frank, francis, susan)
    expect({ ...again, all: again.all.map(({ merges: _, ...rest }) => rest) }).toEqual({
      ...merged,
      all: merged.all.map(({ merges: _, ...rest }) => rest),
    })
  })

  it('stays when somebody was merged further since; then that comes first', async () => {
    const here = workspace()
    const { frank, francis, susan } = await twoOrtiz(here)
    const { actId } = await madeOne(here, frank, francis)
    const further = await madeOne(here, susan, frank)
    expect(await here.takesBack(ana, actId)).toMatchObject({ kind: 'built-on', act: { id: further.actId } })
    await here.takesBack(ana, further.actId)
    expect(await here.takesBack(ana, actId)).toMatchObject({ kind: 'reversed' })
  })

  it('keeps a role that both hold once, and the news of it, where nobody loses sight of either', async () => {
    const here = workspace()
    const frank = await here.knows('Frank Ortiz')
    const francis = await here.knows('Francis Ortiz')
    const since = '2026-01-01'
    const mine = [
      here.role(frank, 'Buyer', 'ACME Inc.', { home: secret }),
      here.role(frank, 'member', 'Rotary', { sinceOn: since }),
    ]
    const theirs = [
      here.role(francis, 'buyer', 'Acme'),
      here.role(francis, 'member', 'Rotary', { home: secret }),
      here.role(francis, 'porter', 'Acme', { untilOn: since }),
    ]
    const news = here.news(francis, theirs[1]?.id ?? '', { beforeRoleId: theirs[1]?.id ?? '' })
    await here.does(ana, async (s) => {
      for (const role of [...mine, ...theirs]) await s.roles.add(role)
      await s.news.add(here.news(frank, mine[0]?.id ?? ''))
      await s.news.add(here.news(francis, theirs[0]?.id ?? ''))
      await s.news.add(news)
    })
    const before = await knownOf(here, frank, francis)
    const { merge } = await madeOne(here, frank, francis)
    const { all } = await knownOf(here, frank)
    expect(all[0]?.roles.map(({ id }) => id).sort()).toEqual(
      [theirs[0]?.id, mine[1]?.id, theirs[2]?.id].sort(),
    )
    expect(all[0]?.news.map(({ roleId, beforeRoleId }) => [roleId, beforeRoleId]).sort()).toEqual(
      [
        [mine[1]?.id, mine[1]?.id],
        [theirs[0]?.id, null],
      ].sort(),
    )
    await here.does(ana, ({ merges }) => merges.unmerge(merge.id, []))
    expect(await knownOf(here, frank, francis)).toEqual(before)
  })

  it('drops a tie between the two, and of two that say the same the narrower', async () => {
    const here = workspace()
    const frank = await here.knows('Frank Ortiz')
    const francis = await here.knows('Francis Ortiz')
    const susan = await here.knows('Susan Bell')
    const wide = here.tie(susan, francis, { kind: 'married to' })
    const same = here.tie(francis, susan, { kind: 'works with', by: ben })
    await here.does(ana, async ({ ties }) => {
      await ties.add(here.tie(frank, francis, { kind: 'works with' }))
      await ties.add(here.tie(frank, susan, { kind: 'married to', home: secret }))
      await ties.add(wide)
      await ties.add(here.tie(frank, susan, { kind: 'works with' }))
      await ties.add(same)
      await ties.add(here.tie(frank, susan))
      await ties.add(here.tie(susan, francis))
    })
    const before = await knownOf(here, frank, francis, susan)
    const { merge, actId } = await madeOne(here, frank, francis)
    const seen = await here.read(ana, ({ ties }) => ties.of(frank.id, page))
    expect(seen.map(({ kind, personId }) => [kind, personId === frank.id]).sort()).toEqual([
      ['married to', false],
      ['reports to', false],
      ['reports to', true],
      ['works with', true],
    ])
    await here.does(ana, ({ merges }) => merges.unmerge(merge.id, []))
    expect(await knownOf(here, frank, francis, susan)).toEqual(before)
    expect(await here.takesBack(ana, actId)).toMatchObject({ kind: 'built-on' })
  })

  it('settles what is open about the one who goes, and goes on from what was answered', async () => {
    const here = workspace()
    const frank = await here.knows('Frank Ortiz')
    const francis: Person = await here.knows('Francis Ortiz', { firstDueOn: today })
    const promise = here.promise(francis, 'send it', { dueOn: today })
    await here.does(ana, ({ commitments }) => commitments.add(promise))
    const raised = { kind: 'promise', occasion: `${promise.id} ${today}` } as const
    await here.keep(async ({ posts }) => {
      await posts.plan(post('p1', { on: '2026-11-18' }), [draft('n1', francis.id)])
      await posts.plan(post('p2'), [draft('n2', francis.id, [quiet, raised])])
    })
    await here.does(ana, ({ nudges }) => nudges.answer('n1', { kind: 'not-needed', by: ana }))
    const { merge, actId } = await madeOne(here, frank, francis)
    await here.does(ana, async ({ nudges }) => {
      const { nudges: open, commitments } = await nudges.unanswered(francis.id)
      expect({ open: open.map(({ moot }) => moot), commitments }).toEqual({ open: [true], commitments: [] })
    })
    expect((await here.read(ana, ({ nudges }) => nudges.of(frank.id, 9))).map(({ id }) => id)).toEqual(['n1'])
    // The same was not said twice: it counts as said about whoever stays.
    const again = await here.keep(({ posts }) =>
      posts.plan(post('p3', { on: '2026-11-18' }), [draft('n3', frank.id)]),
    )
    expect(again).toEqual([])
    await here.takesBack(ana, actId)
    expect((await here.read(ana, ({ nudges }) => nudges.of(frank.id, 9))).length).toBe(0)
    expect(merge.home).toBe(customers)
  })

  it('knows who may be whom by address, by Slack user, and by name at one company', async () => {
    const here = workspace()
    const frank = await here.knows('Frank Ortiz', { addresses: ['f@acme.example'] })
    const francis = await here.knows('Francis Ortiz', { addresses: ['F@acme.example'], ownerId: ben })
    const linked = await here.knows('F. Ortiz', { slackUserId: 'UF' })
    const also = await here.knows('Ortiz', { slackUserId: 'UF' })
    const other = await here.knows('Frank Ortiz')
    const hidden = await here.knows('Frank Ortiz', { home: secret, addresses: ['f@acme.example'] })
    await here.does(ana, async ({ roles }) => {
      await roles.add(here.role(frank, 'buyer', 'Acme Inc.'))
      await roles.add(here.role(other, 'porter', 'Acme'))
      await roles.add(here.role(francis, 'buyer', 'Acme'))
      await roles.add(here.role(also, 'buyer', 'Acme', { untilOn: today }))
    })
    const pairs = (userId: string, among: Parameters<typeof alike>[1]) => alike(userId, among)
    const alike = (userId: string, among: { ownerId: string } | { personId: string } | 'all') =>
      here.read(userId, async ({ merges }) =>
        (await merges.alike(among, 20)).map(({ personId, otherId, because }) =>
          [because.kind, ...[personId, otherId].sort()].join(' '),
        ),
      )
    const said = (kind: string, ...people: readonly Person[]) =>
      [kind, ...people.map(({ id }) => id).sort()].join(' ')
    const forBen = [
      said('slack', linked, also),
      said('address', frank, francis),
      said('name-and-company', frank, other),
    ]
    expect((await pairs(ben, 'all')).sort()).toEqual([...forBen].sort())
    expect((await pairs(ana, 'all')).sort()).toEqual(
      [...forBen, said('address', frank, hidden), said('address', francis, hidden)].sort(),
    )
    expect(await pairs(ben, { ownerId: ben })).toEqual([said('address', frank, francis)])
    expect(await pairs(ben, { personId: other.id })).toEqual([said('name-and-company', frank, other)])
    expect((await here.read(ana, ({ merges }) => merges.alike('all', 2))).length).toBe(2)
  })
})

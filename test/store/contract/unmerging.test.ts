import { expect, it } from 'vitest'
import type { CameSince } from '../../../src/app/ports.js'
import { channelHome } from '../../../src/domain/audience.js'
import type { Person } from '../../../src/domain/person.js'
import { knownOf, madeOne } from './made-one.js'
import { ana, ben, customers, onEachEngine, secret, today, type Workspace } from './workspace.js'

const page = { limit: 50, offset: 0 }
const notesOf = async (here: Workspace, person: Person): Promise<string[]> =>
  (await here.readAll(({ notes }) => notes.of(person.id, page))).map(({ text }) => text).sort()
const noted = async (here: Workspace, person: Person, text: string, given: { home?: typeof secret } = {}) => {
  const note = here.note(person, text, given)
  await here.does(ana, ({ notes }) => notes.add(note))
  return note
}
const apart = (here: Workspace, mergeId: string, toSecond: readonly CameSince[] = []) =>
  here.does(ana, ({ merges }) => merges.unmerge(mergeId, toSecond), { kind: 'unmerge' })
const since = (here: Workspace, userId: string, mergeId: string) =>
  here.read(userId, ({ merges }) => merges.since(mergeId))

onEachEngine('unmerging', (workspace) => {
  it('gives both back as they were, and the first keeps what came since', async () => {
    const here = workspace()
    const frank = await here.knows('Frank Ortiz', { addresses: ['frank@acme.example'] })
    const francis = await here.knows('Francis Ortiz', { addresses: ['f@acme.example'], slackUserId: 'UF' })
    await noted(here, frank, 'Ohio')
    await noted(here, francis, 'Ohio too', { home: secret })
    const before = await knownOf(here, frank, francis)
    const { merge } = await madeOne(here, frank, francis)
    expect(await here.read(ana, ({ merges }) => merges.of(frank.id))).toEqual([{ ...merge, second: francis }])
    await noted(here, frank, 'since')
    const actId = await apart(here, merge.id)
    expect(await notesOf(here, frank)).toEqual(['Ohio', 'since'])
    await here.does(ana, async ({ notes, merges }) => {
      const [last] = await notes.of(frank.id, { limit: 9, offset: 0 })
      expect(await merges.of(frank.id)).toEqual([])
      for (const note of await notes.of(frank.id, page))
        if (note.text === 'since') await notes.remove(note.id)
      expect(last).toBeDefined()
    })
    expect(await knownOf(here, frank, francis)).toEqual(before)
    expect(await here.takesBack(ana, actId)).toMatchObject({ kind: 'reversed' })
    expect(await here.read(ana, ({ merges }) => merges.of(frank.id))).toEqual([{ ...merge, second: francis }])
    expect(await notesOf(here, frank)).toEqual(['Ohio', 'Ohio too'])
  })

  it('says what came since, as far as the asker sees it, and gives the second what is theirs', async () => {
    const here = workspace()
    const frank = await here.knows('Frank Ortiz')
    const francis = await here.knows('Francis Ortiz')
    const susan = await here.knows('Susan Bell')
    await noted(here, francis, 'before')
    const { merge } = await madeOne(here, frank, francis)
    const contact = here.contact(frank, today)
    const words = here.note(frank, 'his words', { interactionId: contact.id, kind: 'heard' })
    const role = here.role(frank, 'buyer', 'Acme')
    const tie = here.tie(susan, frank)
    const own = here.note(frank, 'secret', { home: secret })
    await here.does(ana, async (s) => {
      await s.interactions.add(contact)
      await s.notes.add(words)
      await s.marks.add(here.mark(frank, { kind: 'interaction', id: contact.id }))
      await s.roles.add(role)
      await s.news.add(here.news(frank, role.id))
      await s.ties.add(tie)
    })
    await here.does(ana, ({ notes }) => notes.add(own))
    const known = [
      { kind: 'interaction', id: contact.id },
      { kind: 'role', id: role.id },
      { kind: 'tie', id: tie.id },
    ] as const
    const byKind = (refs: readonly CameSince[]) => [...refs].sort((a, b) => (a.kind < b.kind ? -1 : 1))
    expect(byKind(await since(here, ben, merge.id))).toEqual(known)
    expect((await since(here, ana, merge.id))[0]).toEqual({ kind: 'note', id: own.id })
    // What is not among it is given to nobody.
    const other = await noted(here, susan, 'about Susan')
    await apart(here, merge.id, [...known, { kind: 'note', id: other.id }, { kind: 'date', id: 'x' }])
    const { all, marks } = await knownOf(here, frank, francis)
    expect(all[0]).toMatchObject({ contacts: [], roles: [], news: [], ties: [] })
    expect(all[0]?.notes.map(({ text }) => text)).toEqual(['secret'])
    expect(all[1]).toMatchObject({
      contacts: [{ id: contact.id }],
      roles: [{ id: role.id }],
      news: [{ roleId: role.id }],
      ties: [{ id: tie.id, otherId: francis.id }],
      standing: { lastContactOn: today },
    })
    expect(marks).toMatchObject([{ personId: francis.id }])
    expect(await notesOf(here, francis)).toEqual(['before', 'his words'])
    expect(await notesOf(here, susan)).toEqual(['about Susan'])
  })

  it('leaves what was changed or removed since as it is by then', async () => {
    const here = workspace()
    const frank = await here.knows('Frank Ortiz', { addresses: ['one@acme.example'] })
    const francis = await here.knows('Francis Ortiz', { addresses: ['two@acme.example'], prefers: 'text' })
    const [gone, changed] = [await noted(here, francis, 'gone'), await noted(here, francis, 'to change')]
    const { merge } = await madeOne(here, frank, francis)
    await here.does(ben, async ({ notes, people }) => {
      await notes.remove(gone.id)
      await notes.change(changed.id, { text: 'changed' })
      const addresses = ['one@acme.example', 'two@acme.example', 'three@acme.example']
      await people.change(frank.id, { prefers: 'calls', addresses })
    })
    await apart(here, merge.id)
    expect(await notesOf(here, francis)).toEqual(['changed'])
    expect(await here.readAll(({ people }) => people.get(frank.id))).toMatchObject({
      prefers: 'calls',
      addresses: ['one@acme.example', 'three@acme.example'],
    })
    expect(await here.readAll(({ people }) => people.get(francis.id))).toEqual(francis)
  })

  it('takes one of several out again, whatever order they came in', async () => {
    const here = workspace()
    const [a, b, c] = [await here.knows('Ann'), await here.knows('Bea'), await here.knows('Cleo')]
    for (const person of [a, b, c]) await noted(here, person, `about ${person.name}`)
    const withB = await madeOne(here, a, b)
    await noted(here, a, 'since B')
    await noted(here, c, 'about Cleo, later')
    const withC = await madeOne(here, a, c)
    const last = await noted(here, a, 'since C')
    const texts = async (mergeId: string) => {
      const refs = await since(here, ana, mergeId)
      return (await here.readAll(async ({ notes }) => Promise.all(refs.map(({ id }) => notes.get(id))))).map(
        (note) => note?.text,
      )
    }
    expect(await texts(withB.merge.id)).toEqual(['since C', 'since B'])
    expect(await texts(withC.merge.id)).toEqual(['since C'])
    await apart(here, withB.merge.id, [{ kind: 'note', id: last.id }])
    expect(await notesOf(here, b)).toEqual(['about Bea', 'since C'])
    expect(await notesOf(here, a)).toEqual(['about Ann', 'about Cleo', 'about Cleo, later', 'since B'])
    await apart(here, withC.merge.id)
    expect(await notesOf(here, c)).toEqual(['about Cleo', 'about Cleo, later'])
    expect(await notesOf(here, a)).toEqual(['about Ann', 'since B'])
  })

  it.each(['the inner first', 'the outer first'])('takes a chain apart, %s', async (order) => {
    const here = workspace()
    const a = await here.knows('Ann', { addresses: ['a@x.example'] })
    const b = await here.knows('Bea', { addresses: ['b@x.example'], slackUserId: 'UB' })
    const c = await here.knows('Cleo', { addresses: ['c@x.example'] })
    const susan = await here.knows('Susan Bell')
    for (const person of [a, b, c]) await noted(here, person, `about ${person.name}`)
    await here.does(ana, async ({ ties, roles }) => {
      for (const person of [a, b, c]) await ties.add(here.tie(person, susan))
      for (const person of [a, b]) await roles.add(here.role(person, 'buyer', 'Acme'))
    })
    const before = await knownOf(here, a, b, c, susan)
    const inner = await madeOne(here, a, b)
    const own = await noted(here, a, 'since B')
    await noted(here, c, 'Cleo, meanwhile')
    const outer = await madeOne(here, c, a)
    await noted(here, c, 'since A')
    expect((await here.readAll(({ people }) => people.get(c.id)))?.addresses).toHaveLength(3)
    expect((await here.readAll(({ merges }) => merges.of(c.id))).map(({ id }) => id)).toEqual([
      outer.merge.id,
      inner.merge.id,
    ])
    expect((await since(here, ana, inner.merge.id)).map(({ id }) => id)).toContain(own.id)
    expect(await since(here, ana, inner.merge.id)).toHaveLength(2)
    expect(await since(here, ana, outer.merge.id)).toHaveLength(1)
    const merges = [inner.merge.id, outer.merge.id]
    for (const id of order === 'the inner first' ? merges : merges.reverse()) await apart(here, id)
    expect(await notesOf(here, a)).toEqual(['about Ann', 'since B'])
    expect(await notesOf(here, b)).toEqual(['about Bea'])
    expect(await notesOf(here, c)).toEqual(['Cleo, meanwhile', 'about Cleo', 'since A'])
    const after = await knownOf(here, a, b, c, susan)
    const beside = (known: typeof after) => known.all.map(({ notes: _, ...rest }) => rest)
    expect(beside(after)).toEqual(beside(before))
  })

  it('knows who was merged by name, and tells it to nobody who could not see them', async () => {
    const here = workspace()
    const frank = await here.knows('Frank Ortiz')
    const francis = await here.knows('Francis Örtiz', { home: secret })
    const { merge } = await madeOne(here, frank, francis)
    const read = (userId: string) =>
      here.read(userId, async ({ merges }) => [
        [...(await merges.named('francis ortiz')), ...(await merges.named('fran'))],
        (await merges.of(frank.id)).map(({ second }) => second.name),
        await merges.get(merge.id),
        await merges.since(merge.id),
      ])
    expect(await read(ana)).toEqual([[frank.id], ['Francis Örtiz'], { ...merge, second: francis }, []])
    expect(await read(ben)).toEqual([[], [], null, []])
  })

  it('puts people back into a channel that Slack gave another id meanwhile', async () => {
    const here = workspace()
    const moved = channelHome('CMOVED')
    const frank = await here.knows('Frank Ortiz')
    const francis = await here.knows('Francis Ortiz', { home: secret })
    await noted(here, francis, 'typed among all')
    const { merge } = await madeOne(here, frank, francis)
    expect((await here.readAll(({ notes }) => notes.of(frank.id, page)))[0]?.home).toBe(secret)
    await here.keep(async ({ places }) => {
      await places.know(secret, 'UTC')
      await places.moved(secret, moved)
    })
    const outcome = await here.store.uow.act(
      { workspaceId: here.id, audience: 'everything' },
      { kind: 'unmerge', by: ana, at: francis.introducedAt, place: customers, personId: null, cause: null },
      async ({ merges }) => {
        await merges.unmerge(merge.id, [])
        return { ok: true, value: null }
      },
    )
    expect(outcome.ok).toBe(true)
    const [note] = await here.readAll(({ notes }) => notes.of(francis.id, page))
    expect(note?.home).toBe(customers)
    expect((await here.readAll(({ people }) => people.get(francis.id)))?.home).toBe(moved)
  })
})

import { describe, expect, it } from 'vitest'
import {
  actsThatStand,
  everything,
  frankInPosts,
  frankKnownByAll,
  susanTellsOfFrank,
  traces,
  tracesIn,
} from './known-by-all.js'
import { ana, at, ben, customers, onEachEngine, secret, today } from './workspace.js'

onEachEngine('forgetting', (workspace, _engine, database) => {
  const forgets = (personId: string) =>
    workspace().does(ana, ({ forgetting }) => forgetting.person(personId), { kind: 'forget' })

  it('leaves nothing of them in any table, and says how much went', async () => {
    const here = workspace()
    const { frank, susan } = await frankKnownByAll(here)
    await susanTellsOfFrank(here, susan)
    await frankInPosts(here, frank.id, susan.id)
    await here.keep(async ({ desk, told }) => {
      const draft = { userId: ben, expiresAt: '2026-11-21T15:00:00.000Z' }
      await desk.putDraft({
        ...draft,
        id: 'd1',
        text: `{"who":"frank","tail":"the zeppelin","people":["x","${frank.id}"]}`,
      })
      await desk.putDraft({ ...draft, id: 'd2', text: '{"name":"Frank Ortiz","title":"of quokkas"}' })
      await desk.putDraft({ ...draft, id: 'd3', text: '{"who":"susan"}' })
      await told.record({ kind: 'file', channelId: 'DANA', ref: 'F1' }, { personIds: [frank.id], words: [] })
    })
    expect(tracesIn(await everything(database().url, here))).toEqual([...traces])
    const gone = await here.keep(({ forgetting }) => forgetting.person(frank.id))
    expect(gone).toEqual({
      people: 1,
      notes: 1,
      contacts: 1,
      commitments: 1,
      dates: 1,
      questions: 1,
      ties: 1,
      roles: 1,
      said: 0,
      nudges: 10,
      mentions: 5,
    })
    const left = await everything(database().url, here)
    expect(tracesIn(left)).toEqual([])
    expect(left).not.toContain(frank.id)
    expect(await here.keep(({ desk }) => desk.draft('d3', ben, at))).toBe('{"who":"susan"}')
    expect(await here.keep(({ told }) => told.retractions(at, 5))).toEqual([
      { kind: 'file', channelId: 'DANA', ref: 'F1' },
    ])
  })

  it('lets nobody send what they composed before', async () => {
    const here = workspace()
    const { frank, susan } = await frankKnownByAll(here)
    await frankInPosts(here, frank.id, susan.id)
    await forgets(frank.id)
    await here.keep(async ({ posts }) => {
      for (const who of ['alone', 'both'])
        expect(await posts.attempting(`claimed-${who}`, at, 'a')).toBe(false)
      // What was on its way arrives: it stands there, and is known to be wrong.
      await posts.sent('trying-alone', { channelId: 'CCUSTOMERS', ts: '9.1' })
      await posts.sent('trying-both', { channelId: 'CCUSTOMERS', ts: '9.2' })
      const stale = (await posts.stale(99)).map(({ id }) => id)
      expect(stale.sort()).toEqual(['sent-alone', 'sent-both', 'trying-alone', 'trying-both'])
      const waiting = (await posts.unfinished()).filter(({ notice }) => notice === null)
      expect(waiting.map(({ id, state }) => `${id} ${state}`).sort()).toEqual([
        'claimed-both planned',
        'failed-alone uncertain',
        'failed-both uncertain',
        'planned-both planned',
      ])
    })
  })

  it('a second time finds nobody and does no harm', async () => {
    const { frank } = await frankKnownByAll(workspace())
    await forgets(frank.id)
    const again = await workspace().keep(({ forgetting }) => forgetting.person(frank.id))
    expect(new Set(Object.values(again))).toEqual(new Set([0]))
  })

  describe('others', () => {
    it('keep their entries, without the name, in homes that nobody here sees too, found by their other words', async () => {
      const here = workspace()
      const { frank, susan } = await frankKnownByAll(here)
      const { lunch, hidden, role, promise } = await susanTellsOfFrank(here, susan)
      await forgets(frank.id)
      await here.read(ana, async ({ notes, roles, commitments, people, search, companies }) => {
        expect((await notes.get(lunch.id))?.text).toBe('a long lunch with [forgotten] and frank talk')
        expect((await notes.get(hidden.id))?.text).toBe('[forgotten] called; write to [forgotten].')
        expect(await roles.get(role.id)).toMatchObject({
          title: 'aide to [forgotten]',
          company: '[forgotten] & Sons',
        })
        expect((await companies.beginning('[forgotten]', 5)).map(({ name }) => name)).toEqual([
          '[forgotten] & Sons',
        ])
        expect((await commitments.get(promise.id))?.text).toBe('ask [forgotten] about it')
        expect((await people.get(susan.id))?.prefers).toBe('through [forgotten]')
        const page = { limit: 9, offset: 0 }
        expect((await search.entries(['long', 'lunch'], page)).map(({ id }) => id)).toEqual([lunch.id])
        expect(await search.entries(['ortiz'], page)).toEqual([])
      })
    })

    it('of the same name keep it, and so do entries about them', async () => {
      const here = workspace()
      const { frank } = await frankKnownByAll(here)
      const other = await here.knows('Frank Ortiz', { home: secret })
      const note = here.note(other, 'Frank Ortiz of Globex')
      await here.does(ana, ({ notes }) => notes.add(note))
      await forgets(frank.id)
      await here.read(ana, async ({ people, notes }) => {
        expect((await people.get(other.id))?.name).toBe('Frank Ortiz')
        expect((await notes.get(note.id))?.text).toBe('Frank Ortiz of Globex')
        const called = await people.called(['frank ortiz'])
        expect(called.map(({ person }) => person.id)).toEqual([other.id])
      })
    })

    it('are not touched in another workspace', async () => {
      const here = workspace()
      const there = here.another()
      const { frank } = await frankKnownByAll(here)
      const namesake = await there.knows('Frank Ortiz')
      await forgets(frank.id)
      expect(await there.read(ana, ({ people }) => people.get(namesake.id))).not.toBeNull()
    })
  })

  describe('the journal', () => {
    it('takes back what was done to others, as it reads now', async () => {
      const here = workspace()
      const { frank, susan } = await frankKnownByAll(here)
      const { lunch, edited } = await susanTellsOfFrank(here, susan)
      await forgets(frank.id)
      expect((await here.takesBack(ben, edited)).kind).toBe('reversed')
      expect((await here.read(ana, ({ notes }) => notes.get(lunch.id)))?.text).toBe(
        'lunch with [forgotten]’s sister',
      )
    })

    it('brings nobody back by any act, whoever takes it back', async () => {
      const here = workspace()
      const { frank, susan } = await frankKnownByAll(here)
      await susanTellsOfFrank(here, susan)
      await forgets(frank.id)
      const acts = await actsThatStand(database().url, here)
      expect(acts.length).toBeGreaterThan(10)
      for (const { id, written_by: by } of acts) await here.takesBack(by, id)
      expect(tracesIn(await everything(database().url, here))).toEqual([])
    })

    it('knows the forgetting itself as the last act, about nobody', async () => {
      const here = workspace()
      const { frank } = await frankKnownByAll(here)
      await forgets(frank.id)
      expect(await here.read(ana, ({ journal }) => journal.lastBy(ana))).toMatchObject({
        kind: 'forget',
        personId: null,
      })
    })

    it('does not carry out again what Slack repeats', async () => {
      const here = workspace()
      const frank = here.person('Frank Ortiz')
      await here.does(ana, ({ people }) => people.add(frank), {
        kind: 'add',
        personId: frank.id,
        cause: 'Ev1',
      })
      await forgets(frank.id)
      const again = await here.tries(ana, { kind: 'add', cause: 'Ev1' }, async () => {
        throw new Error('carried out again')
      })
      expect(again).toMatchObject({ ok: false, why: { reason: 'repeated' } })
    })
  })

  it('knows them again by address, and asks about a name, without knowing either', async () => {
    const here = workspace()
    const { frank } = await frankKnownByAll(here)
    const knows = (name: string, addresses: readonly string[] = [], slackUserId: string | null = null) =>
      here.read(ben, ({ tombstones }) => tombstones.knows({ name, addresses, slackUserId }))
    expect(await knows('Frank Ortiz', ['frank@acme.example'])).toBeNull()
    await forgets(frank.id)
    expect(await knows('F. O.', ['other@acme.example', 'FRANK@acme.example'])).toBe('address')
    expect(await knows('F. O.', [], 'UFRANK01')).toBe('address')
    expect(await knows('frank  órtiz', ['other@acme.example'])).toBe('name')
    expect(await knows('Frank Orozco')).toBe('name')
    expect(await knows('Susan Bell', ['susan@acme.example'])).toBeNull()
    expect(
      await here
        .another()
        .read(ben, ({ tombstones }) =>
          tombstones.knows({ name: 'Frank Ortiz', addresses: [], slackUserId: null }),
        ),
    ).toBeNull()
  })

  it('by an address takes everybody who has it, in every home, and the address out of what is written', async () => {
    const here = workspace()
    const { frank, susan } = await frankKnownByAll(here)
    const twin = await here.knows('F. Ortiz', {
      by: ben,
      home: secret,
      addresses: ['https://acme.example/F/', 'Frank@ACME.example'],
    })
    const note = here.note(susan, 'bills go to frank@acme.example, not to jo.frank@acme.example')
    await here.does(ana, ({ notes }) => notes.add(note))
    const gone = await here.keep(({ forgetting }) => forgetting.address('FRANK@acme.example'))
    expect(gone).toMatchObject({ people: 2, notes: 1 })
    const names = await here.readAll(({ people }) => people.names([frank.id, twin.id, susan.id]))
    expect(names.map(({ id }) => id)).toEqual([susan.id])
    expect((await here.read(ana, ({ notes }) => notes.get(note.id)))?.text).toBe(
      'bills go to [forgotten], not to jo.frank@acme.example',
    )
    const nobody = await here.keep(({ forgetting }) => forgetting.address('nobody@acme.example'))
    expect(nobody).toMatchObject({ people: 0, mentions: 0 })
  })

  it('waits its turn behind an act that goes on about them, and that act then finds nobody', async () => {
    const here = workspace()
    const { frank } = await frankKnownByAll(here)
    const other = await database().open()
    const late = other.uow.act(
      here.scope(ben),
      { kind: 'note', by: ben, at, place: customers, personId: frank.id, cause: null },
      async ({ people, notes }) => {
        if ((await people.get(frank.id)) !== null) await notes.add(here.note(frank, 'the last quokka'))
        return { ok: true, value: today }
      },
    )
    await Promise.all([late, forgets(frank.id)])
    await forgets(frank.id)
    expect(tracesIn(await everything(database().url, here))).toEqual([])
  })
})

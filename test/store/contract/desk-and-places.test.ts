import { expect, it } from 'vitest'
import type { Home } from '../../../src/domain/audience.js'
import { ana, ben, customers, onEachEngine, secret } from './workspace.js'

const now = '2026-11-20T15:00:00.000Z'
const later = '2026-11-20T16:00:00.000Z'

onEachEngine('places', (workspace) => {
  it('a place is known from its first use, with the standard settings and the zone of whoever came first', async () => {
    const here = workspace()
    const standard = {
      home: customers,
      zone: 'America/Chicago',
      digestHour: 9,
      days: [1, 2, 3, 4, 5],
      fromHour: 9,
      toHour: 17,
      cap: 5,
      rhythm: { every: 30, unit: 'day' },
      zoneUntold: false,
      zoneSet: false,
      holidays: [],
      reactions: {},
      week: false,
      mindful: false,
      mirror: false,
      postable: true,
    }
    expect(await here.read(ana, ({ places }) => places.get(customers))).toBeNull()
    const known: unknown[] = []
    await here.does(ana, async ({ places }) => known.push(await places.know(customers, 'America/Chicago')))
    await here.does(ben, async ({ places }) => known.push(await places.know(customers, 'Asia/Tokyo')))
    expect(known).toEqual([standard, standard])
    expect(await here.read(ana, ({ places }) => places.get(customers))).toEqual(standard)
  })

  it('without a zone it is UTC, and nobody has been told', async () => {
    const here = workspace()
    await here.keep(({ places }) => places.know(secret, null))
    expect(await here.readAll(({ places }) => places.get(secret))).toMatchObject({
      zone: 'UTC',
      zoneUntold: true,
      zoneSet: false,
      holidays: [],
      reactions: {},
    })
  })

  it('can be set otherwise, one thing at a time', async () => {
    const here = workspace()
    await here.keep(async ({ places }) => {
      await places.know(customers, 'UTC')
      await places.know(secret, 'UTC')
      await places.change(customers, { digestHour: 8, days: [1, 2], postable: false, rhythm: 'never' })
      expect(await places.get(customers)).toMatchObject({
        digestHour: 8,
        days: [1, 2],
        cap: 5,
        rhythm: 'never',
      })
      expect((await places.all()).map(({ home, postable }) => [home, postable])).toEqual([
        [customers, false],
        [secret, true],
      ])
    })
    await expect(here.keep(({ places }) => places.change('channel:CNONE', { cap: 1 }))).rejects.toThrow(
      'CNONE',
    )
  })

  it('who is in a private one is kept as Slack said last, and goes along when it has another id', async () => {
    const here = workspace()
    const [den, moved] = ['channel:C_DEN', 'channel:C_MOVED'] as const
    const last = async (...homes: Home[]) =>
      Object.fromEntries(await here.readAll(({ places }) => places.lastMembers(homes)))
    expect(await last(secret, den)).toEqual({})
    for (const members of [[ana, ben], [ben]])
      await here.keep(({ places }) => places.membersAre(den, new Set(members)))
    await here.keep(({ places }) => places.membersAre(secret, new Set([ana])))
    expect(await last(secret, den, moved)).toEqual({ [secret]: new Set([ana]), [den]: new Set([ben]) })
    await here.keep(({ places }) => places.moved(den, moved))
    expect(await last(den, moved)).toEqual({ [moved]: new Set([ben]) })
    // What was said under the new id stands.
    await here.keep(({ places }) => places.moved(secret, moved))
    expect(await last(secret, moved)).toEqual({ [moved]: new Set([ben]) })
  })

  it('the bot speaks in those where somebody lives, as far as it was last let in', async () => {
    const here = workspace()
    const homes: Home[] = ['channel:C1', 'channel:C2', 'channel:C3', 'channel:C4', 'teammate:U1']
    for (const home of homes) {
      await here.keep(({ places }) => places.know(home, 'UTC'))
      if (home !== 'channel:C2') await here.knows(`Frank ${home}`, { home })
    }
    await here.keep(({ places }) => places.change('channel:C3', { postable: false }))
    const spokenIn = (after: Home | null, limit: number) =>
      here.readAll(({ places }) => places.spokenIn(after, limit))
    expect(await spokenIn(null, 9)).toEqual(['channel:C1', 'channel:C4'])
    expect(await spokenIn(null, 1)).toEqual(['channel:C1'])
    expect(await spokenIn('channel:C1', 9)).toEqual(['channel:C4'])
  })

  it('all places are known to whoever asks: which of them may be seen is found out by them', async () => {
    const here = workspace()
    await here.keep(({ places }) => places.know(secret, 'UTC'))
    const nobody = { workspaceId: here.id, audience: { userId: null, homes: [], authoredHomes: [] } }
    expect(await here.store.uow.read(nobody, ({ places }) => places.all())).toHaveLength(1)
  })
})

onEachEngine('the desk', (workspace) => {
  it('keeps a draft for the teammate who typed it, until it expires', async () => {
    const here = workspace()
    await here.keep(({ desk }) =>
      desk.putDraft({ id: 'd1', userId: ana, text: 'note frank hi', expiresAt: later }),
    )
    const draft = (id: string, userId: string, at: string) =>
      here.read(userId, ({ desk }) => desk.draft(id, userId, at))
    expect(await draft('d1', ana, now)).toBe('note frank hi')
    expect(await draft('d1', ben, now)).toBeNull()
    expect(await draft('d1', ana, later)).toBeNull()
    expect(await draft('d2', ana, now)).toBeNull()
  })

  it('finds drafts by the beginning of their ids, and keeps the newest under one id, for its owner alone', async () => {
    const here = workspace()
    await here.keep(async ({ desk }) => {
      for (const [id, text] of [
        ['import-2', 'b'],
        ['import-1', 'a'],
        ['import-1', 'a, later'],
        ['other', 'c'],
      ] as const)
        await desk.putDraft({ id, userId: ana, text, expiresAt: later })
      await desk.putDraft({ id: 'import-1', userId: ben, text: 'not his', expiresAt: later })
    })
    const named = (at: string) => here.readAll(({ desk }) => desk.draftsNamed('import-', at))
    expect(await named(now)).toEqual([
      { id: 'import-1', text: 'a, later' },
      { id: 'import-2', text: 'b' },
    ])
    expect(await named(later)).toEqual([])
  })

  it('knows the newest state of a reaction, in whatever order Slack tells of it', async () => {
    const here = workspace()
    const turned = (eventTs: string, on: boolean) =>
      here.keep(({ desk }) => desk.reactionTurned({ key: 'C1 1.0 U1 ear', eventTs, on }))
    expect(await turned('1790000000.000200', true)).toBe(true)
    expect(await turned('1790000000.000200', true)).toBe(false)
    expect(await turned('1790000000.000100', false)).toBe(false)
    expect(await turned('1790000000.000300', false)).toBe(true)
    const stands = (eventTs: string) =>
      here.readAll(({ desk }) => desk.reactionStands('C1 1.0 U1 ear', eventTs))
    expect(await stands('1790000000.000300')).toBe(false)
    await turned('1790000000.000400', true)
    expect(await stands('1790000000.000400')).toBe(true)
    expect(await stands('1790000000.000200')).toBe(false)
  })

  it('is swept of what has expired', async () => {
    const here = workspace()
    await here.keep(async ({ desk }) => {
      await desk.putDraft({ id: 'old', userId: ana, text: 'x', expiresAt: now })
      await desk.putDraft({ id: 'new', userId: ana, text: 'y', expiresAt: later })
      await desk.reactionTurned({ key: 'old', eventTs: '1700000000.000100', on: true })
      await desk.reactionTurned({ key: 'new', eventTs: '1795186800.000100', on: true })
      await desk.sweep(now)
      expect(await desk.draft('old', ana, '2026-01-01T00:00:00.000Z')).toBeNull()
      expect(await desk.draft('new', ana, now)).toBe('y')
      expect(await desk.reactionTurned({ key: 'old', eventTs: '1690000000.000100', on: true })).toBe(true)
      expect(await desk.reactionTurned({ key: 'new', eventTs: '1690000000.000100', on: true })).toBe(false)
    })
  })
})

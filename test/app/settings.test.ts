import { describe, expect, it } from 'vitest'
import type { Asker } from '../../src/app/asker.js'
import type { Outcome } from '../../src/app/outcome.js'
import { firstContactDay } from '../../src/app/people/first-contact.js'
import { changeSettings } from '../../src/app/settings/change-settings.js'
import { settablePlaces } from '../../src/app/settings/settable-places.js'
import { showSettings } from '../../src/app/settings/show-settings.js'
import { takeBack } from '../../src/app/take-back.js'
import type { Home } from '../../src/domain/audience.js'
import { type Settings, settingsOf, standardSettings } from '../../src/domain/settings.js'
import { anOffice, everything, type Office } from './office.js'
import { theOutbox } from './outbox.js'

const customers: Home = 'channel:CUSTOMERS'

/** An office where Ana and Ben are in #customers, and #quiet is Ana's. */
const settling = async () => {
  const office = await anOffice()
  office.channel('CUSTOMERS', {}, ['UANA', 'UBEN'])
  const ana = await office.asker()
  const ben = await office.asker('UBEN')
  return { office, ana, ben }
}
const now = async ({ uow }: Office, home = customers) => {
  const place = await uow.read(everything, ({ places }) => places.get(home))
  return place ?? { ...standardSettings('America/Chicago'), zoneUntold: false, zoneSet: false, home }
}
/** Changes some settings of #customers as they are, or as `seen` has them. */
const sets = async (office: Office, asker: Asker, wish: Partial<Settings>, seen?: Settings) => {
  const before = seen ?? settingsOf(await now(office))
  return changeSettings(office, asker, customers, before, { ...before, ...wish })
}
const refusal = (outcome: Outcome<unknown>) =>
  !outcome.ok && 'because' in outcome.why ? outcome.why.because : outcome

describe('who may set a place', () => {
  it('is whoever is in it, and for public ones an admin too', async () => {
    const { office, ana, ben } = await settling()
    expect((await showSettings(office, ana, customers)).ok).toBe(true)
    expect((await showSettings(office, ben, customers)).ok).toBe(true)
    expect(refusal(await showSettings(office, ben, 'channel:QUIET'))).toBe('not-a-member')
    office.user('UCY', {})
    expect(refusal(await showSettings(office, await office.asker('UCY'), customers))).toBe('not-a-member')
    office.user('UCY', { admin: true })
    const admin = await office.asker('UCY')
    expect((await showSettings(office, admin, customers)).ok).toBe(true)
    expect(refusal(await showSettings(office, admin, 'channel:QUIET'))).toBe('not-a-member')
    expect(refusal(await showSettings(office, admin, 'teammate:UANA'))).toBe('not-yours')
    expect((await showSettings(office, admin, 'teammate:UCY')).ok).toBe(true)
  })

  it.each([
    ['shared', { shared: true }],
    ['hidden', { kind: 'hidden' }],
    ['hidden', { kind: 'private', botIsIn: false }],
    ['archived', { archived: true }],
  ] as const)('is nobody where it is %s', async (because, facts) => {
    const { office, ana } = await settling()
    office.channel('CUSTOMERS', facts, ['UANA'])
    expect(refusal(await showSettings(office, ana, customers))).toBe(because)
    const outcome = await sets(office, ana, { cap: 1 })
    expect(outcome).toMatchObject({ ok: false, why: { reason: 'cannot-set', because } })
  })

  it('sees the places listed, their own DM first, but for those that Slack is silent about', async () => {
    const { office, ana, ben } = await settling()
    await office.knows(ana)
    await office.knows(await office.asker('UANA', 'QUIET'), { name: 'Susan Bell' })
    const homes = async ({ userId }: Asker) =>
      (await settablePlaces(office, await office.asker(userId), 8)).items.map(({ home }) => home)
    expect(await homes(ana)).toEqual(['teammate:UANA', customers, 'channel:QUIET'])
    expect(await homes(ben)).toEqual(['teammate:UBEN', customers])
    const asker = await office.asker('UBEN')
    office.down.add('CUSTOMERS')
    expect((await settablePlaces(office, asker, 8)).items).toHaveLength(1)
  })
})

describe('the places listed for a teammate', () => {
  /** Sixty public channels in use, and how often Slack is asked who is in one. */
  const manyChannels = async () => {
    const { office, ana } = await settling()
    for (let n = 10; n < 70; n++) {
      office.channel(`C${n}`, {}, ['UANA'])
      await office.knows(await office.asker('UANA', `C${n}`), { name: `Person ${n}` })
    }
    const asked: string[] = []
    const { members } = office.directory
    const noted = (id: string) => {
      asked.push(id)
      return id
    }
    const counted = {
      ...office,
      directory: { ...office.directory, members: (id: string) => members(noted(id)) },
    }
    return { office, counted, asked, ana: await office.asker(ana.userId, null) }
  }

  it('are as many as are shown, and Slack is asked about few more', async () => {
    const { counted, asked, ana } = await manyChannels()
    const { items, more } = await settablePlaces(counted, ana, 8)
    expect(items.map(({ home }) => home)).toEqual([
      'teammate:UANA',
      ...[10, 11, 12, 13, 14, 15, 16].map((n) => `channel:C${n}`),
    ])
    expect(more).toBe(true)
    expect(asked.length).toBeLessThanOrEqual(8)
  })

  it('are not looked for without end where the teammate is in none of the channels', async () => {
    const { counted, asked, office } = await manyChannels()
    const ben = await office.asker('UBEN', null)
    expect(await settablePlaces(counted, ben, 8)).toMatchObject({
      items: [{ home: 'teammate:UBEN' }],
      more: true,
    })
    expect(asked.length).toBeLessThan(40)
    // An admin may set public ones without being there, and Slack is not asked.
    asked.length = 0
    office.user('UBEN', { admin: true })
    const admin = await office.asker('UBEN', null)
    expect((await settablePlaces(counted, admin, 8)).items).toHaveLength(8)
    expect(asked).toEqual([])
  })
})

describe('what is set', () => {
  it('is taken back by undo, for as long as nobody set the same since', async () => {
    const { office, ana, ben } = await settling()
    await sets(office, ana, { cap: 3, zone: 'Europe/Berlin' })
    expect(await now(office)).toMatchObject({ cap: 3, zone: 'Europe/Berlin' })
    await takeBack(office, ana, null)
    expect(await now(office)).toMatchObject({ cap: 5, zone: 'America/Chicago' })
    await sets(office, ana, { cap: 3 })
    await sets(office, ben, { cap: 4 })
    expect(await takeBack(office, ana, null)).toMatchObject({
      ok: false,
      why: { reason: 'built-on', by: 'UBEN' },
    })
    expect(await now(office)).toMatchObject({ cap: 4 })
  })

  it('is taken back by those alone who may still set it', async () => {
    const { office, ben } = await settling()
    await sets(office, ben, { cap: 3 })
    office.channel('CUSTOMERS', { kind: 'private' }, ['UANA'])
    const own = await office.asker('UBEN', null)
    expect(refusal(await takeBack(office, own, null))).toBe('not-a-member')
    expect(await now(office)).toMatchObject({ cap: 3 })
    office.channel('CUSTOMERS', { archived: true }, ['UANA', 'UBEN'])
    expect(refusal(await takeBack(office, ben, null))).toBe('archived')
    office.channel('CUSTOMERS', { archived: false }, ['UANA', 'UBEN'])
    expect((await takeBack(office, own, null)).ok).toBe(true)
    expect(await now(office)).toMatchObject({ cap: 5 })
  })

  it('that may not be set any more does not stand before what was done earlier', async () => {
    const { office, ben } = await settling()
    await office.knows(ben, { name: 'Susan Bell' })
    await sets(office, ben, { cap: 3 })
    const own = await office.asker('UBEN', null)
    office.channel('CUSTOMERS', { shared: true }, ['UANA', 'UBEN'])
    expect(await takeBack(office, own, null)).toMatchObject({ ok: true, value: { act: { kind: 'add' } } })
    expect(refusal(await takeBack(office, own, null))).toBe('shared')
    expect(await now(office)).toMatchObject({ cap: 3 })
  })

  it('is refused to be taken back once its channel has another id that was set already', async () => {
    const { office, ana } = await settling()
    await sets(office, ana, { cap: 3 })
    office.channel('NEXT', {}, ['UANA', 'UBEN'])
    await office.uow.keep(everything, async ({ places }) => {
      await places.know('channel:NEXT', 'UTC')
      await places.moved(customers, 'channel:NEXT')
    })
    const there = await office.asker('UANA', 'NEXT')
    expect(await takeBack(office, there, null)).toEqual({ ok: false, why: { reason: 'set-anew' } })
    expect(await now(office, 'channel:NEXT')).toMatchObject({ cap: 5, zone: 'UTC' })
  })

  it('keeps what a teammate set beside it, and writes over nothing unseen', async () => {
    const { office, ana, ben } = await settling()
    const seen = settingsOf(await now(office))
    await sets(office, ben, { cap: 2 }, seen)
    expect((await sets(office, ana, { digestHour: 11 }, seen)).ok).toBe(true)
    expect(await now(office)).toMatchObject({ cap: 2, digestHour: 11 })
    const over = await sets(office, ana, { cap: 7, digestHour: 11 }, seen)
    expect(over).toEqual({ ok: false, why: { reason: 'set-meanwhile' } })
    // Each fits by itself: people come up at 16, and work ends at 12.
    await sets(office, ben, { digestHour: 16 })
    expect(await sets(office, ana, { toHour: 12 }, seen)).toEqual({
      ok: false,
      why: { reason: 'set-meanwhile' },
    })
    expect(await now(office)).toMatchObject({ cap: 2, digestHour: 16, toHour: 17 })
  })

  it('and was so already changes nothing', async () => {
    const { office, ana } = await settling()
    expect(await sets(office, ana, {})).toEqual({ ok: false, why: { reason: 'nothing-changed' } })
    expect(await theOutbox(office).waiting()).toEqual([])
  })

  it('holds for whoever is introduced from then on: rhythm, zone and days off', async () => {
    const { office, ana, ben } = await settling()
    await sets(office, ana, { rhythm: { every: 1, unit: 'week' }, holidays: ['2026-11-30'] })
    const before = await now(office)
    const susan = await office.knows(ben, { name: 'Susan Bell' })
    // A week after Saturday the 21st is a Saturday, and the Monday after it is a day off.
    expect(susan).toMatchObject({ rhythm: { every: 1, unit: 'week' }, firstDueOn: '2026-12-01' })
    // Ben, from London, is the first to introduce somebody: the zone stays the one that was seen and saved.
    expect(before).toMatchObject({ zone: 'America/Chicago', zoneSet: true })
    expect(await now(office)).toMatchObject({ zone: 'America/Chicago' })
  })

  it('is the zone, and then nobody need be told of it', async () => {
    const { office } = await settling()
    office.user('UANA', { zone: null })
    const ana = await office.asker()
    await office.knows(ana)
    expect(await now(office)).toMatchObject({ zone: 'UTC', zoneUntold: true })
    await sets(office, ana, { cap: 4 })
    expect(await now(office)).toMatchObject({ zoneUntold: true })
    await sets(office, ana, { zone: 'Europe/Berlin' })
    expect(await now(office)).toMatchObject({ zone: 'Europe/Berlin', zoneUntold: false })
  })

  it('lets nobody wait for ever for a first contact, however many days off there are', async () => {
    const { office, ana } = await settling()
    const place = {
      ...(await now(office)),
      days: [1],
      holidays: ['2026-11-23', '2026-11-30'],
      postable: true,
    }
    const on = await office.uow.read(everything, ({ people }) =>
      firstContactDay({ people }, place, {
        home: ana.place.home,
        on: '2026-11-16',
        rhythm: { every: 1, unit: 'day' },
        notBefore: '2026-11-17',
      }),
    )
    expect(on).toBe('2026-12-07')
  })
})

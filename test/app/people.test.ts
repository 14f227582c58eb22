import { describe, expect, it } from 'vitest'
import { placeOf, whoAsks } from '../../src/app/asker.js'
import { logContact } from '../../src/app/interactions/log-contact.js'
import { changeHome } from '../../src/app/people/change-home.js'
import { firstContactDay } from '../../src/app/people/first-contact.js'
import { formOf, putRight } from '../../src/app/people/put-right.js'
import { recognise } from '../../src/app/people/recognise.js'
import { setRhythm } from '../../src/app/people/set-rhythm.js'
import { showPerson } from '../../src/app/people/show-person.js'
import { keysIn } from '../../src/app/reactions/about-whom.js'
import { leaveRole } from '../../src/app/roles/leave-role.js'
import { takeRole } from '../../src/app/roles/take-role.js'
import { plusDays } from '../../src/domain/local-time.js'
import { anOffice, everything, saturday } from './office.js'

describe('whoever asks', () => {
  it('from no channel at all types for themselves alone', async () => {
    const office = await anOffice()
    const ana = await office.asker('UANA', null)
    const alone = {
      home: 'teammate:UANA',
      channelId: null,
      seenBy: { kind: 'you', because: 'dm' },
      botIsIn: true,
    }
    expect(ana.place).toEqual(alone)
    expect(placeOf(null, 'UANA')).toEqual(alone)
  })

  it.each(['guest', 'outsider', 'bot', 'gone'] as const)('is no teammate as a %s', async (standing) => {
    const office = await anOffice()
    office.user('UGUS', { standing })
    const asking = { workspaceId: 'T1', userId: 'UGUS', channelId: 'CUSTOMERS', at: saturday, cause: null }
    expect(await whoAsks(office, asking)).toEqual({ notATeammate: standing })
  })
})

describe('home', () => {
  it.each([
    ['archived', { archived: true }, ['UANA']],
    ['shared', { shared: true }, ['UANA']],
    ['hidden', { kind: 'hidden', botIsIn: false }, ['UANA']],
    ['not-a-member', { kind: 'private' }, ['UBEN']],
  ] as const)('is never a place that is %s', async (because, facts, members) => {
    const office = await anOffice()
    const ana = await office.asker()
    const frank = await office.knows(ana)
    office.channel('ELSEWHERE', facts, members)
    const moved = await changeHome(office, ana, frank.id, 'ELSEWHERE')
    expect(moved).toMatchObject({ why: { reason: 'cannot-live-there', because } })
  })

  it('may be a private channel of one’s own, or the DM; only who answers for somebody moves them', async () => {
    const office = await anOffice()
    const ana = await office.asker()
    const frank = await office.knows(ana)
    office.channel('D1', { kind: 'dm' })
    office.user('UBOSS', { admin: true })
    const ben = await changeHome(office, await office.asker('UBEN'), frank.id, 'CUSTOMERS')
    expect(ben).toMatchObject({ why: { reason: 'not-yours' } })
    const boss = await changeHome(office, await office.asker('UBOSS'), frank.id, 'CUSTOMERS')
    expect(boss).toMatchObject({ why: { reason: 'nothing-changed' } })
    const quiet = await changeHome(office, ana, frank.id, 'QUIET')
    expect(quiet).toMatchObject({ value: { person: { home: 'channel:QUIET' }, left: 0 } })
    const dm = await changeHome(office, await office.asker(), frank.id, 'D1')
    expect(dm).toMatchObject({ value: { person: { home: 'teammate:UANA' } } })
  })
})

describe('rhythms', () => {
  it('set for somebody who was spoken to set aside no day for a first contact', async () => {
    const office = await anOffice()
    const ana = await office.asker()
    const frank = await office.knows(ana)
    await logContact(office, ana, { personId: frank.id, kind: 'met', on: '2026-11-20', text: '' })
    const form = formOf(frank)
    const rhythm = { every: 1, unit: 'week' } as const
    await putRight(office, ana, frank.id, form, { ...form, rhythm })
    const { firstDueOn } = frank
    const value = { rhythm, rhythmSetOn: '2026-11-21', firstDueOn }
    expect(await showPerson(office.uow, ana, frank.id)).toMatchObject({ value })
    expect(await setRhythm(office, ana, frank.id, 'never')).toMatchObject({ value: { dueOn: null } })
  })

  it('that have passed already bring a newcomer up tomorrow, not today', async () => {
    const office = await anOffice()
    const frank = await office.knows(await office.asker())
    const later = await office.asker('UANA', 'CUSTOMERS', '2026-12-29T16:00:00.000Z')
    const set = await setRhythm(office, later, frank.id, { every: 1, unit: 'day' })
    expect(set).toMatchObject({ value: { dueOn: '2026-12-30' } })
  })

  it('find a free morning, however many are taken', async () => {
    const office = await anOffice()
    await office.knows(await office.asker())
    const days = await office.uow.keep(everything, async ({ places, people }) => {
      const place = await places.get('channel:CUSTOMERS')
      if (place === null) throw new Error('no place')
      const introduced = { home: place.home, on: '2026-11-21', notBefore: '2026-11-22' }
      const taken = async (_: string, from: string, to: string) =>
        new Map(Array.from({ length: 101 }, (_, n) => [plusDays(from, n), to < '2027-06-01' ? 5 : 4]))
      const full = { people: Object.assign(Object.create(people), { firstContacts: taken }) }
      return {
        never: await firstContactDay({ people }, place, { ...introduced, rhythm: 'never' }),
        full: await firstContactDay(full, place, { ...introduced, rhythm: { every: 1, unit: 'day' } }),
      }
    })
    expect(days.never).toBeNull()
    expect(days.full).toMatch(/^2027-0[3-6]-/)
  })
})

describe('recognised as somebody known', () => {
  it('they keep their name and role, and get no address twice', async () => {
    const office = await anOffice()
    const ana = await office.asker()
    const frank = await office.knows(ana, { addresses: ['frank@acme.example'] })
    const addresses = ['FRANK@acme.example']
    const again = { name: 'F. Ortiz', title: '', company: '', addresses, slackUserId: 'U9', offstage: false }
    expect(await recognise(office, ana, frank.id, again)).toMatchObject({
      value: { person: { name: 'Frank Ortiz', addresses: ['frank@acme.example'], slackUserId: 'U9' } },
    })
    await recognise(office, ana, frank.id, { ...again, title: 'Buyer', company: 'ACME, Inc.' })
    expect(await office.uow.read(everything, ({ roles }) => roles.of(frank.id))).toHaveLength(1)
  })

  it('someone offstage gets the name, and keeps the rhythm that was said for them', async () => {
    const office = await anOffice()
    const ana = await office.asker()
    const cfo = { title: 'CFO', company: 'Globex' }
    const someone = await office.knows(ana, { ...cfo, name: '', offstage: true })
    const rhythm = { every: 2, unit: 'week' } as const
    await setRhythm(office, ana, someone.id, rhythm)
    const dana = { ...cfo, name: 'Dana Cho', addresses: [], slackUserId: null, offstage: false }
    const still = await recognise(office, ana, someone.id, { ...dana, name: '' })
    expect(still).toMatchObject({ why: { reason: 'nothing-changed' } })
    const named = await recognise(office, ana, someone.id, dana)
    expect(named).toMatchObject({ value: { person: { name: 'Dana Cho', offstage: false, rhythm } } })
  })
})

describe('roles', () => {
  it('a new title keeps the company, and a company closes the role that was held there', async () => {
    const office = await anOffice()
    const ana = await office.asker()
    const frank = await office.knows(ana)
    const take = (title: string, company: string | null, also = false, personId = frank.id) =>
      takeRole(office, ana, { personId, title, company, sinceOn: null, also })
    const leave = (company: string) => leaveRole(office, ana, { personId: frank.id, company, on: null })
    expect(await take('head buyer', null)).toMatchObject({
      value: { role: { company: 'Acme' }, closed: { title: 'buyer' } },
    })
    await take('adviser', 'Globex', true)
    expect(await take('chair', 'Globex')).toMatchObject({ value: { closed: { title: 'adviser' } } })
    expect(await take('Chair', 'globex inc')).toMatchObject({ why: { reason: 'role-known' } })
    expect(await leave('GLOBEX')).toMatchObject({
      value: { role: { title: 'chair', untilOn: '2026-11-21' }, stillHeld: [{ title: 'head buyer' }] },
    })
    expect(await leave('Globex')).toMatchObject({ why: { reason: 'nothing-held' } })
    const susan = await office.knows(ana, { name: 'Susan Bell', title: '', company: '' })
    expect(await take('painter', null, false, susan.id)).toMatchObject({
      value: { role: { title: 'painter', company: '' }, closed: null },
    })
  })
})

describe('the words of a message', () => {
  it('that could call somebody: addresses, links, mentions, and names without what stands around them', () => {
    const text = 'Saw (Frank Ortiz’s) <@U123ABC> at https://www.acme.example/People/, F.Ortiz@acme.example!'
    const keys = keysIn(text)
    for (const key of ['frank ortiz', 'U123ABC', 'acme.example/people', 'f.ortiz@acme.example', 'saw'])
      expect(keys).toContain(key)
    expect(keysIn('')).toEqual([])
    expect(keysIn('Called Frank Ortiz Jr.')).toContain('frank ortiz jr')
  })
})

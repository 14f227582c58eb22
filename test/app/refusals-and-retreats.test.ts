import { describe, expect, it } from 'vitest'
import { type Asker, scopeOf } from '../../src/app/asker.js'
import { keepDate } from '../../src/app/dates/keep-date.js'
import { widen } from '../../src/app/entries/widen.js'
import { logContact } from '../../src/app/interactions/log-contact.js'
import { nextDigest } from '../../src/app/next-digest.js'
import { answerNudge, type Pressed } from '../../src/app/nudges/answer.js'
import { takeRole } from '../../src/app/roles/take-role.js'
import { changeSettings } from '../../src/app/settings/change-settings.js'
import { takeBack } from '../../src/app/take-back.js'
import { circleThrough } from '../../src/app/ties/circle.js'
import { tiePeople } from '../../src/app/ties/tie-people.js'
import { tieRefusal } from '../../src/app/ties/tie-refusal.js'
import { type Settings, settingsOf } from '../../src/domain/settings.js'
import type { Tie } from '../../src/domain/tie.js'
import { otherwise } from './answers-otherwise.js'
import { anOffice, everything, type Office } from './office.js'
import { done } from './one-of-each.js'
import { theOutbox } from './outbox.js'

const settingsIn = async (office: Office, asker: Asker): Promise<Settings> => {
  const place = await office.uow.read(everything, ({ places }) => places.get(asker.place.home))
  if (place === null) throw new Error('no such place')
  return settingsOf(place)
}

describe('how a place is set', () => {
  const channel = async (botIsIn: boolean) => {
    const office = await anOffice()
    office.channel('CUSTOMERS', { botIsIn }, ['UANA'])
    const ana = await office.asker()
    await office.knows(ana)
    const set = async (seen: Settings | null, digestHour: number) =>
      changeSettings(office, ana, ana.place.home, seen, { ...(await settingsIn(office, ana)), digestHour })
    return { office, ana, set, outbox: theOutbox(office) }
  }

  it('is not written over by a form of which nobody knows what it showed', async () => {
    const { office, ana, set } = await channel(true)
    expect(await set(null, 10)).toEqual({ ok: false, why: { reason: 'set-meanwhile' } })
    expect(await settingsIn(office, ana)).toMatchObject({ digestHour: 9 })
    expect(await set(null, 9)).toEqual({ ok: false, why: { reason: 'nothing-changed' } })
  })

  it('is announced where the bot can speak, and set in silence elsewhere', async () => {
    const silent = await channel(false)
    expect(await silent.set(await settingsIn(silent.office, silent.ana), 10)).toMatchObject({
      value: { botIsIn: false },
    })
    expect(await settingsIn(silent.office, silent.ana)).toMatchObject({ digestHour: 10 })
    expect(await silent.outbox.waiting()).toEqual([])
    const loud = await channel(true)
    done(await loud.set(await settingsIn(loud.office, loud.ana), 10))
    expect(await loud.outbox.waiting()).toHaveLength(1)
  })

  it('is not taken back by the button of somebody who left the channel', async () => {
    const { office, ana, set } = await channel(true)
    done(await set(await settingsIn(office, ana), 10))
    const last = await office.uow.read(everything, ({ journal }) => journal.lastBy('UANA'))
    office.channel('CUSTOMERS', {}, ['UBEN'])
    expect(await takeBack(office, ana, last?.id ?? '')).toEqual({
      ok: false,
      why: { reason: 'cannot-set', home: 'channel:CUSTOMERS', because: 'not-a-member' },
    })
    expect(await settingsIn(office, ana)).toMatchObject({ digestHour: 10 })
  })
})

describe('a press on a nudge', () => {
  const raised = async (isQuiet: boolean) => {
    const office = await anOffice()
    const ana = await office.asker()
    const frank = await office.knows(ana)
    if (isQuiet)
      await logContact(office, ana, { personId: frank.id, kind: 'met', on: '2026-09-20', text: '' })
    const lease = {
      kind: 'trigger',
      monthDay: '12-23',
      year: 2026,
      yearly: false,
      text: 'lease ends',
    } as const
    if (!isQuiet) done(await keepDate(office, ana, { personId: frank.id, ...lease }))
    const [post] = await theOutbox(office).plan()
    const nudges = await office.uow.keep(everything, ({ posts }) => posts.nudgesOf(post?.postId ?? ''))
    const press = (asker: Asker, pressed: Pressed) =>
      answerNudge(office, asker, nudges[0]?.id ?? '', frank.id, pressed)
    return { office, ana, frank, press }
  }

  it('from somewhere else than it stands is about nobody', async () => {
    const { office, press } = await raised(true)
    const dm = await office.asker('UBEN', null)
    const pressed = await press(dm, { kind: 'later', until: '2026-11-28' })
    expect(pressed).toMatchObject({ ok: false, why: { reason: 'person-gone' } })
  })

  it('that says not needed to a day that comes does not say when they come up again', async () => {
    const trigger = await raised(false)
    expect(done(await trigger.press(trigger.ana, { kind: 'not-needed' })).again).toBeNull()
    const quiet = await raised(true)
    expect(done(await quiet.press(quiet.ana, { kind: 'not-needed' })).again).toMatchObject({ by: 'rhythm' })
  })
})

describe('the next digest', () => {
  it('is told by the hours of the asker where nothing was typed yet', async () => {
    const office = await anOffice()
    const frank = await office.knows(await office.asker())
    const dm = await office.asker('UBEN', null)
    const { time } = await nextDigest(office.uow, dm, frank, dm.place.home)
    expect(time).toMatchObject({ home: 'teammate:UBEN', zone: 'Europe/London' })
  })

  it('is the owner’s where the bot cannot speak, by the hours of the channel until theirs are known', async () => {
    const office = await anOffice()
    const ana = await office.asker()
    const frank = await office.knows(ana)
    await office.uow.keep(everything, ({ places }) => places.change(frank.home, { postable: false }))
    const home = async () => (await nextDigest(office.uow, ana, frank, frank.home)).time
    expect(await home()).toMatchObject({ home: 'channel:CUSTOMERS' })
    await office.uow.keep(everything, ({ places }) => places.know('teammate:UANA', 'Asia/Tokyo'))
    expect(await home()).toMatchObject({ home: 'teammate:UANA', zone: 'Asia/Tokyo' })
  })
})

describe('what is shown to more people', () => {
  it('is a role with its own news, and no other’s', async () => {
    const office = await anOffice()
    const frank = await office.knows(await office.asker())
    const quiet = await office.asker('UANA', 'QUIET')
    const role = { personId: frank.id, company: 'Globex', sinceOn: null, also: true }
    const first = done(await takeRole(office, quiet, { ...role, title: 'CFO' })).role
    const second = done(await takeRole(office, quiet, { ...role, title: 'chair' })).role
    done(await widen(office, quiet, { kind: 'role', id: first.id }))
    const news = await office.uow.read(everything, (stores) => stores.news.of(frank.id))
    const homes = news.map(({ roleId, home }) => [roleId, home])
    expect(homes).toContainEqual([first.id, 'channel:CUSTOMERS'])
    expect(homes).toContainEqual([second.id, 'channel:QUIET'])
  })

  it('is never what is gone', async () => {
    const office = await anOffice()
    expect(await widen(office, await office.asker(), { kind: 'news', id: 'gone' })).toEqual({
      ok: false,
      why: { reason: 'entry-gone' },
    })
  })
})

describe('ties', () => {
  const several = async () => {
    const office = await anOffice()
    const ana = await office.asker()
    const names = ['Frank Ortiz', 'Susan Bell', 'Omar Haddad', 'Lily Chen', 'Kate Moss']
    const ids: string[] = []
    for (const name of names) ids.push((await office.knows(ana, { name })).id)
    const [frank = '', susan = '', omar = '', lily = '', kate = ''] = ids
    const reports = (personId: string, otherId: string) =>
      tiePeople(office, ana, { personId, kind: 'reports to', otherId })
    return { office, ana, frank, susan, omar, lily, kate, reports }
  }

  it('that meet again further up are no circle, until somebody at the top reports to the bottom', async () => {
    const { frank, susan, omar, lily, kate, reports } = await several()
    done(await reports(frank, susan))
    done(await reports(frank, omar))
    done(await reports(susan, lily))
    done(await reports(omar, lily))
    expect(await reports(kate, frank)).toMatchObject({ ok: true })
    expect(await reports(lily, kate)).toMatchObject({
      why: {
        reason: 'tie-circle',
        names: ['Lily Chen', 'Kate Moss', 'Frank Ortiz', 'Susan Bell', 'Lily Chen'],
      },
    })
  })

  it('refuse without names when nobody can be named', async () => {
    const { office, ana, frank, susan, reports } = await several()
    const { tie } = done(await reports(frank, susan))
    const refusals = await office.uow.read(scopeOf(ana), async (stores) => {
      const nameless = otherwise(stores, { people: otherwise(stores.people, { names: async () => [] }) })
      const back = { kind: 'reports to', personId: susan, otherId: frank } as const
      return [await tieRefusal(nameless, { ...tie, id: 'again' }), await circleThrough(nameless, back)]
    })
    expect(refusals).toEqual([
      { reason: 'tie-known', name: '', kind: 'reports to', other: '' },
      { reason: 'tie-circle', names: ['', '', ''] },
    ])
  })

  it('are followed upwards for a thousand people, and then no further', async () => {
    const { office, ana, frank, susan, reports } = await several()
    const { tie } = done(await reports(frank, susan))
    const top = (above: number) =>
      office.uow.read(scopeOf(ana), (stores) => {
        const from = async (id: string): Promise<readonly Tie[]> => [
          { ...tie, personId: id, otherId: `${Number(id) + 1}` },
        ]
        const ties = otherwise(stores.ties, { from })
        const draft = { kind: 'reports to', personId: `${above}`, otherId: '0' } as const
        return circleThrough(otherwise(stores, { ties }), draft)
      })
    expect(await top(900)).toMatchObject({ reason: 'tie-circle' })
    expect(await top(1_100)).toBeNull()
  })
})

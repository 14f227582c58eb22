import { describe, expect, it } from 'vitest'
import { handOver } from '../../src/app/people/hand-over.js'
import { changeSettings } from '../../src/app/settings/change-settings.js'
import { takeBack } from '../../src/app/take-back.js'
import { settingsOf } from '../../src/domain/settings.js'
import { anOffice, everything, monday, saturday } from './office.js'
import { type Script, sent, theOutbox, there } from './outbox.js'

const uncertain = { kind: 'uncertain', code: 'network' } as const

/** Ana hands Frank to Ben on a Saturday. */
const handed = async (script: Partial<Script> = {}) => {
  const office = await anOffice()
  const ana = await office.asker()
  const frank = await office.knows(ana)
  await handOver(office, ana, frank.id, 'UBEN')
  const outbox = theOutbox(office, script)
  const [id = ''] = await outbox.waiting()
  return { office, ana, frank, outbox, id }
}

describe('who is handed somebody', () => {
  it('is told at once, outside working time too', async () => {
    const { outbox, frank, id } = await handed()
    expect(await outbox.send(id, saturday)).toBe('sent')
    expect(outbox.calls).toEqual(['post teammate:UBEN'])
    expect(outbox.told).toMatchObject([
      { kind: 'hand-over', handed: { from: 'UANA', to: 'UBEN', card: { person: { id: frank.id } } } },
    ])
    expect(await outbox.post(id)).toMatchObject({ state: 'sent', ...there })
  })

  it('is told days later when nobody could be told before', async () => {
    const { outbox, id } = await handed()
    expect(await outbox.send(id, monday)).toBe('sent')
  })

  it('is told once when the answer is lost: the notice is looked for before it is sent again', async () => {
    const found = await handed({ post: [uncertain], find: [there] })
    expect(await found.outbox.send(found.id, saturday)).toBe('waiting')
    expect(await found.outbox.send(found.id, saturday)).toBe('sent')
    expect(found.outbox.calls).toEqual(['post teammate:UBEN', 'find'])

    const lost = await handed({ post: [uncertain, sent], find: [null] })
    await lost.outbox.send(lost.id, saturday)
    expect(await lost.outbox.send(lost.id, saturday)).toBe('waiting')
    lost.outbox.pause(60_000)
    expect(await lost.outbox.send(lost.id, saturday)).toBe('sent')
    expect(lost.outbox.calls).toEqual(['post teammate:UBEN', 'find', 'find', 'post teammate:UBEN'])
  })

  it('is told by one sender alone', async () => {
    const { outbox, id } = await handed()
    const results = await Promise.all([outbox.send(id, saturday), outbox.send(id, saturday)])
    expect(results.sort()).toEqual(['sent', 'taken'])
    expect(outbox.calls).toHaveLength(1)
  })

  it('is not told of what was taken back before, nor when they left the team', async () => {
    const undone = await handed()
    await takeBack(undone.office, undone.ana, null)
    expect(await undone.outbox.send(undone.id, saturday)).toBe('withdrawn')
    const gone = await handed()
    gone.office.user('UBEN', { standing: 'gone' })
    expect(await gone.outbox.send(gone.id, saturday)).toBe('withdrawn')
    expect([...undone.outbox.calls, ...gone.outbox.calls]).toEqual([])
  })

  it('is told once of what was done, taken back and done again', async () => {
    const { office, ana, frank, outbox } = await handed()
    await takeBack(office, ana, null)
    await handOver(office, ana, frank.id, 'UBEN')
    for (const id of await outbox.waiting()) await outbox.send(id, saturday)
    expect(outbox.calls).toEqual(['post teammate:UBEN'])
  })

  it('reads that it was taken back, once, and nothing of a person whom they may not see', async () => {
    const { office, ana, frank, outbox, id } = await handed()
    await outbox.send(id, saturday)
    await takeBack(office, ana, null)
    expect([await outbox.freshen(), await outbox.freshen()]).toEqual([1, 0])
    expect(outbox.told.at(-1)).toEqual({ kind: 'hand-over-undone', ownerId: 'UANA', name: 'Frank Ortiz' })
    await handOver(office, ana, frank.id, 'UBEN')
    const [again = ''] = await outbox.waiting()
    await outbox.send(again, saturday)
    await takeBack(office, ana, null)
    office.channel('CUSTOMERS', { kind: 'private' }, ['UANA'])
    expect(await outbox.freshen()).toBe(2)
    expect(outbox.told.at(-1)).toEqual({ kind: 'hand-over-undone', ownerId: null, name: null })
  })

  it('keeps the card that was sent when they were handed the same person again meanwhile', async () => {
    const { office, ana, frank, outbox, id } = await handed()
    await outbox.send(id, saturday)
    await takeBack(office, ana, null)
    await handOver(office, ana, frank.id, 'UBEN')
    expect(await outbox.freshen()).toBe(1)
    expect(outbox.calls).toEqual(['post teammate:UBEN'])
  })

  it('waits for a place that Slack says nothing of just now', async () => {
    const { office, outbox, id } = await handed()
    office.down.add('CUSTOMERS')
    expect(await outbox.send(id, saturday)).toBe('waiting')
    office.down.clear()
    outbox.pause(60_000)
    expect(await outbox.send(id, saturday)).toBe('sent')
  })
})

it('nobody is told what they did themselves', async () => {
  const office = await anOffice()
  const ana = await office.asker()
  const frank = await office.knows(ana)
  await handOver(office, await office.asker('UBEN'), frank.id, 'UBEN')
  expect(await theOutbox(office).waiting()).toEqual([])
})

it.each([['guest'], ['bot'], ['outsider'], ['gone']] as const)('a %s is handed nobody', async (standing) => {
  const office = await anOffice()
  const ana = await office.asker()
  const frank = await office.knows(ana)
  office.user('UX', { standing })
  expect(await handOver(office, ana, frank.id, 'UX')).toEqual({
    ok: false,
    why: { reason: 'not-a-teammate', name: 'Frank Ortiz', userId: 'UX', standing },
  })
  expect(await office.uow.read(everything, ({ people }) => people.get(frank.id))).toEqual(frank)
  expect(await theOutbox(office).waiting()).toEqual([])
})

describe('a place that is set', () => {
  const set = async (script: Partial<Script> = {}) => {
    const office = await anOffice()
    office.channel('CUSTOMERS', {}, ['UANA', 'UBEN'])
    const ana = await office.asker()
    await office.knows(ana)
    const outbox = theOutbox(office, script)
    const hour = async (from: number, to: number, asker = ana) => {
      const place = await office.uow.read(everything, ({ places }) => places.get(ana.place.home))
      if (place === null) throw new Error('no such place')
      const wished = { ...settingsOf(place), digestHour: to }
      const seen = { ...settingsOf(place), digestHour: from }
      const outcome = await changeSettings(office, asker, ana.place.home, seen, wished)
      if (!outcome.ok) throw new Error(outcome.why.reason)
    }
    const sendAll = async () => {
      for (const id of await outbox.waiting()) await outbox.send(id, saturday)
    }
    return { office, ana, outbox, hour, sendAll }
  }
  const said = (from: string, to: string) => [{ what: 'digest-hour', from, to }]

  it('hears of it once, and once of the way back', async () => {
    const { office, ana, outbox, hour, sendAll } = await set()
    await hour(9, 10)
    await sendAll()
    expect(outbox.told).toEqual([{ kind: 'settings', by: 'UANA', said: said('9', '10') }])
    await takeBack(office, ana, null)
    await sendAll()
    await sendAll()
    expect(outbox.told.slice(1)).toEqual([{ kind: 'settings', by: 'UANA', said: said('10', '9') }])
  })

  it('hears nothing of what was taken back before it was said, and all of what was done at once', async () => {
    const undone = await set()
    await undone.hour(9, 10)
    await takeBack(undone.office, undone.ana, null)
    await undone.sendAll()
    expect(undone.outbox.told).toEqual([])
    const twice = await set()
    await twice.hour(9, 10)
    await twice.hour(10, 11)
    await twice.sendAll()
    expect(twice.outbox.told).toEqual([{ kind: 'settings', by: 'UANA', said: said('9', '11') }])
  })

  it('hears of two teammates who set the same before it was told only what holds', async () => {
    const { office, outbox, hour, sendAll } = await set()
    const ben = await office.asker('UBEN')
    await hour(9, 10)
    await hour(10, 11, ben)
    await sendAll()
    expect(outbox.told).toEqual([{ kind: 'settings', by: 'UBEN', said: said('10', '11') }])
    expect(await outbox.waiting()).toEqual([])
  })

  it('hears once when the answer is lost', async () => {
    const { outbox, hour, sendAll } = await set({ post: [uncertain], find: [there] })
    await hour(9, 10)
    await sendAll()
    await sendAll()
    expect(outbox.calls).toEqual(['post channel:CUSTOMERS', 'find'])
  })

  it.each([
    ['shared', { shared: true }],
    ['archived', { archived: true }],
    ['without the bot', { botIsIn: false }],
  ])('hears nothing where it is %s by now', async (_, facts) => {
    const { office, outbox, hour } = await set()
    await hour(9, 10)
    const [id = ''] = await outbox.waiting()
    office.channel('CUSTOMERS', facts, ['UANA'])
    expect(await outbox.send(id, saturday)).toBe('withdrawn')
    expect(outbox.calls).toEqual([])
  })

  it('has its digest all the same, with as many people in it', async () => {
    const { office, ana, outbox, hour, sendAll } = await set()
    await hour(9, 10)
    await sendAll()
    const [place] = await office.uow.read(everything, ({ places }) => places.all())
    expect(place?.home).toBe(ana.place.home)
    const on = '2026-11-23'
    await office.uow.keep(everything, async ({ posts }) => {
      expect(await posts.raisedOn(ana.place.home, on)).toBe(0)
      expect(await posts.digestFixed(ana.place.home, on)).toBe(false)
    })
    expect(outbox.said).toEqual([])
  })
})

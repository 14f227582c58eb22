import { expect, it } from 'vitest'
import type { SourceWord } from '../../../src/domain/live-source.js'
import { everything } from './known-by-all.js'
import { customers, onEachEngine } from './workspace.js'

const minute = (n: number): string =>
  new Date(Date.parse('2026-11-20T15:00:00.000Z') + n * 60_000).toISOString()
const now = minute(0)
const word = (given: Partial<SourceWord> = {}): SourceWord => ({
  source: 'hook:script',
  key: 'frank@acme.example',
  name: null,
  addresses: ['frank@acme.example'],
  title: null,
  company: null,
  observedAt: now,
  ...given,
})

onEachEngine('the inbox of sources', (workspace, _engine, database) => {
  const takes = (given: Partial<SourceWord>, at = now) =>
    workspace().keep(({ sources }) => sources.take(word(given), at, workspace().newId()))
  const ready = (at: string) => workspace().readAll(({ sources }) => sources.ready(at, 10))

  it('brings what is said of one person together, whatever the order, until it is quiet', async () => {
    await takes({ title: 'VP Operations', observedAt: minute(-5) })
    await takes({ company: 'Globex', observedAt: minute(-9) }, minute(2))
    await takes({ title: 'Director', observedAt: minute(-7) }, minute(2))
    expect(await ready(minute(4))).toEqual([])
    const [entry, ...others] = await ready(minute(5))
    expect(others).toEqual([])
    expect(entry).toMatchObject({
      turn: 3,
      title: { text: 'VP Operations', observedAt: minute(-5) },
      company: { text: 'Globex', observedAt: minute(-9) },
    })
  })

  it('hears what arrives late with what was said after it, and what is newer by itself', async () => {
    const here = workspace()
    await takes({ title: 'VP Operations', observedAt: minute(-5) })
    for (const entry of await ready(minute(3))) await here.keep(({ sources }) => sources.done(entry))
    expect(await ready(minute(60))).toEqual([])
    await takes({ company: 'Globex', observedAt: minute(-6) }, minute(60))
    expect(await ready(minute(63))).toMatchObject([
      { title: { text: 'VP Operations' }, company: { text: 'Globex' } },
    ])
    for (const entry of await ready(minute(63))) await here.keep(({ sources }) => sources.done(entry))
    await takes({ company: 'Initech', observedAt: minute(70) }, minute(70))
    expect(await ready(minute(73))).toMatchObject([{ title: null, company: { text: 'Initech' } }])
    for (const entry of await ready(minute(73))) await here.keep(({ sources }) => sources.done(entry))
    await here.keep(({ sources }) => sources.sweep(minute(4 * 24 * 60), minute(0)))
    await takes({ title: 'Buyer', observedAt: minute(-9) }, minute(4 * 24 * 60))
    expect(await ready(minute(4 * 24 * 60 + 3))).toMatchObject([{ company: null }])
  })

  it('waits ten minutes at most', async () => {
    for (const each of [0, 2, 4, 6, 8, 9]) await takes({ title: `VP ${each}` }, minute(each))
    expect(await ready(minute(9))).toEqual([])
    expect(await ready(minute(10))).toHaveLength(1)
  })

  it('loses nothing that is said while it is carried out', async () => {
    const here = workspace()
    await takes({ title: 'VP Operations' })
    const [entry] = await ready(minute(3))
    if (entry === undefined) throw new Error('not ready')
    await takes({ company: 'Globex' }, minute(3))
    await here.keep(({ sources }) => sources.done(entry))
    await here.keep(({ sources }) => sources.hold(entry))
    expect(await ready(minute(6))).toMatchObject([{ turn: 2, company: { text: 'Globex' } }])
  })

  it('holds what is said of somebody unknown, and finds it when they are known', async () => {
    const here = workspace()
    const held = () => here.readAll(({ sources }) => sources.heldAndKnown('', 10))
    await takes({ title: 'VP Operations' })
    await takes({ source: 'hubspot', key: '7', addresses: [], title: 'Buyer' })
    for (const entry of await ready(minute(3))) await here.keep(({ sources }) => sources.hold(entry))
    expect(await held()).toEqual([])
    expect(await here.readAll(async ({ sources }) => (await sources.all()).map((each) => each.held))).toEqual(
      [1, 1, 0, 0],
    )
    await here.knows('Frank Ortiz', { addresses: ['Frank@Acme.example'] })
    expect(await held()).toMatchObject([{ key: 'frank@acme.example' }])
    const day = 24 * 60
    await here.keep(({ sources }) => sources.sweep(minute(29 * day), minute(0)))
    expect(await held()).toHaveLength(1)
    await here.keep(({ sources }) => sources.sweep(minute(30 * day), minute(0)))
    expect(await held()).toEqual([])
  })

  it('knows a mark until it has expired', async () => {
    const isNew = (at: string, until = minute(5)) =>
      workspace().keep(({ sources }) => sources.isNew('a-mark', at, until))
    expect(await isNew(minute(0))).toBe(true)
    expect(await isNew(minute(4))).toBe(false)
    expect(await isNew(minute(5), minute(9))).toBe(true)
    await workspace().keep(({ sources }) => sources.sweep(minute(0), minute(8)))
    expect(await isNew(minute(8))).toBe(false)
  })

  it('remembers when a source spoke and whether it is off, and drops what waits of one that is', async () => {
    const here = workspace()
    await takes({ title: 'VP Operations' })
    await here.keep(({ sources }) => sources.spoke('people', now))
    await here.keep(({ sources }) => sources.turn('people', true))
    const [people] = await here.readAll(({ sources }) => sources.all())
    expect(people).toEqual({ source: 'people', isOff: true, lastSpokeAt: now, waiting: 0, held: 0 })
    expect(await here.readAll(({ sources }) => sources.isOff('people'))).toBe(true)
    expect(await here.readAll(({ sources }) => sources.isOff('hubspot'))).toBe(false)
    await here.keep(({ sources }) => sources.turn('people', false))
    expect(await here.readAll(({ sources }) => sources.isOff('people'))).toBe(false)
  })

  it('keeps nothing of who is forgotten', async () => {
    const here = workspace()
    const frank = await here.knows('Frank Ortiz', {
      slackUserId: 'UFRANK',
      addresses: ['frank@acme.example'],
    })
    const about = { personId: frank.id, home: customers, by: 'UANA', at: now, observedAt: now }
    await here.does('UANA', ({ sightings }) =>
      sightings.add({ ...about, id: here.newId(), source: 'hubspot', key: '7', title: 'a', company: 'b' }),
    )
    await takes({ title: 'zeppelins' })
    await takes({ source: 'hubspot', key: '7', addresses: [], title: 'zeppelins of seven' })
    await takes({ source: 'hubspot', key: '8', addresses: [], title: 'quokkas' })
    await takes({ source: 'slack', key: 'UFRANK', addresses: [], title: 'zeppelins on the side' })
    await takes({ key: 'x@y.example', name: 'Frank Ortiz', addresses: ['x@y.example'], title: 'zeppelins' })
    await here.keep(({ forgetting }) => forgetting.person(frank.id))
    const left = await everything(database().url, here)
    expect(left).not.toMatch(/zeppelins|UFRANK|acme\.example/)
    expect(left).toContain('quokkas')
  })
})

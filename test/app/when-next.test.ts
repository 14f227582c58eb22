import { describe, expect, it } from 'vitest'
import type { WaitingPost, Waits } from '../../src/app/ports/turns.js'
import { whenNext } from '../../src/app/turns/when-next.js'
import { channelHome } from '../../src/domain/audience.js'
import { standardWorkingTime } from '../../src/domain/working-time.js'
import { nothingWaits } from '../support/nothing-waits.js'

const chicago = standardWorkingTime('America/Chicago')
const tokyo = standardWorkingTime('Asia/Tokyo')
/** Ten in the morning of a Monday in Chicago. */
const monday = '2026-11-23T16:00:00.000Z'
const past = (ms: number, from = monday) => new Date(Date.parse(from) + ms).toISOString()
const [second, minute, hour] = [1_000, 60_000, 3_600_000] as const
const at = (now: string) => ({ now, realNow: now })
const next = (waits: Partial<Waits>, now = monday) => whenNext({ ...nothingWaits, ...waits }, at(now))
const tried = (waits: Partial<Waits>, now = monday) => whenNext({ ...nothingWaits, ...waits }, at(now), true)
const post = (given: Partial<WaitingPost> = {}): WaitingPost => ({
  kind: 'digest',
  plannedAt: monday,
  notBefore: null,
  time: chicago,
  ...given,
})

describe('where nothing waits', () => {
  it('nothing is known to come', () => {
    expect(next({})).toBeNull()
  })

  it.each([
    ['before the hour', '2026-11-23T14:59:00.000Z', '2026-11-23T15:00:00.000Z'],
    ['in the hour', '2026-11-23T15:00:00.000Z', '2026-11-24T15:00:00.000Z'],
    ['on a Sunday', '2026-11-22T20:00:00.000Z', '2026-11-23T15:00:00.000Z'],
  ])('the next digest of a place is: %s', (_, now, digest) => {
    expect(next({ hours: [{ time: chicago, isOpen: false }] }, now)).toBe(digest)
  })

  it('the first of several places is', () => {
    const hours = [chicago, tokyo].map((time) => ({ time, isOpen: false }))
    expect(next({ hours })).toBe('2026-11-24T00:00:00.000Z')
  })

  it('there is none for days to come, over a weekend or days off', () => {
    const hours = [{ time: { ...chicago, holidays: ['2026-11-24'] }, isOpen: false }]
    expect(next({ hours })).toBeNull()
    expect(next({ hours }, '2026-11-20T23:00:00.000Z')).toBeNull()
  })

  it('a digest that stays open is looked at a minute after the last beat', () => {
    const open = { hours: [{ time: chicago, isOpen: true }] }
    expect(next({ ...open, beatAt: past(-20 * second) })).toBe(past(40 * second))
    expect(next({ ...open, beatAt: past(-hour) })).toBe(monday)
    expect(next({ ...open, beatAt: past(hour) })).toBe(monday)
  })

  it('the hour follows the clocks when they go back', () => {
    const berlin = { ...standardWorkingTime('Europe/Berlin'), days: [1, 2, 3, 4, 5, 6, 7] }
    const hours = [{ time: berlin, isOpen: false }]
    expect(next({ hours }, '2026-10-24T12:00:00.000Z')).toBe('2026-10-25T08:00:00.000Z')
    expect(next({ hours }, '2026-10-23T12:00:00.000Z')).toBe('2026-10-24T07:00:00.000Z')
  })
})

describe('what waits', () => {
  it.each<[string, Partial<Waits>]>([
    ['a digest to be fixed', { hours: [{ time: chicago, isOpen: true }] }],
    ['a post', { posts: [post()] }],
    ['a post whose place is gone', { posts: [post({ time: null })] }],
    ['a post that is not right any more', { isStale: true }],
    ['an import', { hasImports: true }],
    ['a file that is being read', { isReading: true }],
    ['what is to be taken away', { retractFrom: '' }],
    ['what was held', { isHeldKnown: true }],
    ['news', { news: [{ home: channelHome('C1'), time: chicago, lastPlanned: null }] }],
  ])('%s is for now, and when it could not be done, for later', (_, waits) => {
    expect(next(waits)).toBe(monday)
    const again = tried(waits) ?? ''
    expect(again >= past(minute) && again <= past(hour)).toBe(true)
  })

  it('a post that was put off waits until then, by the machine’s clock', () => {
    const waits = { ...nothingWaits, posts: [post({ notBefore: '2026-11-22T08:00:30.000Z' })] }
    const played = { now: monday, realNow: '2026-11-22T08:00:00.000Z' }
    expect(whenNext(waits, played)).toBe(past(30 * second))
  })

  it('a post of a day to come waits for it', () => {
    expect(next({ posts: [post({ plannedAt: past(24 * hour) })] })).toBe('2026-11-24T06:00:00.000Z')
  })

  it('a notice that can wait waits for working time, and no other', () => {
    const evening = '2026-11-24T02:00:00.000Z'
    const given = { plannedAt: monday } as const
    expect(next({ posts: [post({ kind: 'outage', ...given })] }, evening)).toBe('2026-11-24T15:00:00.000Z')
    expect(next({ posts: [post({ kind: 'hand-over', ...given })] }, evening)).toBe(evening)
    expect(next({ posts: [post({ kind: 'outage', ...given })] })).toBe(monday)
  })

  it('news waits for working time, and for an hour after other news there', () => {
    const news = (lastPlanned: string | null) => ({
      news: [{ home: channelHome('C1'), time: chicago, lastPlanned }],
    })
    expect(next(news(null), '2026-11-23T12:00:00.000Z')).toBe('2026-11-23T15:00:00.000Z')
    expect(next(news(past(-20 * minute)))).toBe(past(40 * minute))
    expect(next(news(past(-61 * minute)))).toBe(monday)
  })

  it('what a source says waits until it has said it', () => {
    expect(next({ sourcesFrom: past(2 * minute) })).toBe(past(2 * minute))
    expect(next({ sourcesFrom: past(-minute) })).toBe(monday)
  })
})

it('is when the next week closes somewhere, and a while later where it could not be told', () => {
  expect(next({ weekFrom: past(hour) })).toBe(past(hour))
  expect(next({ weekFrom: monday })).toBe(monday)
  expect(tried({ weekFrom: monday })).toBe(past(10 * minute))
})

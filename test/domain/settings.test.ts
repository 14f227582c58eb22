import { describe, expect, it } from 'vitest'
import { plusDays } from '../../src/domain/local-time.js'
import {
  changesTogether,
  mostHolidays,
  mostReactions,
  type Settings,
  settingsChanged,
  settingsOf,
  standardSettings,
  stillHolds,
  wrongSetting,
} from '../../src/domain/settings.js'

const standard = standardSettings('Europe/London')
const wrong = (patch: Partial<Settings>) => wrongSetting({ ...standard, ...patch })

describe('what a place can be set to', () => {
  it('is right as it begins', () => {
    expect(wrongSetting(standard)).toBeNull()
  })

  it.each<[string, Partial<Settings>]>([
    ['working-hours', { fromHour: 17, toHour: 9 }],
    ['working-hours', { fromHour: 9, toHour: 9 }],
    ['working-hours', { fromHour: -1 }],
    ['working-hours', { toHour: 25 }],
    ['working-hours', { fromHour: 8.5 }],
    ['digest-hour', { digestHour: 8 }],
    ['digest-hour', { digestHour: 17 }],
    ['days', { days: [] }],
    ['days', { days: [1, 8] }],
    ['zone', { zone: 'Mars/Olympus' }],
    ['cap', { cap: 0 }],
    ['cap', { cap: 21 }],
    ['holidays', { holidays: Array.from({ length: mostHolidays + 1 }, (_, n) => plusDays('2027-01-01', n)) }],
    [
      'reactions',
      { reactions: Object.fromEntries(Array.from({ length: mostReactions + 1 }, (_, n) => [`e${n}`, null])) },
    ],
  ])('%s cannot be %j', (what, patch) => {
    expect(wrong(patch)).toBe(what)
  })

  it.each<Partial<Settings>>([
    { digestHour: 16 },
    { digestHour: 9 },
    { fromHour: 0, toHour: 24, digestHour: 23 },
    { days: [7] },
    { cap: 1 },
    { cap: 20 },
  ])('%j can be', (patch) => {
    expect(wrong(patch)).toBeNull()
  })
})

describe('what is told of a change', () => {
  const later = { ...standard, digestHour: 10, holidays: ['2026-12-25'] }

  it('is each thing that differs, and nothing where only the order does', () => {
    expect(settingsChanged(standard, later).map(({ what, from, to }) => [what, from, to])).toEqual([
      ['digest-hour', '9', '10'],
      ['holidays', '', '2026-12-25'],
    ])
    const shuffled = { ...standard, days: [5, 4, 3, 2, 1], reactions: {} }
    expect(settingsChanged(standard, shuffled)).toEqual([])
    expect(settingsOf(shuffled)).toEqual(settingsOf(standard))
  })

  it('is nothing when it went there and back, and the whole way when it went further', () => {
    const there = settingsChanged(standard, later)
    const back = settingsChanged(later, standard)
    expect(changesTogether([...there, ...back])).toEqual([])
    const further = settingsChanged(later, { ...later, digestHour: 11 })
    expect(changesTogether([...there, ...further])).toEqual([
      { what: 'digest-hour', from: '9', to: '11' },
      { what: 'holidays', from: '', to: '2026-12-25' },
    ])
  })

  it('holds until somebody sets it differently', () => {
    const [hour] = settingsChanged(standard, later)
    if (hour === undefined) throw new Error('no change')
    expect(stillHolds(hour, later)).toBe(true)
    expect(stillHolds(hour, { ...later, digestHour: 12 })).toBe(false)
  })
})

import { describe, expect, test } from 'vitest'
import { standardSettings } from '../../../src/domain/settings.js'
import { fieldIds } from '../../../src/slack/action-ids.js'
import { readHolidays } from '../../../src/slack/forms/settings/holidays.js'
import { settingsIn } from '../../../src/slack/forms/settings/values.js'
import { readZone } from '../../../src/slack/forms/settings/zone.js'

describe('a time zone', () => {
  test.each([
    ['kolkata', 'Asia/Kolkata'],
    ['Kyiv', 'Europe/Kyiv'],
    ['calcutta', 'Asia/Calcutta'],
    ['buenos aires', 'America/Argentina/Buenos_Aires'],
    ['ho chi minh', 'Asia/Ho_Chi_Minh'],
    ['asia/kolkata', 'Asia/Kolkata'],
    ['america/port-au-prince', 'America/Port-au-Prince'],
    ['africa/dar es salaam', 'Africa/Dar_es_Salaam'],
    ['utc', 'UTC'],
  ])('%s is %s', (typed, zone) => {
    expect(readZone(typed)).toEqual({ kind: 'zone', zone })
  })

  test.each(['Us/Pacific', 'us/pacific', 'US/Pacific'])('%s is written as its own name is', (typed) => {
    const { zone } = { zone: '', ...readZone(typed) }
    expect(['America/Los_Angeles', 'US/Pacific']).toContain(zone)
  })

  test('that is near one is suggested by the name that it has by now', () => {
    expect(readZone('kolkatta')).toEqual({ kind: 'unknown', near: ['Asia/Kolkata'] })
  })

  test('that nobody touched stays as Slack gave it', () => {
    const seen = standardSettings('US/Pacific')
    const filled: Record<string, string> = {
      [fieldIds.digestHour]: '9',
      [fieldIds.days]: '1,2,3,4,5',
      [fieldIds.fromHour]: '9',
      [fieldIds.toHour]: '17',
      [fieldIds.zone]: 'US/Pacific',
      [fieldIds.cap]: '5',
      [fieldIds.rhythm]: '30 days',
    }
    const read = settingsIn((field) => filled[field] ?? '', '2026-11-24', seen)
    expect(read).toEqual({ settings: seen })
  })
})

describe('days off', () => {
  const read = (text: string, before: readonly string[] | null = []) => {
    const reading = readHolidays(text, '2026-11-24', before)
    return reading.kind === 'holidays' ? reading.holidays : reading.complaint
  }

  test('that are over are refused, unless they stood there before: then they are left out', () => {
    expect(read('2026-12-25\n2026-11-20')).toBe(
      'Line 2, "2026-11-20": that day is over. Say one that is still to come.',
    )
    expect(read('2026-12-25\n2026-11-20', ['2026-11-20'])).toEqual(['2026-12-25'])
    expect(read('2026-11-20\n2026-11-19', ['2026-11-20'])).toContain('Line 2')
    expect(read('2026-11-20', null)).toEqual([])
  })

  test('without a year are the next such days, today with them', () => {
    expect(read('24 november\n20 november\nfriday')).toEqual(['2026-11-24', '2026-11-27', '2027-11-20'])
  })
})

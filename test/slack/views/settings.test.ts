import { describe, expect, test } from 'vitest'
import { newPlace } from '../../../src/app/ports.js'
import { plusDays } from '../../../src/domain/local-time.js'
import { mostHolidays, mostReactions, type Settings, settingsChanged } from '../../../src/domain/settings.js'
import { settingsForm } from '../../../src/slack/views/settings-form.js'
import {
  settingsNoticeView,
  settingsSavedView,
  settingsView,
} from '../../../src/slack/views/settings-view.js'
import { ana } from './known.js'

const place = newPlace('channel:C0CUSTOMERS', 'America/Chicago')
const days = (count: number) => Array.from({ length: count }, (_, n) => plusDays('2027-01-01', n))
const emoji = (count: number) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, n) => [`${'x'.repeat(57)}${n + 100}`, 'messaged' as const]),
  )

const told = (wish: Partial<Settings>, before: Partial<Settings> = {}) => {
  const said = settingsChanged({ ...place, ...before }, { ...place, ...before, ...wish })
  return settingsNoticeView({ kind: 'settings', by: ana, said }).text
}

describe('a channel hears', () => {
  test.each<[Partial<Settings>, Partial<Settings>, string]>([
    [{ digestHour: 10 }, {}, 'people come up at 10 instead of 9'],
    [{ days: [1, 2, 3, 4] }, {}, 'the working days are Monday to Thursday instead of Monday to Friday'],
    [{ days: [6, 7] }, { days: [3] }, 'the working days are Saturday and Sunday instead of Wednesday'],
    [{ fromHour: 8, toHour: 24 }, {}, 'working time is 8 to 24 instead of 9 to 17'],
    [{ cap: 1 }, {}, 'at most one person comes up in a day instead of 5'],
    [
      { rhythm: { every: 3, unit: 'week' } },
      {},
      'people introduced here from now on come up every 3 weeks instead of every 30 days',
    ],
    [
      { rhythm: 'never' },
      {},
      'people introduced here from now on do not come up by themselves any more; it was every 30 days',
    ],
    [
      { rhythm: { every: 1, unit: 'week' } },
      { rhythm: 'never' },
      'people introduced here from now on come up every week; until now they did not by themselves',
    ],
    [{ holidays: ['2026-12-25', '2027-01-01'] }, {}, '25 December 2026 and 1 January 2027 are days off'],
    [{ holidays: [] }, { holidays: ['2026-12-25'] }, '25 December 2026 is no day off any more'],
    [{ holidays: days(12) }, {}, '12 days are days off'],
    [
      { reactions: { tada: 'heard', memo: null } },
      {},
      'memo means nothing; tada means their words, to be kept',
    ],
    [{ reactions: {} }, { reactions: { tada: 'heard' } }, 'tada means what it means everywhere'],
    [{ reactions: emoji(9) }, {}, '9 reactions mean something else'],
    [{ week: true }, {}, 'at the end of each week I say what we heard'],
    [{ week: false }, { week: true }, 'at the end of a week I do not say what we heard any more'],
    [
      { mindful: true },
      {},
      'whoever speaks of people as if they were numbers hears a quiet word from me, alone, at most once a week',
    ],
    [{ mindful: false }, { mindful: true }, 'I leave it to you how people are spoken of'],
  ])('of %j', (wish, before, words) => {
    expect(told(wish, before)).toContain(`changed how I work here: ${words}. `)
    expect(told(wish, before)).toContain('`/person settings` changes it.')
  })
})

test('what was set is said to whoever set it, and whether the channel hears of it', () => {
  const changes = settingsChanged(place, { ...place, cap: 2 })
  const saved = (botIsIn: boolean) => settingsSavedView({ home: place.home, changes, botIsIn }).text
  expect(saved(true)).toContain('I say so once in')
  expect(saved(false)).toContain('I am not in')
  expect(saved(false)).toContain('`/invite @Personable`')
})

test('the present settings are all said', () => {
  const set = {
    ...place,
    holidays: ['2026-12-25', '2025-12-25'],
    reactions: { tada: 'heard' },
    rhythm: 'never',
  } as const
  const { text } = settingsView(set, '2026-11-24')
  expect(text).toContain('Days off: 25 December 2026.')
  expect(text).toContain('tada means their words')
  expect(text).toContain('do not come up by themselves')
})

test('what is off until somebody wants it is offered in channels alone', () => {
  const inChannel = JSON.stringify(settingsForm({ ...place, week: true }, '{}'))
  expect(inChannel).toContain('The week, heard')
  expect(inChannel.match(/"initial_options":\[\{[^}]*\},"value":"on"/g)).toHaveLength(1)
  const inDm = JSON.stringify(settingsForm(newPlace('teammate:U0ANA', 'America/Chicago'), '{}'))
  expect(inDm).not.toContain('The week, heard')
  expect(inDm).not.toContain('Mind the person')
  expect(settingsView(place, '2026-11-24').text).not.toContain('week')
  expect(settingsView({ ...place, week: true }, '2026-11-24').text).toContain('At the end of each week')
})

test('a form holds as many days off and reactions as can be set', () => {
  const full = { ...place, holidays: days(mostHolidays), reactions: emoji(mostReactions) }
  const form = JSON.stringify(settingsForm(full, '{}'))
  const initial = [...form.matchAll(/"initial_value":"((?:[^"\\]|\\.)*)"/g)].map(([, text = '']) =>
    text.replaceAll('\\n', '\n'),
  )
  expect(initial.map((text) => text.split('\n').length)).toEqual(
    expect.arrayContaining([mostHolidays, mostReactions]),
  )
  for (const text of initial) expect(text.length).toBeLessThanOrEqual(3_000)
})

import { expect, test } from 'vitest'
import type { Planned } from '../../../src/app/nudges/plan.js'
import type { Entry } from '../../../src/domain/nudge-policy.js'
import { plannedText } from '../../../src/slack/views/dry-run-text.js'
import { ana, frank } from './known.js'

const place = {
  home: 'channel:C0CUSTOMERS',
  zone: 'UTC',
  digestHour: 9,
  days: [1, 2, 3, 4, 5],
  fromHour: 9,
  toHour: 17,
  cap: 5,
  rhythm: { every: 30, unit: 'day' },
  holidays: [],
  reactions: {},
  zoneSet: false,
  zoneUntold: false,
  postable: true,
  week: false,
  mindful: false,
  mirror: false,
} as const

const news = {
  id: 'w1',
  personId: 'p-frank',
  home: place.home,
  by: ana,
  at: '2026-11-20T10:00:00.000Z',
  on: '2026-11-20',
  roleId: 'r1',
  beforeRoleId: 'r0',
  endsRoleId: null,
} as const

const entry = (differing: Partial<Entry> = {}, name = 'Frank Ortiz'): Entry => ({
  facts: {
    person: frank({ name }),
    lastContactOn: '2026-09-25',
    dueOn: '2026-10-16',
    news: [
      { ...news, kind: 'new-role' },
      { ...news, id: 'w2', kind: 'left' },
    ],
    roleQuestions: [],
    commitments: [],
    dates: [],
    nudges: [],
  },
  reasons: [{ kind: 'quiet', occasion: '2026-10-16' }],
  times: 1,
  ...differing,
})
const planned = (...entries: Entry[]): Planned => ({ postId: 'x1', place, kind: 'digest', entries })

test('a dry run says where, who, and why', () => {
  const news = [
    { kind: 'new-role', occasion: 'w1' },
    { kind: 'left', occasion: 'w2' },
  ] as const
  const text = plannedText(
    [planned(entry(), entry({ reasons: news, times: 4 }, 'Lily\u001b[31m\nWong'))],
    (home) => home.replace('channel:C0CUSTOMERS', '#customers'),
  )
  expect(text.split('\n')).toEqual([
    '#customers: the morning digest',
    '  Frank Ortiz: quiet: last contact on 2026-09-25, every 3 weeks, due 2026-10-16',
    '  Lily [31m Wong: new role on 2026-11-20; left a role on 2026-11-20 (asked for the fourth time)',
  ])
})

test('a dry run says on which day what was promised and what falls', () => {
  const reasons = [
    { kind: 'trigger', occasion: 'd1@2027-03-01:30' },
    { kind: 'promise', occasion: 'c1@2026-11-27' },
    { kind: 'date', occasion: 'd2@2026-11-28' },
    { kind: 'step', occasion: 'c2@2026-11-20' },
  ] as const
  expect(plannedText([planned(entry({ reasons }))]).split('\n')[1]).toBe(
    '  Frank Ortiz: trigger on 2027-03-01; promise by 2026-11-27; date on 2026-11-28; step by 2026-11-20',
  )
})

test('a dry run of nothing says so', () => {
  expect(plannedText([])).toBe('Nothing would be posted.')
})

test('a dry run says when nobody has been spoken to, and when there is no rhythm', () => {
  const { facts } = entry()
  const never = { ...facts, person: frank({ rhythm: 'never' }), lastContactOn: null, dueOn: null }
  expect(plannedText([{ ...planned(entry({ facts: never })), kind: 'role-news' }])).toBe(
    'channel:C0CUSTOMERS: news of roles\n  Frank Ortiz: quiet: nobody has spoken with them yet, no rhythm, due never',
  )
})

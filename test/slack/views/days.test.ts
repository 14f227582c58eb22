import { expect, test } from 'vitest'
import { ago, day, plainDay } from '../../../src/slack/views/days.js'
import { today } from './known.js'

test.each([
  ['2026-11-24', 'today'],
  ['2026-11-23', 'yesterday'],
  ['2026-11-25', 'tomorrow'],
  ['2026-12-01', 'on Tue 1 Dec'],
  ['2026-06-01', 'on Mon 1 Jun'],
  ['2025-03-03', 'on 3 March 2025'],
])('%s is said as "%s"', (on, words) => {
  expect(day(on, today)).toBe(words)
})

test.each([
  ['2026-11-24', 'today'],
  ['2026-11-23', 'yesterday'],
  ['2026-11-18', '6 days ago'],
  ['2026-09-25', '60 days ago'],
  ['2026-09-29', '8 weeks ago'],
  ['2026-04-24', '7 months ago'],
  ['2023-11-01', '3 years ago'],
])('%s was %s', (on, words) => {
  expect(ago(on, today)).toBe(words)
})

test.each([
  ['2026-11-24', 'today'],
  ['2026-11-01', '1 November'],
  ['2024-02-29', '29 February 2024'],
])('a role since %s is held since %s', (on, words) => {
  expect(plainDay(on, today)).toBe(words)
})

import { expect, test } from 'vitest'
import { gapAfter, pause, standardBackoff } from '../../../src/slack/connection/backoff.js'

const always = { ...standardBackoff, random: () => 1 }

test('gaps grow from a quarter of a second to half a minute', () => {
  const gaps = Array.from({ length: 9 }, (_, failures) => gapAfter(failures, always))
  expect(gaps).toEqual([250, 500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000])
})

test('they are scattered, and never by more than a quarter', () => {
  expect(gapAfter(3, { ...standardBackoff, random: () => 0 })).toBe(1_500)
})

test('what Slack wishes comes first', () => {
  expect(gapAfter(0, always, { kind: 'temporary', code: 'ratelimited', retryAfterMs: 7_000 })).toBe(7_000)
  expect(gapAfter(9, always, { kind: 'temporary', code: 'ratelimited', retryAfterMs: 1 })).toBe(30_000)
})

test('a wait that is called off ends at once', async () => {
  const over = new AbortController()
  const waiting = pause(3_600_000, over.signal)
  over.abort()
  await waiting
  await pause(3_600_000, over.signal)
})

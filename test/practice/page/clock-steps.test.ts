import { describe, expect, it } from 'vitest'
import { stepFrom } from '../../../src/practice/page/clock-steps.js'

const from = (at: string, zone = 'America/New_York') => stepFrom(new Date(at), 'morning', zone).toISOString()

describe('the next working morning', () => {
  it('is a minute past nine where the team works, in winter and in summer', () => {
    expect(from('2026-11-24T02:00:00Z')).toBe('2026-11-24T14:01:00.000Z')
    expect(from('2026-07-01T02:00:00Z')).toBe('2026-07-01T13:01:00.000Z')
  })

  it('is Monday after Friday morning, and over the night of the clocks going back', () => {
    expect(from('2026-10-30T13:01:00Z')).toBe('2026-11-02T14:01:00.000Z')
  })

  it('is this morning before nine, in a zone far from here', () => {
    expect(from('2026-11-23T23:30:00Z', 'Pacific/Auckland')).toBe('2026-11-24T20:01:00.000Z')
  })
})

it('goes on by an hour, and by three weeks', () => {
  const at = new Date('2026-11-24T02:00:00Z')
  expect(stepFrom(at, 'hour', 'UTC').toISOString()).toBe('2026-11-24T03:00:00.000Z')
  expect(stepFrom(at, 'weeks', 'UTC').toISOString()).toBe('2026-12-15T02:00:00.000Z')
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Counted,
  hold,
  type Limit,
  lapsesAtMs,
  nothingCounted,
  take,
} from '../../../src/slack/pacing/window.js'
import { mostWithin } from './virtual-time.js'

const noon = Date.parse('2026-11-20T12:00:00.000Z')
const tier: Limit = { atMost: 50, windowMs: 60_000, kept: 20 }
const urgencies = ['interactive', 'background'] as const
const limits = fc
  .record({ atMost: fc.integer({ min: 1, max: 100 }), windowMs: fc.integer({ min: 1_000, max: 70_000 }) })
  .chain(({ atMost, windowMs }) =>
    fc.integer({ min: 0, max: atMost - 1 }).map((kept): Limit => ({ atMost, windowMs, kept })),
  )
const asks = fc.array(
  fc.record({
    gapMs: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 500 }), fc.integer({ min: 0, max: 90_000 })),
    want: fc.integer({ min: 1, max: 30 }),
    urgency: fc.constantFrom(...urgencies),
  }),
  { maxLength: 200 },
)

describe('what is taken', () => {
  it('is never more than the limit in any window, whoever asks when for how much', () => {
    fc.assert(
      fc.property(limits, asks, (limit, asked) => {
        let counted: Counted = nothingCounted
        let nowMs = noon
        const [all, background]: [number[], number[]] = [[], []]
        for (const { gapMs, want, urgency } of asked) {
          nowMs += gapMs
          const taken = take(counted, limit, { nowMs, want, urgency })
          counted = taken.counted
          const times = Array.from({ length: taken.granted }, () => nowMs)
          all.push(...times)
          if (urgency === 'background') background.push(...times)
        }
        expect(mostWithin(all, limit.windowMs)).toBeLessThanOrEqual(limit.atMost)
        expect(mostWithin(background, limit.windowMs)).toBeLessThanOrEqual(limit.atMost - limit.kept)
      }),
    )
  })

  it('comes when it was said to: whoever is told to wait gets one after that, and nobody starves', () => {
    fc.assert(
      fc.property(limits, asks, fc.constantFrom(...urgencies), (limit, asked, urgency) => {
        let counted: Counted = nothingCounted
        let nowMs = noon
        for (const { gapMs, ...ask } of asked) {
          nowMs += gapMs
          counted = take(counted, limit, { nowMs, ...ask }).counted
        }
        const first = take(counted, limit, { nowMs, want: 1, urgency })
        if (first.granted === 1) return
        expect(first.waitMs).toBeGreaterThan(0)
        expect(first.waitMs).toBeLessThanOrEqual(limit.windowMs * 1.1)
        const later = { nowMs: nowMs + first.waitMs, want: 1, urgency }
        expect(take(first.counted, limit, later).granted).toBe(1)
      }),
    )
  })

  it('is all that there is at once, when nothing was taken for long', () => {
    expect(take(nothingCounted, tier, { nowMs: noon, want: 80, urgency: 'interactive' }).granted).toBe(50)
    expect(take(nothingCounted, tier, { nowMs: noon, want: 80, urgency: 'background' }).granted).toBe(30)
  })

  it('leaves something for those whom somebody waits for, after all of the background', () => {
    const flooded = take(nothingCounted, tier, { nowMs: noon, want: 1_000, urgency: 'background' }).counted
    expect(take(flooded, tier, { nowMs: noon, want: 1, urgency: 'background' }).granted).toBe(0)
    expect(take(flooded, tier, { nowMs: noon, want: 25, urgency: 'interactive' }).granted).toBe(20)
  })

  it('takes no more room, however much is taken', () => {
    let counted: Counted = nothingCounted
    const many = { ...tier, atMost: 100_000 }
    for (let n = 0; n < 5_000; n++)
      counted = take(counted, many, { nowMs: noon + n * 10, want: 1, urgency: 'interactive' }).counted
    expect(counted.taken.length).toBeLessThanOrEqual(66)
  })
})

describe('what Slack holds back', () => {
  it('is given to nobody until then, and counts until then', () => {
    const held = hold(nothingCounted, noon + 30_000, noon)
    const asked = { want: 5, urgency: 'interactive' } as const
    expect(take(held, tier, { nowMs: noon + 29_999, ...asked })).toMatchObject({ granted: 0, waitMs: 1 })
    expect(take(held, tier, { nowMs: noon + 30_000, ...asked }).granted).toBe(5)
    expect(lapsesAtMs(held, tier.windowMs)).toBe(noon + 30_000)
  })

  it('is not shortened by another refusal', () => {
    const twice = hold(hold(nothingCounted, noon + 30_000, noon), noon + 1_000, noon)
    expect(take(twice, tier, { nowMs: noon + 20_000, want: 1, urgency: 'interactive' }).granted).toBe(0)
  })
})

it('is not held for ever by a clock that was ahead and was set back', () => {
  const ahead = noon + 24 * 60 * 60_000
  const asked = { want: 50, urgency: 'interactive' } as const
  const { counted } = take(nothingCounted, tier, { nowMs: ahead, ...asked })
  expect(take(hold(counted, ahead + 10_000, ahead), tier, { nowMs: noon, ...asked }).granted).toBe(50)
})

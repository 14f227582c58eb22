import { describe, expect, it } from 'vitest'
import type { ReviewedClaim } from '../../../src/app/personas/review.js'
import { reviewView } from '../../../src/slack/views/sketch-review-view.js'

const written = { home: 'channel:C1', by: 'U1', at: '2026-11-22T12:00:00.000Z' } as const
const persona = { ...written, id: 'sketch', name: 'Plant managers', quiet: false }

/** As long as each can be, and nobody agrees. */
const longest = (n: number): ReviewedClaim => {
  const text = `${n} `.padEnd(200, 'they ask about the price ')
  const said = ['a', 'b'].map((who) => `${who}${n} `.padEnd(300, 'it is what my board asks for '))
  return {
    claim: { ...written, id: `claim-${n}`, personaId: 'sketch', text, wording: 'w', told: null },
    tally: { holds: 101, not: 102 },
    bearing: said,
    against: said,
    advice: { kind: 'narrow', text: `Not in general management: ${text}`.slice(0, 200), except: 'running' },
  }
}
const all = (n: number) => Array.from({ length: n }, (_, i) => longest(i + 1))

describe('a review', () => {
  it.each([1, 4, 8, 12])('of %i long claims shows each with what people said, and the way on', (count) => {
    const { blocks } = reviewView({ persona, claims: all(count), personIds: [] })
    const shown = JSON.stringify(blocks)
    for (const { claim } of all(count)) {
      expect(shown).toContain(`• ${claim.text.trimEnd()}`)
      expect(shown).toContain(`b${claim.text.split(' ')[0]} it is what`)
    }
    expect(shown).toContain('Show the sketch')
    expect(shown).not.toContain('more than I can show')
  })

  it('of few claims shows more of what people said', () => {
    const lettersOf = (count: number): number => {
      const { blocks } = reviewView({ persona, claims: all(count), personIds: [] })
      return /b1 it is what[^"]*/.exec(JSON.stringify(blocks))?.[0].length ?? 0
    }
    expect(lettersOf(2)).toBeGreaterThan(lettersOf(12))
  })
})

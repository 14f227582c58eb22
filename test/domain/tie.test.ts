import { describe, expect, it } from 'vitest'
import { isSameTie, tieKinds, tiePhrases } from '../../src/domain/tie.js'

describe('ties', () => {
  it('a marriage read from either side is one; who reports to whom is not', () => {
    const married = { kind: 'married to', personId: 'frank', otherId: 'rosa' } as const
    expect(isSameTie(married, { ...married, personId: 'rosa', otherId: 'frank' })).toBe(true)
    expect(isSameTie(married, { ...married, kind: 'works with' })).toBe(false)
    const reports = { kind: 'reports to', personId: 'frank', otherId: 'susan' } as const
    expect(isSameTie(reports, reports)).toBe(true)
    expect(isSameTie(reports, { ...reports, personId: 'susan', otherId: 'frank' })).toBe(false)
  })

  it('every kind has a phrase that stands between two names', () => {
    expect(tieKinds.map((kind) => `Frank ${tiePhrases[kind]} Susan`)).toContain(
      'Frank was introduced by Susan',
    )
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { claimsIn, faultOf, isContradicted, longestClaim, sameAs } from '../../src/domain/persona.js'
import { adviceOn, mostAgreedFirst } from '../../src/domain/rewording.js'

const nobody = { bearing: [], against: [] }

describe('claims', () => {
  it('stand one a line or between semicolons, each once', () => {
    expect(claimsIn('price comes first; they decide alone')).toEqual([
      'price comes first',
      'they decide alone',
    ])
    expect(claimsIn('- price comes first\n2) Price comes first.\n\n • they  decide alone;')).toEqual([
      'price comes first',
      'they decide alone',
    ])
    expect(claimsIn(' ;\n; ')).toEqual([])
  })

  it('are longer than a word, and no longer than a card shows', () => {
    expect(faultOf('price')).toBe('too-short')
    expect(faultOf('…!')).toBe('too-short')
    expect(faultOf('price first')).toBeNull()
    expect(faultOf('価格が一番大事')).toBeNull()
    expect(faultOf(`price ${'x'.repeat(longestClaim)}`)).toBe('too-long')
    expect(faultOf('x '.repeat(1500))).toBe('too-long')
  })

  it('are the same in whatever letters', () => {
    expect(sameAs('Price comes first.')).toBe(sameAs('price  comes FIRST'))
    expect(sameAs('price comes first')).not.toBe(sameAs('price comes last'))
  })
})

describe('evidence', () => {
  it('contradicts from three people on, when half of them do', () => {
    const not = (holds: number, not: number) => isContradicted({ holds, not })
    expect([not(0, 0), not(0, 2), not(1, 1), not(2, 1), not(1, 2), not(2, 2), not(3, 2), not(0, 3)]).toEqual([
      false,
      false,
      false,
      false,
      true,
      true,
      false,
      true,
    ])
  })
})

describe('advice', () => {
  const advice = (holds: number, not: number, kinds: Parameters<typeof adviceOn>[2] = nobody) =>
    adviceOn('price comes first.', { holds, not }, kinds)

  it('is none before three people were tried', () => {
    expect(advice(0, 0)).toEqual({ kind: 'untested' })
    expect(advice(1, 1)).toEqual({ kind: 'too-few', missing: 1 })
  })

  it('leaves what holds, an exception apart', () => {
    expect(advice(3, 0)).toEqual({ kind: 'holds' })
    expect(advice(7, 2)).toEqual({ kind: 'holds' })
  })

  it('narrows what holds for some, and says for whom where two of one kind are all it does not fit', () => {
    expect(advice(1, 2)).toMatchObject({ kind: 'narrow', text: 'For some: price comes first' })
    expect(advice(1, 2, { bearing: [], against: ['finance'] })).toMatchObject({ except: null })
    expect(advice(1, 2, { bearing: ['finance'], against: ['finance', 'finance'] })).toMatchObject({
      except: null,
    })
    expect(advice(1, 3, { bearing: [], against: ['finance', 'law'] })).toMatchObject({ except: null })
    expect(advice(1, 2, { bearing: ['buying'], against: ['finance', 'finance'] })).toMatchObject({
      text: 'Not in finance: price comes first',
    })
  })

  it('does not pile one beginning on another', () => {
    const again = adviceOn('For some: price comes first', { holds: 0, not: 3 }, nobody)
    expect(again).toEqual({ kind: 'rare', text: 'Rarely: price comes first' })
  })

  it('always fits into a claim that can be kept', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: longestClaim }), fc.nat(9), fc.nat(9), (text, holds, not) => {
        const said = adviceOn(`they ${text} x`, { holds, not }, nobody)
        if ('text' in said) expect(faultOf(said.text)).not.toBe('too-long')
      }),
    )
  })

  it('has first what the most people say', () => {
    expect(mostAgreedFirst(['the light is cold', 'quality matters', 'quality before cost', ''])).toEqual([
      'quality matters',
      'quality before cost',
      'the light is cold',
      '',
    ])
  })
})

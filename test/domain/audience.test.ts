import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Audience,
  channelHome,
  channelOf,
  type Home,
  maySee,
  teammateHome,
  teammateOf,
} from '../../src/domain/audience.js'

const sales = channelHome('CSALES')
const board = channelHome('CBOARD')
const shared = channelHome('CSHARED')
const ana: Audience = { userId: 'UANA', homes: [sales, teammateHome('UANA')], authoredHomes: [shared] }
const inSales: Audience = { userId: null, homes: [sales], authoredHomes: [] }

test('a home is a channel or a teammate', () => {
  expect([channelOf(sales), teammateOf(sales)]).toEqual(['CSALES', null])
  expect([channelOf(teammateHome('UANA')), teammateOf(teammateHome('UANA'))]).toEqual([null, 'UANA'])
})

describe('who may see what', () => {
  test('what was typed in a channel is seen by those who are in it', () => {
    expect(maySee(ana, { home: sales, by: 'UBEN' })).toBe(true)
    expect(maySee(ana, { home: board, by: 'UBEN' })).toBe(false)
  })
  test('being the author opens nothing by itself', () => {
    expect(maySee(ana, { home: board, by: 'UANA' })).toBe(false)
  })
  test('what was typed to the bot alone is seen by that teammate alone', () => {
    expect(maySee(ana, { home: teammateHome('UANA'), by: 'UANA' })).toBe(true)
    expect(maySee(ana, { home: teammateHome('UBEN'), by: 'UBEN' })).toBe(false)
    expect(maySee(inSales, { home: teammateHome('UANA'), by: 'UANA' })).toBe(false)
  })
  test('where another organisation reads along, each sees their own', () => {
    expect(maySee(ana, { home: shared, by: 'UANA' })).toBe(true)
    expect(maySee(ana, { home: shared, by: 'UBEN' })).toBe(false)
  })
  test('a place is no author', () => {
    const place: Audience = { userId: null, homes: [], authoredHomes: [shared] }
    expect(maySee(place, { home: shared, by: 'UANA' })).toBe(false)
  })
  test('the bookkeeping sees everything', () => {
    expect(maySee('everything', { home: board, by: 'UBEN' })).toBe(true)
  })

  test('with fewer homes nobody sees more', () => {
    const homes = fc.subarray<Home>([sales, board, shared, teammateHome('UANA'), teammateHome('UBEN')])
    const by = fc.constantFrom('UANA', 'UBEN')
    fc.assert(
      fc.property(homes, homes, homes, by, by, (open, authored, cut, userId, author) => {
        const wide: Audience = { userId, homes: open, authoredHomes: authored }
        const left = (list: Home[]) => list.filter((home) => !cut.includes(home))
        const narrow: Audience = { userId, homes: left(open), authoredHomes: left(authored) }
        for (const home of [sales, board, shared]) {
          if (maySee(narrow, { home, by: author })) expect(maySee(wide, { home, by: author })).toBe(true)
        }
      }),
    )
  })
})

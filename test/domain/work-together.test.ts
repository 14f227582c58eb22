import { describe, expect, it } from 'vitest'
import type { LocalDate } from '../../src/domain/local-time.js'
import type { Role } from '../../src/domain/role.js'
import { isAPlace, workedTogether } from '../../src/domain/work-together.js'

const today = '2026-11-22'
type Years = readonly [since: LocalDate | null, until: LocalDate | null]
const role = (company: string, [sinceOn, untilOn]: Years, on = '2026-11-20'): Role => ({
  id: `${company}${sinceOn}${untilOn}`,
  personId: 'p',
  home: 'channel:C',
  by: 'U',
  at: `${on}T15:00:00.000Z`,
  title: 'buyer',
  company,
  sinceOn,
  untilOn,
})
const met = (frank: Years, susan: Years, written?: string) => {
  const found = workedTogether(
    [role('Acme Lighting', frank, written)],
    [role('ACME Lighting, Inc.', susan, written)],
    today,
  )
  return found === null ? 'never' : `${found.sure ? 'surely' : 'perhaps'} until ${found.untilOn}`
}

describe('two people who were at one company', () => {
  it.each<[string, Years, Years, string]>([
    ['overlap', ['2018-01-01', null], ['2015-01-01', '2021-06-30'], 'surely until 2021-06-30'],
    ['are both there', ['2018-01-01', null], [null, null], 'surely until null'],
    ['missed each other', ['2018-01-01', null], ['2001-01-01', '2005-01-01'], 'never'],
    ['missed each other the other way round', ['2001-01-01', '2005-01-01'], ['2018-01-01', null], 'never'],
    ['shared a day', ['2005-01-01', null], ['2001-01-01', '2005-01-01'], 'surely until 2005-01-01'],
    ['may have met, nobody knows', [null, '2010-01-01'], [null, '2012-01-01'], 'perhaps until 2010-01-01'],
    [
      'one left before the other is known there',
      [null, null],
      [null, '2012-01-01'],
      'perhaps until 2012-01-01',
    ],
  ])('%s', (_, frank, susan, expected) => {
    expect(met(frank, susan)).toBe(expected)
  })

  it('were there when it was written down that they are', () => {
    expect(met([null, null], [null, '2026-11-01'], '2026-03-01')).toBe('surely until 2026-11-01')
  })

  it('are told of by what is sure and late', () => {
    const found = workedTogether(
      [role('Acme', [null, '2010-01-01']), role('Globex', ['2012-01-01', null])],
      [role('Acme', [null, '2010-01-01']), role('Globex', ['2012-01-01', '2020-01-01'])],
      today,
    )
    expect(found?.theirs.company).toBe('Globex')
    expect(workedTogether([role('Acme', [null, null])], [role('Globex', [null, null])], today)).toBe(null)
  })
})

it.each(['', 'Self-employed', 'freelance', 'Freelancer', 'Retired', 'n/a', '-', 'independent consultant'])(
  'nobody was met at “%s”',
  (company) => {
    expect(isAPlace(company)).toBe(false)
    expect(workedTogether([role(company, [null, null])], [role(company, [null, null])], today)).toBe(null)
  },
)

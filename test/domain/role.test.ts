import { describe, expect, test } from 'vitest'
import { companyKey, heldBefore, heldNow, type Role, roleText } from '../../src/domain/role.js'

const role = (of: Partial<Role> & { id: string }): Role => ({
  personId: 'frank',
  home: 'channel:C1',
  by: 'U1',
  at: '2026-11-01T10:00:00.000Z',
  title: 'CFO',
  company: 'Acme',
  sinceOn: null,
  untilOn: null,
  ...of,
})
const ids = (roles: readonly Role[]) => roles.map(({ id }) => id)

test('a role in words', () => {
  expect(roleText({ title: 'VP operations', company: 'Globex' })).toBe('VP operations at Globex')
  expect(roleText({ title: '', company: 'Globex' })).toBe('at Globex')
  expect(roleText({ title: 'VP operations', company: '' })).toBe('VP operations')
})

describe('the roles of a person', () => {
  const first = role({ id: '1', untilOn: '2020-01-01' })
  const second = role({ id: '2', untilOn: '2024-01-01' })
  const now = role({ id: '3' })
  const beside = role({ id: '4', at: '2026-11-02T10:00:00.000Z' })
  const sameMoment = role({ id: '5' })

  test('held now: the one begun last comes first', () => {
    expect(ids(heldNow([first, now, beside, second]))).toEqual(['4', '3'])
    expect(ids(heldNow([beside, now]))).toEqual(['4', '3'])
    expect(ids(heldNow([now, sameMoment]))).toEqual(['5', '3'])
    expect(ids(heldNow([sameMoment, now]))).toEqual(['5', '3'])
  })
  test('held before: the one left last comes first', () => {
    expect(ids(heldBefore([first, now, second]))).toEqual(['2', '1'])
    expect(ids(heldBefore([second, first]))).toEqual(['2', '1'])
  })
})

describe('companies', () => {
  test.each([
    ['Acme Lighting, Inc.', 'ACME lighting'],
    ['Müller GmbH', 'muller'],
    ['Globex Corp.', 'Globex'],
  ])('%s is %s', (a, b) => {
    expect(companyKey(a)).toBe(companyKey(b))
  })
  test('a legal form alone is a name', () => {
    expect(companyKey('Inc')).toBe('inc')
    expect(companyKey('Incline')).toBe('incline')
  })
})

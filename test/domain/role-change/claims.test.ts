import { describe, expect, test } from 'vitest'
import { decideChange, type Weighing } from '../../../src/domain/role-change/decide.js'
import type { RoleChange, RoleSaid } from '../../../src/domain/role-change/role-change.js'
import { isSameClaim } from '../../../src/domain/role-change/role-question.js'
import { sourceName } from '../../../src/domain/role-change/source.js'

const role = (title: string, company: string): RoleSaid => ({ title, company })
const buyer = role('buyer', 'Acme')
const ceo = role('CEO', 'Globex')
const change = (was: RoleSaid | null, is: RoleSaid | null): RoleChange => ({ kind: 'new-company', was, is })

describe('two claims', () => {
  test.each<[string, RoleChange, RoleChange, boolean]>([
    ['the same new role, whatever was before', change(buyer, ceo), change(null, ceo), true],
    ['two new roles', change(buyer, ceo), change(buyer, role('CEO', 'Initech')), false],
    ['a departure and a new role', change(buyer, null), change(buyer, ceo), false],
    ['a new role and a departure', change(buyer, ceo), change(buyer, null), false],
    ['two departures from one company', change(buyer, null), change(role('VP', 'ACME Inc.'), null), true],
    ['departures from two companies', change(buyer, null), change(ceo, null), false],
    ['departures from nothing known', change(null, null), change(null, null), true],
    [
      'a departure from nothing known, and one from a company',
      change(null, null),
      change(buyer, null),
      false,
    ],
  ])('%s', (_, one, other, same) => {
    expect(isSameClaim(one, other)).toBe(same)
  })
})

const hook: Weighing = {
  title: null,
  company: null,
  left: false,
  source: 'hook:crm',
  observedAt: '2026-11-03T10:00:00.000Z',
  sure: 'certain',
  baseline: 'known',
  last: null,
  held: [buyer],
  past: [],
  before: [],
  spokenAt: null,
}
const says = (said: Partial<Weighing>) => decideChange({ ...hook, ...said })

describe('a source that says little', () => {
  test('the role with that title is the one that was left, and another title leaves the one held longest', () => {
    const held = [role('planner', 'Acme'), buyer]
    const asks = (was: RoleSaid) => ({ kind: 'ask', why: 'unsure', change: { kind: 'left', was, is: null } })
    expect(says({ left: true, held, title: 'Planner' })).toEqual(asks(role('planner', 'Acme')))
    expect(says({ left: true, held, title: 'gardener' })).toEqual(asks(buyer))
  })

  test('a title alone, or an emptied company, is no new place for somebody who left', () => {
    const gone = { held: [], past: [buyer] }
    expect(says({ ...gone, title: 'CEO' })).toEqual({ kind: 'baseline' })
    expect(says({ ...gone, title: 'CEO', company: '' })).toEqual({ kind: 'baseline' })
    const there = { kind: 'new-company', was: null, is: role('', 'Globex') }
    expect(says({ ...gone, company: 'Globex' })).toEqual({ kind: 'change', change: there })
  })

  test('of two roles at the company that was left, the one named gives way; another title is asked about', () => {
    const held = [role('planner', 'Acme'), buyer]
    const before = (title: string) => ({
      id: 's',
      personId: 'frank',
      home: 'channel:C1' as const,
      by: 'U1',
      at: '2026-09-01T10:00:00.000Z',
      source: 'hook:crm',
      key: 'frank',
      observedAt: '2026-09-01T10:00:00.000Z',
      ...role(title, 'Acme'),
    })
    const moves = (title: string) => says({ held, last: before(title), ...ceo })
    expect(moves('buyer')).toMatchObject({ kind: 'change', change: { was: buyer, is: ceo } })
    expect(moves('clerk')).toMatchObject({ kind: 'ask', why: 'unsure' })
  })
})

test.each([
  ['hook:', 'A webhook', false],
  ['hook', 'A webhook', false],
  ['hook:crm:north', 'crm:north', false],
  ['linkedin:U1', 'LinkedIn', true],
  ['hubspot', 'HubSpot', false],
])('%s is spoken of as %s', (source, name, isFile) => {
  expect(sourceName(source)).toEqual({ name, isFile })
})

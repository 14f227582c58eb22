import type { Compilable } from 'kysely'
import { describe, expect, it } from 'vitest'
import { acquaintedAtQuery, howManyTellQuery, toldQuery } from '../../src/store/acquaintance-store.js'
import type { Bound } from '../../src/store/bound.js'
import { comparedQuery, keysBeginningQuery, spellingsQuery } from '../../src/store/company-names.js'
import {
  everybodyQuery,
  peopleThereQuery,
  rolesThereQuery,
  tallyQuery,
} from '../../src/store/company-store.js'
import { ownersQuery } from '../../src/store/person-store.js'
import { fromAnyQuery } from '../../src/store/tie-store.js'
import { emptySqlite, expectSteps, scans } from '../support/query-plan.js'

const page = { limit: 10, offset: 0 }

describe('SQLite answers from its indexes, of companies and owners,', () => {
  const { bound, planOf } = emptySqlite()

  it.each<[string, (bound: Bound) => Compilable, RegExp]>([
    [
      'companies almost spelled so',
      (bound) => comparedQuery(bound, 'a'),
      /COVERING INDEX roles_at_company \(workspace_id=\? AND company_key>\? AND company_key<\?\)/,
    ],
    [
      'how companies are spelled',
      (bound) => spellingsQuery(bound, ['acme', 'globex']),
      /roles_at_company \(workspace_id=\? AND company_key=\?\)/,
    ],
    [
      'the people at a company',
      (bound) => peopleThereQuery(bound, 'acme', page),
      /roles_at_company \(workspace_id=\? AND company_key=\?\)/,
    ],
    [
      'whether they were spoken to',
      (bound) => peopleThereQuery(bound, 'acme', page),
      /SEARCH i USING INDEX interactions_\w+ \(workspace_id=\? AND person_id=\?\)/,
    ],
    [
      'what some of them do there',
      (bound) => rolesThereQuery(bound, 'acme', ['p1', 'p2']),
      /SEARCH e USING INDEX roles_\w+ \(workspace_id=\? AND \w+=\?\)/,
    ],
    [
      'the ties from some people',
      (bound) => fromAnyQuery(bound, ['p1', 'p2']),
      /ties_of_person \(workspace_id=\? AND person_id=\?\)/,
    ],
    [
      'some of the roles at a company, for those who were spoken to',
      (bound) => acquaintedAtQuery(bound, 'acme', 'p1', 8),
      /SEARCH r USING INDEX roles_at_company \(workspace_id=\? AND company_key=\?\)/,
    ],
    [
      'those roles, each by itself',
      (bound) => acquaintedAtQuery(bound, 'acme', 'p1', 8),
      /SEARCH e USING INDEX sqlite_autoindex_roles_1 \(workspace_id=\? AND id=\?\)/,
    ],
    ['what is told of others', (bound) => toldQuery(bound, ['leeds'], 'p1', 40), /SCAN f VIRTUAL TABLE/],
  ])('%s', async (_name, query, expected) => {
    const plan = await planOf(query(bound()))
    expectSteps(plan, expected)
  })

  it('companies that begin so, each by one step in the index from the one before', async () => {
    const plan = await planOf(keysBeginningQuery(bound(), 'acm', 'acn'))
    const steps = plan.filter((line) => /COVERING INDEX roles_at_company/.test(line))
    expect(steps).toHaveLength(2)
    for (const line of steps)
      expect(line).toMatch(/\(workspace_id=\? AND company_key>\? AND company_key<\?\)/)
    expect(plan.join('\n')).toMatch(
      /SEARCH e USING INDEX roles_at_company \(workspace_id=\? AND company_key=\?\)/,
    )
  })

  it('the owners, each by one step in the index from the one before', async () => {
    const plan = await planOf(ownersQuery(bound()))
    const read = plan.filter((line) => / p\b/.test(line))
    expect(read).toHaveLength(2)
    for (const line of read)
      expect(line).toMatch(
        /SEARCH p USING COVERING INDEX people_by_owner \(workspace_id=\? AND owner_id>\?\)/,
      )
  })

  it('of how many people something is told, counted no further than to a bound', async () => {
    const plan = await planOf(howManyTellQuery(bound(), ['leeds']))
    expect(plan).toContainEqual(expect.stringMatching(/SCAN f VIRTUAL TABLE/))
    expect(scans(plan)).toEqual(['SCAN q'])
  })

  it('how many are at a company', async () => {
    const plan = await planOf(tallyQuery(bound(), 'acme'))
    expect(plan.some((line) => /roles_at_company \(workspace_id=\? AND company_key=\?\)/.test(line))).toBe(
      true,
    )
    expect(scans(plan)).toEqual(['SCAN q'])
    const whole = await planOf(everybodyQuery(bound(), 'acme', page))
    expect(whole.some((line) => /roles_at_company \(workspace_id=\? AND company_key=\?\)/.test(line))).toBe(
      true,
    )
    expect(scans(whole).filter((line) => !/SCAN (q|\(subquery-\d+\))$/.test(line))).toEqual([])
  })
})

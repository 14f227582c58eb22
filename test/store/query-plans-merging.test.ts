import type { Compilable } from 'kysely'
import { describe, it } from 'vitest'
import type { Bound } from '../../src/store/bound.js'
import { namedQuery, namesakesQuery, ofPersonQuery, sharingQuery } from '../../src/store/merge-store.js'
import { emptySqlite, expectSteps } from '../support/query-plan.js'

describe('who may be whom, and who was merged, SQLite answers from its indexes:', () => {
  const { bound, planOf } = emptySqlite()

  const mine = { ownerId: 'U1' }
  const sameKey = /SEARCH l USING .*\(workspace_id=\? AND key=\? AND kind=\?\)/

  it.each<[string, (bound: Bound) => Compilable, RegExp]>([
    ['those of one owner', (bound) => sharingQuery(bound, 'address', mine, 20), /people_by_owner/],
    ['who shares an address with them', (bound) => sharingQuery(bound, 'address', mine, 20), sameKey],
    [
      'who shares one with somebody',
      (bound) => sharingQuery(bound, 'slack', { personId: 'p1' }, 20),
      sameKey,
    ],
    ['namesakes at a company', (bound) => namesakesQuery(bound, mine, 20), sameKey],
    [
      'namesakes of one',
      (bound) => namesakesQuery(bound, { personId: 'p1' }, 20),
      /roles_(of_person|at_company)/,
    ],
    [
      'merged into one',
      (bound) => ofPersonQuery(bound, 'p1'),
      /merges_of_person \(workspace_id=\? AND person_id=\?\)/,
    ],
    ['merged, as they were', (bound) => ofPersonQuery(bound, 'p1'), /SEARCH c USING INDEX .*act_seq=\?/],
    [
      'merged, by name',
      (bound) => namedQuery(bound, 'francis'),
      /merges_by_name \(workspace_id=\? AND name_key/,
    ],
  ])('%s', async (_name, query, expected) => {
    const plan = await planOf(query(bound()))
    expectSteps(plan, expected)
  })
})

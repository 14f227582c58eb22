import type { Compilable } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { channelHome } from '../../src/domain/audience.js'
import { Bound } from '../../src/store/bound.js'
import { comparedQuery, keysBeginningQuery, spellingsQuery } from '../../src/store/company-names.js'
import { peopleThereQuery, rolesThereQuery, tallyQuery } from '../../src/store/company-store.js'
import { connect, type Handle } from '../../src/store/dialect.js'
import { migrate } from '../../src/store/migrate.js'
import { ownersQuery } from '../../src/store/person-store.js'
import { fromAnyQuery } from '../../src/store/tie-store.js'
import { planIn, scans } from '../support/query-plan.js'

const homes = Array.from({ length: 400 }, (_, n) => channelHome(`C${n}`))
const audience = { userId: 'U1', homes, authoredHomes: homes }
const page = { limit: 10, offset: 0 }

describe('SQLite answers from its indexes, of companies and owners,', () => {
  let handle: Handle
  let bound: Bound
  beforeAll(async () => {
    handle = connect('file::memory:', 1_000)
    await migrate(handle, 1_000)
    bound = new Bound(handle.db, handle.dialect, { workspaceId: 'W1', audience })
  })
  afterAll(() => handle.db.destroy())
  const planOf = (query: Compilable) => planIn(handle, query)

  it.each<[string, () => Compilable, RegExp]>([
    [
      'companies that begin so',
      () => keysBeginningQuery(bound, 'acm', 11),
      /roles_at_company \(workspace_id=\? AND company_key>\? AND company_key<\?\)/,
    ],
    [
      'companies almost spelled so',
      () => comparedQuery(bound, 'a'),
      /COVERING INDEX roles_at_company \(workspace_id=\? AND company_key>\? AND company_key<\?\)/,
    ],
    [
      'how companies are spelled',
      () => spellingsQuery(bound, ['acme', 'globex']),
      /roles_at_company \(workspace_id=\? AND company_key=\?\)/,
    ],
    [
      'the people at a company',
      () => peopleThereQuery(bound, 'acme', page),
      /roles_at_company \(workspace_id=\? AND company_key=\?\)/,
    ],
    [
      'whether they were spoken to',
      () => peopleThereQuery(bound, 'acme', page),
      /SEARCH i USING INDEX interactions_\w+ \(workspace_id=\? AND person_id=\?\)/,
    ],
    [
      'what some of them do there',
      () => rolesThereQuery(bound, 'acme', ['p1', 'p2']),
      /SEARCH e USING INDEX roles_\w+ \(workspace_id=\? AND \w+=\?\)/,
    ],
    [
      'the ties from some people',
      () => fromAnyQuery(bound, ['p1', 'p2']),
      /ties_of_person \(workspace_id=\? AND person_id=\?\)/,
    ],
  ])('%s', async (_name, query, expected) => {
    const plan = await planOf(query())
    expect(scans(plan)).toEqual([])
    expect(
      plan.some((line) => expected.test(line)),
      plan.join('\n'),
    ).toBe(true)
  })

  it('the owners, each by one step in the index from the one before', async () => {
    const plan = await planOf(ownersQuery(bound))
    const read = plan.filter((line) => / p\b/.test(line))
    expect(read).toHaveLength(2)
    for (const line of read)
      expect(line).toMatch(
        /SEARCH p USING COVERING INDEX people_by_owner \(workspace_id=\? AND owner_id>\?\)/,
      )
  })

  it('how many are at a company', async () => {
    const plan = await planOf(tallyQuery(bound, 'acme'))
    expect(plan.some((line) => /roles_at_company \(workspace_id=\? AND company_key=\?\)/.test(line))).toBe(
      true,
    )
    expect(scans(plan)).toEqual(['SCAN q'])
  })
})

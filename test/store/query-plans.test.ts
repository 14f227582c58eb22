import { type Compilable, CompiledQuery } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { channelHome, type Home } from '../../src/domain/audience.js'
import { Bound } from '../../src/store/bound.js'
import { dueQuery, newsQuery } from '../../src/store/candidates.js'
import { connect, type Handle } from '../../src/store/dialect.js'
import { migrate } from '../../src/store/migrate.js'
import { beginningQuery, calledQuery, nearQueries } from '../../src/store/person-calling.js'
import { exactQuery, foundQuery } from '../../src/store/person-search.js'
import { comingUpQuery, dueForQuery, firstContactsQuery } from '../../src/store/person-store.js'
import { entriesQuery } from '../../src/store/search-store.js'

const homes: Home[] = Array.from({ length: 400 }, (_, n) => channelHome(`C${n}`))
const audience = { userId: 'U1', homes, authoredHomes: homes }
const page = { limit: 10, offset: 0 }

describe('SQLite answers from its indexes', () => {
  let handle: Handle
  let bound: Bound
  beforeAll(async () => {
    handle = connect('file::memory:', 1_000)
    await migrate(handle, 1_000)
    bound = new Bound(handle.db, handle.dialect, { workspaceId: 'W1', audience })
  })
  afterAll(() => handle.db.destroy())

  /** How SQLite goes about a query, line by line; reading a list that was handed in is no scan. */
  const planOf = async (query: Compilable): Promise<string[]> => {
    const { sql, parameters } = query.compile()
    const plan = await handle.db.executeQuery<{ detail: string }>(
      CompiledQuery.raw(`explain query plan ${sql}`, [...parameters]),
    )
    return plan.rows.map((row) => row.detail).filter((line) => !line.includes('json_each'))
  }
  const scans = (plan: readonly string[]) =>
    plan.filter((line) => line.startsWith('SCAN') && !line.includes('VIRTUAL TABLE'))

  it.each<[string, () => Compilable, RegExp]>([
    ['called', () => calledQuery(bound, ['frank', 'ortiz']), /SEARCH k USING .*\(workspace_id=\? AND key=\?/],
    [
      'beginning',
      () => beginningQuery(bound, 'fra'),
      /SEARCH k USING .*\(workspace_id=\? AND key>\? AND key<\?\)/,
    ],
    [
      'coming up',
      () => comingUpQuery(bound, page),
      /SEARCH p USING INDEX people_by_due \(workspace_id=\? AND due_on>/,
    ],
    [
      'due for an owner',
      () => dueForQuery(bound, 'U1', '2026-11-20'),
      /people_by_owner \(workspace_id=\? AND owner_id=\? AND due_on</,
    ],
    [
      'first contacts',
      () => firstContactsQuery(bound, 'channel:C1', '2026-11-20', '2027-02-28'),
      /people_by_home \(workspace_id=\? AND home=\? AND due_on>\? AND due_on<\?\)/,
    ],
    [
      'candidates',
      () => dueQuery(bound, { homes, dueBy: '2026-11-20' }),
      /people_by_home \(workspace_id=\? AND home=\? AND due_on</,
    ],
    [
      'candidates with news',
      () => newsQuery(bound, { homes, dueBy: '2026-11-20' }),
      /people_with_news \(workspace_id=\? AND home=\?\)/,
    ],
    ['search', () => entriesQuery(bound, ['ohio', 'state'], page), /SCAN f VIRTUAL TABLE INDEX/],
    [
      'people called so',
      () => exactQuery(bound, 'frank', 10),
      /SEARCH k USING .*\(workspace_id=\? AND key=\?/,
    ],
    [
      'search for people',
      () => foundQuery(bound, 'frank', ['acme'], 'role', 10),
      /SCAN f VIRTUAL TABLE INDEX/,
    ],
    [
      'search for people by more words',
      () => foundQuery(bound, 'frank', ['acme'], 'role', 10),
      /SEARCH o .*INDEX search_entries_of_person \(workspace_id=\? AND person_id=\?\)/,
    ],
  ])('%s', async (_name, query, expected) => {
    const plan = await planOf(query())
    expect(scans(plan)).toEqual([])
    expect(
      plan.some((line) => expected.test(line)),
      plan.join('\n'),
    ).toBe(true)
  })

  it('near, by beginnings and by endings', async () => {
    const queries = nearQueries(bound, [...'frnak'], 2)
    expect(queries.length).toBeGreaterThan(5)
    for (const query of queries) {
      const plan = await planOf(query)
      expect(scans(plan)).toEqual([])
      expect(plan[0]).toMatch(/(key|backwards)>\? AND (key|backwards)<\?/)
    }
  })

  it('who comes up, and what is found, without sorting everything first', async () => {
    const sorts = (plan: readonly string[]) =>
      plan.filter((line) => line.includes('TEMP B-TREE FOR ORDER BY'))
    expect(sorts(await planOf(comingUpQuery(bound, page)))).toEqual([])
    expect(sorts(await planOf(entriesQuery(bound, ['ohio', 'state'], page)))).toEqual([])
    expect(sorts(await planOf(beginningQuery(bound, 'fra')))).toEqual([])
    expect(sorts(await planOf(foundQuery(bound, 'frank', ['acme'], 'person', 10)))).toEqual([])
  })
})

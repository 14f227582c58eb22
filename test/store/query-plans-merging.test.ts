import { type Compilable, CompiledQuery } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { channelHome, type Home } from '../../src/domain/audience.js'
import { Bound } from '../../src/store/bound.js'
import { connect, type Handle } from '../../src/store/dialect.js'
import { namedQuery, namesakesQuery, ofPersonQuery, sharingQuery } from '../../src/store/merge-store.js'
import { migrate } from '../../src/store/migrate.js'

const homes: Home[] = Array.from({ length: 400 }, (_, n) => channelHome(`C${n}`))
const audience = { userId: 'U1', homes, authoredHomes: homes }

describe('who may be whom, and who was merged, SQLite answers from its indexes:', () => {
  let handle: Handle
  let bound: Bound
  beforeAll(async () => {
    handle = connect('file::memory:', 1_000)
    await migrate(handle, 1_000)
    bound = new Bound(handle.db, handle.dialect, { workspaceId: 'W1', audience })
  })
  afterAll(() => handle.db.destroy())

  const planOf = async (query: Compilable): Promise<string> => {
    const { sql, parameters } = query.compile()
    const plan = await handle.db.executeQuery<{ detail: string }>(
      CompiledQuery.raw(`explain query plan ${sql}`, [...parameters]),
    )
    return plan.rows
      .map((row) => row.detail)
      .filter((line) => !line.includes('json_each'))
      .join('\n')
  }
  const mine = { ownerId: 'U1' }
  const sameKey = /SEARCH l USING .*\(workspace_id=\? AND key=\? AND kind=\?\)/

  it.each<[string, () => Compilable, RegExp]>([
    ['those of one owner', () => sharingQuery(bound, 'address', mine, 20), /people_by_owner/],
    ['who shares an address with them', () => sharingQuery(bound, 'address', mine, 20), sameKey],
    ['who shares one with somebody', () => sharingQuery(bound, 'slack', { personId: 'p1' }, 20), sameKey],
    ['namesakes at a company', () => namesakesQuery(bound, mine, 20), sameKey],
    ['namesakes of one', () => namesakesQuery(bound, { personId: 'p1' }, 20), /roles_(of_person|at_company)/],
    [
      'merged into one',
      () => ofPersonQuery(bound, 'p1'),
      /merges_of_person \(workspace_id=\? AND person_id=\?\)/,
    ],
    ['merged, as they were', () => ofPersonQuery(bound, 'p1'), /SEARCH c USING INDEX .*act_seq=\?/],
    ['merged, by name', () => namedQuery(bound, 'francis'), /merges_by_name \(workspace_id=\? AND name_key/],
  ])('%s', async (_name, query, expected) => {
    const plan = await planOf(query())
    expect(plan).not.toMatch(/^SCAN (?!CONSTANT)/m)
    expect(plan).toMatch(expected)
  })
})

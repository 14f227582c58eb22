import { describe, expect, it } from 'vitest'
import { overQueries } from '../../src/store/installation-erasing.js'
import { servingQuery } from '../../src/store/installation-reading.js'
import { expiringQuery } from '../../src/store/installation-refreshing.js'
import { emptySqlite, scans } from '../support/query-plan.js'

const now = '2026-11-20T15:00:00.000Z'

describe('SQLite finds without looking at every installation', () => {
  const { db, planOf } = emptySqlite()

  it('by what a workspace is served', async () => {
    expect(scans(await planOf(servingQuery(db(), 'T1')))).toEqual([])
  })

  it('those whose tokens expire, the first to expire first', async () => {
    const plan = await planOf(expiringQuery(db(), now, now).limit(9))
    expect(plan).toEqual([
      expect.stringMatching(/^SEARCH installations USING INDEX installations_by_expiry \(token_expires_at</),
    ])
  })

  it.each([
    ['own', /^SEARCH own USING .*INDEX installations_to_erase \(erase_at</],
    ['byOrg', /^SEARCH org USING .*INDEX installations_to_erase \(erase_at</],
    ['revoked', /^SEARCH granted_workspaces USING .*INDEX granted_workspaces_to_erase \(erase_at</],
  ] as const)('those whose time is over: %s', async (name, first) => {
    const { own, byOrg, revoked } = overQueries(db(), now)
    const query = { own: own.limit(9), byOrg: byOrg.limit(9), revoked: revoked.limit(9) }[name]
    const plan = await planOf(query)
    expect(plan[0]).toMatch(first)
    expect(scans(plan)).toEqual([])
    expect(plan.join()).not.toContain('TEMP B-TREE')
  })
})

import { type Compilable, sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import type { Bound } from '../../src/store/bound.js'
import { amongFirstWordsQuery, beginsKeysQuery } from '../../src/store/likely-keys.js'
import {
  beginningQuery,
  calledByEachQuery,
  calledByOneQuery,
  calledQuery,
} from '../../src/store/person-calling.js'
import {
  begunQuery,
  exactQuery,
  foundQuery,
  newestNamedQuery,
  rareQuery,
} from '../../src/store/person-search.js'
import { emptySqlite, expectSteps, scans } from '../support/query-plan.js'

const begun = { from: sql.val('fra'), to: sql.val('frb'), limit: sql.val(80) }

describe('SQLite finds people by what they are called from its indexes', () => {
  const { bound, planOf } = emptySqlite()

  it.each<[string, (bound: Bound) => Compilable, RegExp]>([
    [
      'called',
      (bound) => calledQuery(bound, ['frank', 'ortiz']),
      /SEARCH k USING .*\(workspace_id=\? AND key=\?/,
    ],
    [
      'which plain words begin what anybody is called by',
      (bound) => amongFirstWordsQuery(bound, ['frank', 'ortiz']),
      /SEARCH f EXISTS USING COVERING INDEX .*\(workspace_id=\? AND word=\?\)/,
    ],
    [
      'which words call anybody',
      (bound) => beginsKeysQuery(bound, ['frank', 'ortiz']),
      /SEARCH k EXISTS USING COVERING INDEX .*\(workspace_id=\? AND key>\? AND key<\?\)/,
    ],
    [
      'people called so',
      (bound) => exactQuery(bound, { whole: sql.val('frank'), limit: sql.val(10) }),
      /SEARCH k USING .*\(workspace_id=\? AND key=\?/,
    ],
    [
      'search for people',
      (bound) => foundQuery(bound, ['frank'], ['acme'], 'role', 10),
      /SCAN f VIRTUAL TABLE INDEX/,
    ],
    [
      'search for people, by their names among the newest',
      (bound) => newestNamedQuery(bound, ['frank'], 10) ?? foundQuery(bound, [], [], 'role', 10),
      /SCAN f VIRTUAL TABLE INDEX \d+:M\d+>/,
    ],
    [
      'search for people by a rare word and others',
      (bound) => rareQuery(bound, 'frank', ['acme']),
      /SCAN f VIRTUAL TABLE INDEX/,
    ],
  ])('%s', async (_name, query, expected) => {
    expectSteps(await planOf(query(bound())), expected)
  })

  it('whose name begins so, the best known of those who were found first', async () => {
    const plan = await planOf(beginningQuery(bound(), begun))
    // `q` is whoever was found: they alone are put in order.
    expect(scans(plan)).toEqual(['SCAN q'])
    expect(plan.join('\n')).toMatch(
      /SEARCH k USING COVERING INDEX person_keys_of_names \(workspace_id=\? AND key>\? AND key<\?\)/,
    )
    const sorts = plan.flatMap((line, n) => (line.includes('TEMP B-TREE') ? [n] : []))
    expect(sorts).toHaveLength(1)
    expect(sorts[0]).toBeGreaterThan(plan.indexOf('SCAN q'))
  })

  it.each<[string, (bound: Bound) => Compilable]>([
    ['of all of a kind', (bound) => foundQuery(bound, ['frank'], ['acme'], 'role', 10)],
    ['of a rare word', (bound) => rareQuery(bound, 'frank', ['acme'])],
  ])(
    'whether those who are found are called by another word, by name and roles alone: %s',
    async (_, query) => {
      const plan = await planOf(query(bound()))
      expectSteps(plan, /SEARCH r USING INDEX roles_of_person \(workspace_id=\? AND person_id=\?\)/)
      const entries = plan.filter((line) => line.startsWith('SEARCH o '))
      expect(entries).toHaveLength(2)
      for (const line of entries) expect(line).toMatch(/\(workspace_id=\? AND source=\? AND entry_id=\?\)/)
    },
  )

  it('a few of one name, without putting anybody in order first', async () => {
    const few = calledByOneQuery(bound(), { key: sql.val('frank'), limit: sql.lit(4) }, ['given', 'family'])
    const plan = await planOf(few)
    // `q` is those few.
    expect(scans(plan)).toEqual(['SCAN q'])
    expect(plan.join('\n')).toMatch(
      /SEARCH k USING COVERING INDEX .*\(workspace_id=\? AND key=\? AND kind=\?\)/,
    )
    expect(plan.filter((line) => line.includes('TEMP B-TREE'))).toEqual([])
  })

  it('a few of each name, however many are called so', async () => {
    const plan = await planOf(calledByEachQuery(bound(), ['frank', 'ortiz'], sql.lit(4)))
    // `q` is the few of one name.
    expect(scans(plan)).toEqual(['SCAN q', 'SCAN q'])
    const ofOne = plan.filter((line) => /SEARCH k .*\(workspace_id=\? AND key=\? AND kind=\?\)/.test(line))
    expect(ofOne).toHaveLength(2)
  })

  it('whose name begins so by a letter, before they are put in order', async () => {
    const plan = await planOf(begunQuery(bound(), 'f', 10, 10))
    expect(scans(plan)).toEqual(['SCAN q'])
    expect(plan.join('\n')).toMatch(/SEARCH k USING COVERING INDEX person_keys_of_names/)
  })

  it('what is found, without sorting everything first', async () => {
    const plan = await planOf(foundQuery(bound(), ['frank'], ['acme'], 'person', 10))
    expect(plan.filter((line) => line.includes('TEMP B-TREE FOR ORDER BY'))).toEqual([])
  })
})

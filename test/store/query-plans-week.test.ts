import type { Compilable } from 'kysely'
import { describe, expect, it } from 'vitest'
import type { Books } from '../../src/store/books.js'
import type { Bound } from '../../src/store/bound.js'
import { contactsByQuery } from '../../src/store/conversations.js'
import { changedQuery, lastBeforeQuery, offstageQuery } from '../../src/store/lately-store.js'
import { hearingQuery, lengthAtQuery, toldQuery } from '../../src/store/week-store.js'
import { emptySqlite, expectSteps } from '../support/query-plan.js'

const stretch = { after: 10, upTo: 400, longBefore: '2026-11-10' }
const home = 'channel:C1'

describe('what a week brought is found by index', () => {
  const { bound, books, planOf } = emptySqlite()

  it.each<[string, (bound: Bound, books: Books) => Compilable, RegExp]>([
    ['channels that hear of their week', (_, books) => hearingQuery(books), /places_with_week/],
    [
      'weeks that were told',
      (_, books) => toldQuery(books, [home], '2026-11-01'),
      /weeks .*workspace_id=\? AND place=\? AND begins_on>\?/,
    ],
    [
      'where a week begins',
      (bound) => lengthAtQuery(bound, 'x'),
      /a USING INDEX sqlite_autoindex_acts_1 \(workspace_id=\?\)/,
    ],
    ['acts of a stretch', (bound) => changedQuery(bound, stretch), /a USING .*seq>\? AND seq<\?/],
    [
      'what they changed',
      (bound) => changedQuery(bound, stretch),
      /c USING .*workspace_id=\? AND act_seq=\?/,
    ],
    [
      'contacts before',
      (bound) => lastBeforeQuery(bound, ['p1', 'p2'], stretch),
      /interactions_\w+ \(workspace_id=\? AND person_id=\?/,
    ],
    ['whom nobody has met', (bound) => offstageQuery(bound, home).limit(5), /people_offstage/],
    [
      'conversations of a teammate',
      (bound) => contactsByQuery(bound, 'UANA'),
      /interactions_by_teammate \(workspace_id=\? AND written_by=\?/,
    ],
  ])('%s', async (_, query, index) => {
    const inOneChannel = bound({ userId: null, homes: [home], authoredHomes: [] })
    const plan = await planOf(query(inOneChannel, books()))
    expectSteps(plan, index)
    // At most what stands at one instant is sorted: of very many only a few are read.
    expect(plan.join('\n')).not.toContain('TEMP B-TREE FOR ORDER BY')
  })
})

import type { Compilable } from 'kysely'
import { describe, expect, it } from 'vitest'
import type { Bound } from '../../src/store/bound.js'
import { dueQuery, nearQuery, newsQuery } from '../../src/store/candidates.js'
import { promisedByQuery } from '../../src/store/commitment-store.js'
import { askedIn, newsHeardIn } from '../../src/store/heard-news.js'
import { betweenQuery, daysOfQuery } from '../../src/store/interaction-store.js'
import {
  commitmentsQuery,
  datesIn,
  datesQuery,
  dueByQuery,
  everyNearDayQueries,
} from '../../src/store/near-days.js'
import { alikeQuery, namesQuery } from '../../src/store/near-names.js'
import { recentNewsQuery, withNewsQuery } from '../../src/store/news-store.js'
import { situationsQuery, withQuery } from '../../src/store/note-store.js'
import { comingUpQuery, dueForQuery, firstContactsQuery, ownedByQuery } from '../../src/store/person-store.js'
import { putRightQuery } from '../../src/store/put-right-by.js'
import { recentRoleQuestions } from '../../src/store/role-question-store.js'
import { entriesQuery } from '../../src/store/search-store.js'
import { calledByQuery } from '../../src/store/sighting-store.js'
import { emptySqlite, expectSteps, manyHomes, scans } from '../support/query-plan.js'

const page = { limit: 10, offset: 0 }
const near = { people: ['p1', 'p2'], rest: 2 }
const typed = { homes: ['teammate:U1'], silent: manyHomes, userId: 'U1' }

describe('SQLite answers from its indexes', () => {
  const { bound, planOf } = emptySqlite()

  it.each<[string, (bound: Bound) => Compilable, RegExp]>([
    [
      'coming up',
      (bound) => comingUpQuery(bound, page, manyHomes),
      /SEARCH p USING INDEX people_by_due \(workspace_id=\? AND due_on>/,
    ],
    [
      'due for an owner',
      (bound) => dueForQuery(bound, 'U1', '2026-11-20', 10),
      /people_by_owner \(workspace_id=\? AND owner_id=\? AND due_on</,
    ],
    [
      'owned by one',
      (bound) => ownedByQuery(bound, 'U1', page),
      /people_by_owner \(workspace_id=\? AND owner_id=\?\)/,
    ],
    [
      'who put entries right',
      (bound) => putRightQuery(bound, ['e1', 'e2']),
      /changes_of_row \(workspace_id=\? AND row_id=\?/,
    ],
    ['who has news', (bound) => withNewsQuery(bound), /people_with_news \(workspace_id=\?/],
    [
      'what is new',
      (bound) => recentNewsQuery(bound, ['p1', 'p2'], 5),
      /news_of_person \(workspace_id=\? AND person_id=\?\)/,
    ],
    [
      'what sources claim of roles',
      (bound) => recentRoleQuestions(bound, 5),
      /role_questions_open \(workspace_id=\?\)/,
    ],
    [
      'news that a source told in a DM',
      (bound) => newsHeardIn(bound, 'teammate:U1'),
      /SEARCH c USING INDEX role_questions_told \(workspace_id=\? AND home=\?\)/,
    ],
    [
      'questions that a source raised in a DM',
      (bound) => askedIn(bound, 'teammate:U1'),
      /role_questions_open \(workspace_id=\?\)/,
    ],
    [
      'whom a source means',
      (bound) => calledByQuery(bound, 'linkedin:U1', ['a', 'b']),
      /sightings_by_key \(workspace_id=\? AND source=\? AND source_key=\?\)/,
    ],
    [
      'the promises of one',
      (bound) => promisedByQuery(bound, 'U1', '2026-11-20', 5),
      /commitments_of_teammate \(workspace_id=\? AND written_by=\? AND due_on/,
    ],
    [
      'the days of contact',
      (bound) => daysOfQuery(bound, 'p1', '2025-12-01'),
      /interactions_of_person \(workspace_id=\? AND person_id=\? AND happened_on>\?\)/,
    ],
    [
      'first contacts',
      (bound) => firstContactsQuery(bound, 'channel:C1', '2026-11-20', '2027-02-28'),
      /people_by_home \(workspace_id=\? AND home=\? AND due_on>\? AND due_on<\?\)/,
    ],
    [
      'candidates',
      (bound) => dueQuery(bound, { homes: manyHomes, dueBy: '2026-11-20', near }),
      /people_by_home \(workspace_id=\? AND home=\? AND due_on</,
    ],
    [
      'candidates with news',
      (bound) => newsQuery(bound, { homes: manyHomes, dueBy: '2026-11-20', near }),
      /people_with_news \(workspace_id=\? AND home=\?\)/,
    ],
    [
      'candidates about whom something is near',
      (bound) => nearQuery(bound, { homes: manyHomes, ownerId: 'U1', dueBy: '2026-11-20', near }),
      /SEARCH p USING INDEX \S+ \(workspace_id=\? AND id=\?\)/,
    ],
    [
      'promises to some people',
      (bound) => commitmentsQuery(bound, { ...near, on: '2026-11-20' }),
      /SEARCH e USING INDEX commitments_of_person \(workspace_id=\? AND person_id=\?\)/,
    ],
    [
      'promises to some people that are a teammate’s to hear',
      (bound) => commitmentsQuery(bound, { ...near, on: '2026-11-20', typed }),
      /SEARCH e USING INDEX commitments_of_person \(workspace_id=\? AND person_id=\?\)/,
    ],
    [
      'days of some people',
      (bound) => datesQuery(bound, { ...near, on: '2026-11-20' }),
      /SEARCH e USING INDEX key_dates_of_person \(workspace_id=\? AND person_id=\?\)/,
    ],
    [
      'days of some people that are a teammate’s to hear',
      (bound) => datesQuery(bound, { ...near, on: '2026-11-20', typed }),
      /SEARCH e USING INDEX key_dates_of_person \(workspace_id=\? AND person_id=\?\)/,
    ],
    [
      'what the asker may see that is due',
      (bound) => dueByQuery(bound, '2026-12-20').selectAll('e'),
      /SEARCH e USING INDEX commitments_due \(workspace_id=\? AND due_on<\?\)/,
    ],
    [
      'days ahead that the asker may see',
      (bound) => datesIn(bound, '2026-11-20', { from: '11-20', to: '12-31' }).selectAll('e'),
      /SEARCH e USING INDEX key_dates_in_year \(workspace_id=\? AND month_day>\? AND month_day<\?\)/,
    ],
    [
      'what was noted with a contact',
      (bound) => withQuery(bound, 'i1'),
      /SEARCH e USING INDEX notes_of_interaction \(workspace_id=\? AND interaction_id=\?\)/,
    ],
    [
      'contacts of a few days',
      (bound) => betweenQuery(bound, 'p1', '2026-11-18', '2026-11-22'),
      /interactions_of_person \(workspace_id=\? AND person_id=\? AND happened_on>\? AND happened_on<\?\)/,
    ],
    ['search', (bound) => entriesQuery(bound, ['ohio', 'state'], page), /SCAN f VIRTUAL TABLE INDEX/],
    [
      'which texts are names',
      (bound) => namesQuery(bound, ['frank', 'ortiz']),
      /SEARCH s EXISTS USING COVERING INDEX .*\(workspace_id=\? AND left_out=\? AND key=\?\)/,
    ],
  ])('%s', async (_name, query, expected) => {
    const plan = await planOf(query(bound()))
    expectSteps(plan, expected)
  })

  it('all that is near in a pass, by its day, over the turn of the year too', async () => {
    const everything = bound().unbound()
    const queries = everyNearDayQueries(everything, { from: '2026-12-23', to: '2026-12-25', rest: 4 })
    expect(queries).toHaveLength(4)
    for (const [n, query] of queries.entries()) {
      const plan = await planOf(query)
      expect(scans(plan)).toEqual([])
      expect(plan[0]).toMatch(
        n === 0
          ? /SEARCH e USING INDEX commitments_due \(workspace_id=\? AND due_on<\?\)/
          : /SEARCH e USING INDEX key_dates_in_year \(workspace_id=\? AND month_day>\? AND month_day<\?\)/,
      )
    }
  })

  it('what is going on for some people, in one go', async () => {
    const plan = await planOf(situationsQuery(bound(), ['p1', 'p2']))
    expect(plan.join('\n')).toMatch(
      /SEARCH e USING INDEX notes_of_person \(workspace_id=\? AND person_id=\?\)/,
    )
    expect(scans(plan).filter((line) => !/SCAN (q|\(subquery-\d+\))$/.test(line))).toEqual([])
  })

  it('near, by letters left out', async () => {
    const plan = await planOf(alikeQuery(bound(), ['frnk', 'fran']))
    expect(scans(plan).filter((line) => !line.includes('json_each'))).toEqual([])
    expect(plan.join('\n')).toMatch(/SEARCH s USING COVERING INDEX \S+ \(workspace_id=\? AND left_out=\?\)/)
  })

  it('a letter, in some of the newest entries and in those alone', async () => {
    const plan = await planOf(entriesQuery(bound(), ['b'], page, 'newest'))
    expect(scans(plan)).toEqual(['SCAN newest', 'SCAN e'])
    expect(plan[0]).toMatch(/^(CO-ROUTINE|MATERIALIZE) e$/)
    expect(plan.join('\n')).toMatch(/SEARCH p USING .*\(workspace_id=\? AND id=\?\)/)
  })

  it('who comes up, and what is found, without sorting everything first', async () => {
    const sorts = (plan: readonly string[]) =>
      plan.filter((line) => line.includes('TEMP B-TREE FOR ORDER BY'))
    expect(sorts(await planOf(comingUpQuery(bound(), page, manyHomes)))).toEqual([])
    expect(sorts(await planOf(dueForQuery(bound(), 'U1', '2026-11-20', 10)))).toEqual([])
    expect(sorts(await planOf(entriesQuery(bound(), ['ohio', 'state'], page)))).toEqual([])
  })
})

import { it } from 'vitest'
import { spokenInQuery } from '../../src/store/place-store.js'
import { whoActedQuery } from '../../src/store/who-acted.js'
import { emptySqlite, expectSteps } from '../support/query-plan.js'

const { bound, books, planOf } = emptySqlite()

it('who did something about people in a place is found by the people', async () => {
  const plan = await planOf(whoActedQuery(bound('everything'), ['p1', 'p2'], 'channel:C1'))
  expectSteps(plan, /changes_of_person \(workspace_id=\? AND person_id=\?/)
})

it('where the bot speaks is found place by place, whoever lives and whatever stands there', async () => {
  const plan = await planOf(spokenInQuery(books(), 'channel:C1', 20))
  const byPlace = [
    /people_by_home \(workspace_id=\? AND home=\?/,
    /posts_in_place \(workspace_id=\? AND place=\?/,
  ]
  expectSteps(plan, ...byPlace)
})

import { it } from 'vitest'
import { channelHome } from '../../src/domain/audience.js'
import { latelyInQuery } from '../../src/store/person-store.js'
import { emptySqlite, expectSteps } from '../support/query-plan.js'

const { bound, planOf } = emptySqlite()

it('who is known of lately in a channel is looked for among those who live there', async () => {
  const homes = [channelHome('C1'), channelHome('C2')]
  const reader = bound({ userId: 'U1', homes, authoredHomes: [] })
  const plan = await planOf(latelyInQuery(reader, channelHome('C1'), '2026-09-01', 3))
  expectSteps(plan, /people_by_home \(workspace_id=\? AND home=\?\)/, /interactions_of_person/)
})

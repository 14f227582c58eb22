import { expect, it, onTestFinished } from 'vitest'
import { Books } from '../../src/store/books.js'
import { Bound } from '../../src/store/bound.js'
import { connect } from '../../src/store/dialect.js'
import { migrate } from '../../src/store/migrate.js'
import { spokenInQuery } from '../../src/store/place-store.js'
import { whoActedQuery } from '../../src/store/who-acted.js'
import { planIn, scans } from '../support/query-plan.js'

const opened = async () => {
  const handle = connect('file::memory:', 1_000)
  onTestFinished(() => handle.db.destroy())
  await migrate(handle, 1_000)
  return handle
}

it('who did something about people in a place is found by the people', async () => {
  const handle = await opened()
  const bound = new Bound(handle.db, handle.dialect, { workspaceId: 'W1', audience: 'everything' })
  const plan = await planIn(handle, whoActedQuery(bound, ['p1', 'p2'], 'channel:C1'))
  expect(scans(plan)).toEqual([])
  expect(plan.join('\n')).toMatch(/changes_of_person \(workspace_id=\? AND person_id=\?/)
})

it('where the bot speaks is found place by place, whoever lives and whatever stands there', async () => {
  const handle = await opened()
  const plan = await planIn(
    handle,
    spokenInQuery(new Books(handle.db, handle.dialect, 'W1'), 'channel:C1', 20),
  )
  expect(scans(plan)).toEqual([])
  expect(plan.join('\n')).toMatch(/people_by_home \(workspace_id=\? AND home=\?/)
  expect(plan.join('\n')).toMatch(/posts_in_place \(workspace_id=\? AND place=\?/)
})

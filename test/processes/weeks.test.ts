import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { allLived, eachOf, passesOf, troublesOfOneMessage } from '../support/process-lives.js'
import { aWorkspace, copyOf, customers, newPath, passHere, typing } from '../support/process-team.js'
import { killedAfterCommit } from '../support/process-troubles.js'
import { rawly } from '../support/rawly.js'

const wednesday = '2026-11-25T16:00:00.000Z'
const friday = '2026-11-27T21:00:00.000Z'
const monday = '2026-11-30T16:00:00.000Z'

/** The path of a database whose channel is to hear of its week. */
const aWeekIsToBeTold = async (): Promise<string> => {
  const path = await newPath()
  await typing(await aWorkspace(), path, wednesday, [
    [customers, '/person add Frank Ortiz, facilities manager at Acme Lighting'],
    [customers, '/person heard frank my daughter starts at Ohio State'],
  ])
  await rawly(`file:${path}`, ({ db }) => sql`update places set week = 1`.execute(db))
  return path
}

const stories = {
  ...troublesOfOneMessage,
  'killed as it commits': { deaths: [killedAfterCommit(1), killedAfterCommit(2), killedAfterCommit(3)] },
}

it('a week is told exactly once, whatever answers are lost and whenever the bot is killed', {
  timeout: 240_000,
}, async () => {
  const due = await aWeekIsToBeTold()
  const told = await allLived(stories, async (story) => {
    const workspace = await aWorkspace()
    const path = await copyOf(due)
    await passesOf(workspace, path, friday, story)
    let left = 0
    for (const at of [friday, '2026-11-27T22:59:00.000Z', monday])
      [, left] = await passHere(workspace, path, at)
    const posts = workspace.posts(customers)
    return { told: posts.filter((said) => said.includes('my daughter starts at Ohio State')).length, left }
  })
  expect(told).toEqual(eachOf(stories, () => ({ told: 1, left: 0 })))
})

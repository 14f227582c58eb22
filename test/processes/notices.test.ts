import { expect, it } from 'vitest'
import { allLived, eachOf, passesOf, troublesOfOneMessage } from '../support/process-lives.js'
import {
  aWorkspace,
  copyOf,
  customers,
  newPath,
  passHere,
  saturday,
  typing,
  type Workspace,
} from '../support/process-team.js'
import { lostAfter, meets } from '../support/process-troubles.js'

const ben = 'U0BEN'
const withBen = async (): Promise<Workspace> => {
  const workspace = await aWorkspace()
  workspace.slack.people.add({ id: ben, name: 'ben', realName: 'Ben Adeyemi', tz: 'Europe/London' })
  workspace.slack.places.get(customers).members.add(ben)
  return workspace
}

/** The path of a database in which Frank was handed to Ben while Slack took no posts: Ben is still to be told. */
const benIsToBeTold = async (): Promise<string> => {
  const workspace = await withBen()
  const path = await newPath()
  workspace.slack.faults.while('chat.postMessage', { kind: 'rate_limited', retryAfterSeconds: 1 })
  await typing(workspace, path, saturday, [
    [customers, '/person add Frank Ortiz, facilities manager at Acme Lighting'],
    [customers, `/person hand frank to <@${ben}>`],
  ])
  return path
}

const stories = {
  ...troublesOfOneMessage,
  'the answers about Ben are lost': { deaths: [], last: meets({ method: 'users.info' }, lostAfter, 2) },
}

it('tells of what a teammate did exactly once, whatever answers are lost and whenever it is killed', {
  timeout: 240_000,
}, async () => {
  const due = await benIsToBeTold()
  const told = await allLived(stories, async (story) => {
    const workspace = await withBen()
    const { slack } = workspace
    const path = await copyOf(due)
    await passesOf(workspace, path, saturday, story)
    const [, left] = await passHere(workspace, path, saturday)
    const heard = slack
      .seenBy(ben, slack.places.dm(ben).id)
      .filter((seen) => seen.user === slack.botUserId && slack.visibleText(seen).includes('Frank Ortiz'))
    expect(workspace.posts(customers)).toEqual([])
    expect(heard.every((seen) => slack.visibleText(seen).includes('@ana'))).toBe(true)
    return { told: heard.length, left }
  })
  expect(told).toEqual(eachOf(stories, () => ({ told: 1, left: 0 })))
})

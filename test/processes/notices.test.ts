import { expect, it } from 'vitest'
import { startPass } from '../support/process.js'
import {
  aWorkspace,
  copyOf,
  customers,
  newPath,
  passHere,
  saturday,
  settingsFor,
  typing,
  type Workspace,
} from '../support/process-team.js'
import {
  all,
  killedAfter,
  killedBefore,
  lostAfter,
  lostBefore,
  meets,
  status500,
  type Trouble,
} from '../support/process-troubles.js'

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

const post = { method: 'chat.postMessage' }
const look = { method: 'conversations.history' }

/** How each process but the last dies, and what the last one meets. */
const stories: Record<string, { readonly deaths: readonly Trouble[]; readonly last?: Trouble }> = {
  'nothing goes wrong': { deaths: [] },
  'the answer to the post is lost': { deaths: [], last: meets(post, lostAfter) },
  'the post is lost, and lost again': { deaths: [], last: meets(post, lostBefore, 2) },
  'the answers to the post and to the look are lost': {
    deaths: [],
    last: all(meets(post, lostAfter), meets(look, lostAfter)),
  },
  'the answers about Ben are lost': { deaths: [], last: meets({ method: 'users.info' }, lostAfter, 2) },
  'Slack stumbles over the post': { deaths: [], last: meets(post, status500) },
  'killed before it posts': { deaths: [killedBefore(post)] },
  'killed after it posted': { deaths: [killedAfter(post)] },
  'killed after it posted, and again at the look': { deaths: [killedAfter(post), killedBefore(look)] },
}

it('tells of what a teammate did exactly once, whatever answers are lost and whenever it is killed', {
  timeout: 240_000,
}, async () => {
  const due = await benIsToBeTold()
  const live = async ({ deaths, last }: (typeof stories)[string]): Promise<readonly [number, number]> => {
    const workspace = await withBen()
    const { slack } = workspace
    const path = await copyOf(due)
    for (const trouble of [...deaths, last ?? (() => undefined)]) {
      slack.faults.clear()
      let kill = () => {}
      const more = trouble(slack, () => kill())
      const program = startPass({ ...settingsFor(workspace, path), ...more }, '--at', saturday)
      kill = () => program.kill()
      await program.ended
    }
    slack.faults.clear()
    const [, left] = await passHere(workspace, path, saturday)
    const told = slack
      .seenBy(ben, slack.places.dm(ben).id)
      .filter((seen) => seen.user === slack.botUserId && slack.visibleText(seen).includes('Frank Ortiz'))
    expect(workspace.posts(customers)).toEqual([])
    expect(told.every((seen) => slack.visibleText(seen).includes('@ana'))).toBe(true)
    return [told.length, left]
  }
  const lived = await Promise.all(
    Object.entries(stories).map(async ([name, story]) => [name, await live(story)] as const),
  )
  expect(Object.fromEntries(lived)).toEqual(
    Object.fromEntries(Object.keys(stories).map((name) => [name, [1, 0]])),
  )
})

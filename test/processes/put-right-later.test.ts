import { expect, it } from 'vitest'
import { passOf, startPass } from '../support/process.js'
import {
  aWorkspace,
  copyOf,
  customers,
  eachOnce,
  raised,
  settingsFor,
  threeAreDue,
  tuesday,
  typing,
} from '../support/process-team.js'
import { killedAfter, killedBefore } from '../support/process-troubles.js'

const putting = { method: 'chat.update' }

it.each([
  ['before it is put right', killedBefore(putting)],
  ['when it is put right and nobody has heard of it', killedAfter(putting)],
])(
  'a post that was answered, and whose pass is killed %s, is put right by the next',
  {
    timeout: 60_000,
  },
  async (_, trouble) => {
    const workspace = await aWorkspace()
    const { slack } = workspace
    const path = await copyOf(await threeAreDue())
    const settings = settingsFor(workspace, path)
    expect(await passOf(settings, '--at', tuesday)).toMatchObject({ code: 0 })

    // Slack takes no correction while Ana says that she called; so it is left to the next pass.
    const noMore = slack.faults.while('chat.update', { kind: 'rate_limited', retryAfterSeconds: 1 })
    await typing(workspace, path, tuesday, [[customers, '/person called frank: he sounded glad']])
    noMore()
    const isOpen = () => workspace.posts(customers).some((post) => post.includes('[I reached out]'))
    expect(isOpen()).toBe(true)

    let kill = () => {}
    trouble(slack, () => kill())
    const dying = startPass(settings, '--at', tuesday)
    kill = () => dying.kill()
    expect(await dying.ended).toMatchObject({ signal: 'SIGKILL' })
    expect(await passOf(settings, '--at', tuesday)).toMatchObject({ code: 0 })
    expect(isOpen()).toBe(false)
    expect(workspace.posts(customers).join()).toMatch(/Frank Ortiz.*called/s)
    expect(raised(workspace)).toEqual(eachOnce)
    // No bot is there to hear of what a pass by hand posts.
    expect(slack.problems.filter(({ message }) => !message.endsWith('no socket is connected'))).toEqual([])
  },
)

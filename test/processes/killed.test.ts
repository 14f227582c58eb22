import { expect, it } from 'vitest'
import { commitsOf, countingCommits, startPass } from '../support/process.js'
import { botsAreKilledAndStartedAgain } from '../support/process-bot-lives.js'
import { liveAll, type Story } from '../support/process-lives.js'
import { aWorkspace, copyOf, settingsFor, threeAreDue, tuesday } from '../support/process-team.js'
import {
  arrivesAfterOneLook,
  killedAfter,
  killedAfterCommit,
  killedBefore,
} from '../support/process-troubles.js'

/** What a pass that nobody disturbs asks of Slack, in order, and how often it writes something down. */
const undisturbed = async (due: string): Promise<{ requests: string[]; commits: number }> => {
  const workspace = await aWorkspace()
  const settings = { ...settingsFor(workspace, await copyOf(due)), ...countingCommits }
  const program = startPass(settings, '--at', tuesday)
  await program.ended
  const requests = workspace.slack.traffic.filter(({ direction }) => direction === 'in')
  return { requests: requests.map(({ name }) => name), commits: commitsOf(program) }
}

const changesSlack = new Set(['chat.postMessage', 'conversations.open'])

/** Every moment at which a pass can die: around each request, and after each time that it wrote something down. */
const everyMoment = ({ requests, commits }: Awaited<ReturnType<typeof undisturbed>>) => {
  const stories: Record<string, Story> = {}
  for (const [index, method] of requests.entries()) {
    const nth = index + 1
    stories[`before request ${nth}, ${method}`] = { deaths: [killedBefore({ nth })] }
    if (changesSlack.has(method))
      stories[`after request ${nth}, ${method}`] = { deaths: [killedAfter({ nth })] }
  }
  for (let n = 1; n <= commits; n++) stories[`after writing ${n}`] = { deaths: [killedAfterCommit(n)] }
  return stories
}

const look = 'conversations.history'
const post = 'chat.postMessage'
const late = arrivesAfterOneLook()
const inTheMiddleOfLooking: Record<string, Story> = {
  'posted unheard, killed again before its look': {
    deaths: [killedAfter({ method: post }), killedBefore({ method: look })],
  },
  'posted unheard, killed again after its look': {
    deaths: [killedAfter({ method: post, nth: 2 }), killedAfter({ method: look })],
  },
  'posted unheard in the DM, killed again before its look': {
    deaths: [killedAfter({ method: post, nth: 3 }), killedBefore({ method: look })],
  },
  'not posted, killed again at the second look': {
    deaths: [killedBefore({ method: post }), killedBefore({ method: look, nth: 2 })],
  },
  'not posted, killed again when it posts after two looks': {
    deaths: [killedBefore({ method: post, nth: 3 }), killedBefore({ method: post })],
  },
  'not posted, killed again after it posted after two looks': {
    deaths: [killedBefore({ method: post, nth: 3 }), killedAfter({ method: post })],
  },
  'the post arrives after the first look of the next process': {
    deaths: [late.post],
    last: late.look,
  },
}

it('posts every due nudge exactly once, at whatever moment a pass or the bot is killed', {
  timeout: 240_000,
}, async () => {
  const due = await threeAreDue()
  const points = everyMoment(await undisturbed(due))
  expect(Object.keys(points).length).toBeGreaterThanOrEqual(25)
  // A claim lapses after half a minute: all wait for it together, and those that wait twice begin.
  const bots = botsAreKilledAndStartedAgain()
  const { outcomes, wanted } = await liveAll(due, { ...inTheMiddleOfLooking, ...points })
  expect(outcomes).toEqual(wanted)
  await bots
})

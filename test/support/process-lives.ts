import { type Ending, type Program, startPass } from './process.js'
import { aWorkspace, copyOf, passHere, raised, settingsFor, tuesday, type Workspace } from './process-team.js'
import {
  all,
  killedAfter,
  killedBefore,
  lostAfter,
  lostBefore,
  meets,
  status500,
  type Trouble,
} from './process-troubles.js'

/** One pass, in as many processes as it takes: each of the first is killed by its trouble, the last ends by itself. */
export type Story = { readonly deaths: readonly Trouble[]; readonly last?: Trouble }

export type Outcome = {
  /** How each process ended: by which signal, or with which code. */
  readonly endings: readonly (string | number | null)[]
  readonly raised: Record<string, number>
  /** What yet another pass planned, and what it left waiting. */
  readonly another: readonly [number, number]
  readonly problems: readonly string[]
}

/** How an untroubled pass ends after so many deaths. */
const wellAfter = (deaths: number): Outcome => ({
  endings: [...Array.from({ length: deaths }, () => 'SIGKILL'), 0],
  raised: { Frank: 1, Susan: 1, Lily: 1 },
  another: [0, 0],
  problems: [],
})

/** At most so many processes start at once: a machine that is starting dozens answers nobody in time. */
const atOnce = 4
let free = atOnce
const queue: (() => void)[] = []
const slot = async (): Promise<() => void> => {
  if (free > 0) free -= 1
  else await new Promise<void>((resolve) => queue.push(resolve))
  let held = true
  return () => {
    if (!held) return
    held = false
    const next = queue.shift()
    if (next === undefined) free += 1
    else next()
  }
}

const endOf = ({ signal, code }: Ending): string | number | null => signal ?? code

/** Lives a story in a workspace, over a database; how each of its processes ended. */
export const passesOf = async (
  workspace: Workspace,
  path: string,
  at: string,
  { deaths, last }: Story,
): Promise<Outcome['endings']> => {
  const { slack } = workspace
  const endings: (string | number | null)[] = []
  for (const trouble of [...deaths, last ?? (() => undefined)]) {
    const release = await slot()
    slack.faults.clear()
    let program: Program | null = null
    const more = trouble(slack, () => program?.kill())
    const calls = slack.traffic.length
    program = startPass({ ...settingsFor(workspace, path), ...more }, '--at', at)
    const { ended } = program
    // Once it has begun to ask, it mostly waits; until then it needs the machine.
    const begun = slack.until(() => slack.traffic.length > calls + 1, { timeoutMs: 60_000 }).catch(() => {})
    void begun.then(release)
    endings.push(endOf(await ended))
    release()
  }
  slack.faults.clear()
  return endings
}

/** Lives all of them at the same time, so that they wait for lapsing claims together; what each came to. */
export const allLived = async <T>(
  stories: Readonly<Record<string, Story>>,
  live: (story: Story) => Promise<T>,
): Promise<Record<string, T>> =>
  Object.fromEntries(
    await Promise.all(
      Object.entries(stories).map(async ([name, story]) => [name, await live(story)] as const),
    ),
  )

/** The same of each of them. */
export const eachOf = <T>(
  stories: Readonly<Record<string, Story>>,
  of: (story: Story) => T,
): Record<string, T> =>
  Object.fromEntries(Object.entries(stories).map(([name, story]) => [name, of(story)] as const))

/** Lives passes over people who are due, each story in a workspace and with a database of its own. */
export const liveAll = async (
  due: string,
  stories: Readonly<Record<string, Story>>,
): Promise<{ readonly outcomes: Record<string, Outcome>; readonly wanted: Record<string, Outcome> }> => {
  const outcomes = await allLived(stories, async (story) => {
    const workspace = await aWorkspace()
    const path = await copyOf(due)
    const endings = await passesOf(workspace, path, tuesday, story)
    const another = await passHere(workspace, path, tuesday)
    const problems = workspace.slack.problems.map((each) => each.message)
    return { endings, raised: raised(workspace), another, problems }
  })
  return { outcomes, wanted: eachOf(stories, ({ deaths }) => wellAfter(deaths.length)) }
}

const post = { method: 'chat.postMessage' }
const look = { method: 'conversations.history' }

/** What can befall a pass that has one message to post. */
export const troublesOfOneMessage: Readonly<Record<string, Story>> = {
  'nothing goes wrong': { deaths: [] },
  'the answer to the post is lost': { deaths: [], last: meets(post, lostAfter) },
  'the post is lost, and lost again': { deaths: [], last: meets(post, lostBefore, 2) },
  'the answers to the post and to the look are lost': {
    deaths: [],
    last: all(meets(post, lostAfter), meets(look, lostAfter)),
  },
  'Slack stumbles over the post': { deaths: [], last: meets(post, status500) },
  'killed before it posts': { deaths: [killedBefore(post)] },
  'killed after it posted': { deaths: [killedAfter(post)] },
  'killed after it posted, and again at the look': { deaths: [killedAfter(post), killedBefore(look)] },
}

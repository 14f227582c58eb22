import { type Ending, type Program, startPass } from './process.js'
import { aWorkspace, copyOf, passHere, raised, settingsFor, tuesday } from './process-team.js'
import type { Trouble } from './process-troubles.js'

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
export const wellAfter = (deaths: number): Outcome => ({
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

/** Lives a story in a workspace and with a database of its own. */
export const live = async (due: string, story: Story): Promise<Outcome> => {
  const workspace = await aWorkspace()
  const { slack } = workspace
  const path = await copyOf(due)
  const settings = settingsFor(workspace, path)
  const endings: (string | number | null)[] = []
  for (const trouble of [...story.deaths, story.last ?? (() => undefined)]) {
    const release = await slot()
    slack.faults.clear()
    let program: Program | null = null
    const more = trouble(slack, () => program?.kill())
    const calls = slack.traffic.length
    program = startPass({ ...settings, ...more }, '--at', tuesday)
    const { ended } = program
    // Once it has begun to ask, it mostly waits; until then it needs the machine.
    const begun = slack.until(() => slack.traffic.length > calls + 1, { timeoutMs: 60_000 }).catch(() => {})
    void begun.then(release)
    endings.push(endOf(await ended))
    release()
  }
  slack.faults.clear()
  const another = await passHere(workspace, path, tuesday)
  return { endings, raised: raised(workspace), another, problems: slack.problems.map((each) => each.message) }
}

/** Lives all of them at the same time, so that they wait for lapsing claims together. */
export const liveAll = async (
  due: string,
  stories: Readonly<Record<string, Story>>,
): Promise<{ readonly outcomes: Record<string, Outcome>; readonly wanted: Record<string, Outcome> }> => {
  const lived = Object.entries(stories).map(async ([name, story]) => [name, await live(due, story)] as const)
  const wanted = Object.entries(stories).map(
    ([name, story]) => [name, wellAfter(story.deaths.length)] as const,
  )
  return { outcomes: Object.fromEntries(await Promise.all(lived)), wanted: Object.fromEntries(wanted) }
}

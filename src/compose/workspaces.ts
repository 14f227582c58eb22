import { hooksAt } from '../hooks/hooks.js'
import { proveWritable } from '../scheduler/look-after.js'
import type { Door } from '../slack/connection/door.js'
import type { StartProblem } from '../slack/connection/identity.js'
import type { EdgeOf } from '../slack/listening/edge-of.js'
import type { InFlight } from '../slack/listening/in-flight.js'
import type { Acted } from '../store/unit-of-work.js'
import type { Watch } from '../watch/watch.js'
import { type Composing, type Ground, identified } from './join.js'
import { type Workspace, workspaceWith } from './workspace.js'

/** The workspaces that one bot serves. */
export type Workspaces = {
  readonly edgeOf: EdgeOf
  /** What Slack tells of installations themselves, and is for no workspace alone; false for everything else. */
  readonly hearsOfInstallations: (body: unknown) => Promise<boolean>
  /** What a minute brings; whether it went well. */
  readonly beat: () => Promise<boolean>
  /** Resolves when nothing that is due now is left to do. */
  readonly caughtUp: () => Promise<void>
  /** Those whom this process has met so far. */
  readonly loaded: () => readonly Workspace[]
  /** One of them, if this process has met it. */
  readonly met: (workspaceId: string) => Workspace | undefined
  /** One of all; null where the bot is not, or not any more. */
  readonly at: (workspaceId: string) => Promise<Workspace | null>
  readonly acted: (acted: Acted) => void
  /** Resolves when all that was under way has ended. */
  readonly stop: () => Promise<void>
  readonly proveWritable: () => Promise<void>
  /** What they need to be reached at, besides Slack's deliveries. */
  readonly serve: (door: Door) => void
}

export type Surroundings = {
  readonly watch: Watch
  readonly inFlight: InFlight
  readonly heedForgotten: () => Promise<void>
  readonly tidy: () => Promise<void>
}

/** The one workspace whose token was pasted. */
export const theOneWorkspace = async (
  ground: Ground,
  composing: Composing,
  surroundings: Surroundings,
): Promise<Workspaces | StartProblem> => {
  const atWork = await identified(ground, composing)
  if ('problem' in atWork) return atWork
  const { install } = ground.config.slack
  const workspace = workspaceWith({
    ground,
    atWork,
    ...surroundings,
    secret: install.kind === 'token' ? install.botToken : '',
    revoked: () => surroundings.watch.takenAway(),
  })
  const all = [workspace]
  const { workspaceId } = atWork.me
  return {
    edgeOf: async () => workspace.edge,
    hearsOfInstallations: async () => false,
    beat: workspace.beat,
    caughtUp: async () => {},
    loaded: () => all,
    met: (id) => (id === workspaceId ? workspace : undefined),
    at: async (id) => (id === workspaceId ? workspace : null),
    acted: workspace.acted,
    stop: workspace.stop,
    proveWritable: () => proveWritable(workspace.lookingAfter, workspaceId),
    serve: (door) => {
      const { config, realClock, log } = ground
      const sources = { ...atWork.bot, realClock, workspaceId, log: log.part('hooks') }
      for (const [path, listener] of hooksAt(sources, config.hooks)) door.serve(path, listener)
    },
  }
}

import { onRequest } from '../app/forgetting/on-request.js'
import { type Planned, planPass } from '../app/nudges/plan.js'
import type { Gone } from '../app/ports/forgetting.js'
import type { Home } from '../domain/audience.js'
import type { Instant } from '../domain/local-time.js'
import { cleanUp, type LeftToClean } from '../scheduler/clean-up.js'
import { type ByHand, passByHand } from '../scheduler/pass-by-hand.js'
import type { StartProblem } from '../slack/connection/identity.js'
import { inBackground } from '../slack/pacing/manner.js'
import type { Store } from '../store/open-store.js'
import { installedApp } from './installed.js'
import { type AtWork, type Composing, identified, openGround } from './join.js'

/** The bot without ears: it can think and speak, and nobody is connected. */
export type Scheduler = {
  readonly byHand: (now: Instant) => Promise<ByHand>
  /** What a pass would do; `onLeftOut` is told of each place that Slack could not be asked about. */
  readonly dryRun: (now: Instant, onLeftOut?: (place: Home) => void) => Promise<readonly Planned[]>
  readonly close: () => Promise<void>
}

/** For `npm run nudge`: passes without a connection for what people type, in one workspace after the other. */
export const composeScheduler = async (composing: Composing): Promise<Scheduler | StartProblem> => {
  const joined = await everywhere(composing)
  if ('problem' in joined) return joined
  const { store, each } = joined
  return {
    byHand: async (now) => {
      const all: ByHand[] = []
      for await (const { pass, me } of each())
        all.push(await inBackground(() => passByHand(pass, me.workspaceId, now)))
      return {
        planned: all.flatMap(({ planned }) => planned),
        left: all.flatMap(({ left }) => left),
        leftOut: all.flatMap(({ leftOut }) => leftOut),
      }
    },
    dryRun: async (now, onLeftOut = () => {}) => {
      const planned: Planned[] = []
      for await (const { pass, me } of each())
        planned.push(...(await planPass(pass, { workspaceId: me.workspaceId, now, dryRun: true, onLeftOut })))
      return planned
    },
    close: () => store.close(),
  }
}

/** For `npm run forget`. */
export type Forgetter = {
  /** Forgets whoever can be reached at an address, in whatever place they are known. */
  readonly forget: (address: string) => Promise<Gone>
  readonly cleanUp: () => Promise<LeftToClean>
  readonly close: () => Promise<void>
}

export const composeForgetter = async (composing: Composing): Promise<Forgetter | StartProblem> => {
  const joined = await everywhere(composing)
  if ('problem' in joined) return joined
  const { store, each, known } = joined
  return {
    forget: async (address) => {
      const all: Gone[] = []
      for (const workspaceId of await known()) all.push(await onRequest(store.uow, workspaceId, address))
      return sumOf(all)
    },
    cleanUp: async () => {
      let left: LeftToClean = { inSlack: 0, isTidy: true }
      for await (const { pass, me } of each()) {
        const ports = { ...pass, tidy: () => store.tidy(pass.realClock()) }
        const here = await inBackground(() => cleanUp(ports, me.workspaceId))
        left = { inSlack: left.inSlack + here.inSlack, isTidy: left.isTidy && here.isTidy }
      }
      return left
    },
    close: () => store.close(),
  }
}

const sumOf = (all: readonly Gone[]): Gone => {
  const of = (what: keyof Gone): number => all.reduce((total, gone) => total + gone[what], 0)
  return {
    people: of('people'),
    notes: of('notes'),
    contacts: of('contacts'),
    commitments: of('commitments'),
    dates: of('dates'),
    questions: of('questions'),
    ties: of('ties'),
    roles: of('roles'),
    said: of('said'),
    nudges: of('nudges'),
    mentions: of('mentions'),
  }
}

type Everywhere = {
  readonly store: Store
  readonly each: () => AsyncIterable<AtWork>
  /** The same, and those of which something is kept after the bot was taken away. */
  readonly known: () => Promise<readonly string[]>
}

/** Each workspace that the bot is installed in. */
const everywhere = async (composing: Composing): Promise<Everywhere | StartProblem> => {
  const ground = await openGround(composing, () => {})
  if ('problem' in ground) return ground
  const { store, config } = ground
  const { install } = config.slack
  if (install.kind === 'oauth') {
    const app = installedApp(ground, install)
    return {
      store,
      each: async function* () {
        for await (const { workspaceId, installation } of app.served())
          yield app.at(workspaceId, installation)
      },
      known: () => store.archive.read((kept) => kept.workspaces()),
    }
  }
  const atWork = await identified(ground, composing)
  if ('problem' in atWork) {
    await store.close()
    return atWork
  }
  return {
    store,
    each: async function* () {
      yield atWork
    },
    known: async () => [atWork.me.workspaceId],
  }
}

import { welcomeInstaller } from '../app/installing/welcome-installer.js'
import type { Installation } from '../app/ports/installations.js'
import type { SlackInstall } from '../config.js'
import { startSweep } from '../scheduler/sweep.js'
import { isOfInstallation, takeInstallationEvent } from '../slack/installing/installation-events.js'
import { installRoutes } from '../slack/installing/routes.js'
import { asksWhether } from '../slack/installing/still-there.js'
import { installationsNamedIn } from '../slack/listening/edge-of.js'
import { channelOfTalk } from '../slack/listening/talk.js'
import { installedApp } from './installed.js'
import type { Ground } from './join.js'
import { type Workspace, workspaceWith } from './workspace.js'
import type { Surroundings, Workspaces } from './workspaces.js'

/** As many as are remembered, each with its clients; whoever was met longest ago gives way. */
const mostLoaded = 2_000

/** Of those that are due at a beat; the rest is due at the next. */
const homesAtOnce = 40

type Held = { readonly installation: Installation; readonly workspace: Workspace }

/** All workspaces that install the app by OAuth. Each is made when something is to be done there. */
export const manyWorkspaces = (
  ground: Ground,
  install: Extract<SlackInstall, { kind: 'oauth' }>,
  surroundings: Surroundings,
): Workspaces => {
  const { store, realClock, config, log } = ground
  const { installations } = store
  const { apiUrl } = config.slack
  const app = { ...install, apiUrl }
  const installed = installedApp(ground, install)
  const { tokens } = installed
  const held = new Map<string, Held>()

  const made = (workspaceId: string, installation: Installation): Workspace =>
    workspaceWith({
      ground,
      atWork: installed.at(workspaceId, installation),
      ...surroundings,
      secret: install.clientSecret,
      // What was taken away is written down, and seen at the next look by every process.
      revoked: () => {},
      importsWait: () => sweep.soon(),
    })
  const letGo = (workspaceId: string): void => {
    const { workspace } = held.get(workspaceId) ?? {}
    held.delete(workspaceId)
    if (workspace !== undefined)
      void workspace.stop().catch((error: unknown) => log.error('A workspace was not let go', { err: error }))
  }
  const get = async (workspaceId: string): Promise<Workspace | null> => {
    const installation = await installations.serving(workspaceId)
    const known = held.get(workspaceId)
    if (known !== undefined && !isSame(known.installation, installation)) letGo(workspaceId)
    if (installation === null) return null
    const { workspace } = held.get(workspaceId) ?? { workspace: made(workspaceId, installation) }
    held.delete(workspaceId)
    held.set(workspaceId, { installation, workspace })
    const [longestAgo] = held.keys()
    if (held.size > mostLoaded && longestAgo !== undefined) letGo(longestAgo)
    return workspace
  }
  /** Whoever installed it hears from it, once; a crash before that is made up for at a beat. */
  const welcomes = async (workspaceId: string): Promise<void> => {
    const workspace = await get(workspaceId)
    if (workspace === null) return
    const { directory } = workspace.atWork
    const ports = { uow: store.uow, directory, installations }
    if (await welcomeInstaller(ports, workspaceId, ground.clock())) workspace.postsWait()
  }
  const begins = async (workspaceId: string): Promise<void> => {
    if ((await installations.serving(workspaceId)) === null) return
    await store.turns.wake(workspaceId, ground.clock())
    await welcomes(workspaceId)
  }
  const quietly = (work: Promise<void>): void =>
    void work.catch((error: unknown) => log.error('An installation was not looked after', { err: error }))
  const onInstalled = async (installationId: string): Promise<void> => {
    tokens.forget(installationId)
    const granted = await installations.granted(installationId)
    for (const workspaceId of [installationId, ...granted]) await begins(workspaceId)
  }
  let isSwept = true
  // Each has its turn when it has something to do, in whichever process comes first: docs/adr/0026.
  const sweep = startSweep({
    turns: store.turns,
    sender: ground.sender,
    clock: ground.clock,
    realClock,
    served: (after, limit) => installations.active(after, limit),
    onTrouble: (workspaceId, error) => {
      // What goes wrong in one workspace stops no other; without turns there is no work at all.
      if (workspaceId === null) isSwept = false
      log.error('A turn was cut short; the next one goes on', { err: error })
    },
    work: async (workspaceId, slice) => {
      const workspace = await get(workspaceId)
      if (workspace === null || held.get(workspaceId)?.installation.state !== 'active') return 'gone'
      await welcomes(workspaceId)
      return workspace.turn(slice)
    },
  })
  /** Homes that Slack did not take, or over which a process died, wherever they are. */
  const homesDue = async (): Promise<void> => {
    const due = await store.homes.take(realClock(), homesAtOnce)
    await Promise.all(
      due.map(async (home) => {
        const workspace = await get(home.workspaceId)
        if (workspace === null) await store.homes.forget(home)
        else workspace.homeDue(home)
      }),
    )
  }
  const events = {
    installations,
    clock: realClock,
    whether: (token: string) => asksWhether(apiUrl, log, token),
    log,
  }
  return {
    hearsOfInstallations: async (body) => {
      if (!isOfInstallation(body)) return false
      const change = await takeInstallationEvent(events, body)
      if (change.kind !== 'nothing') tokens.forget(change.installationId)
      if (change.kind === 'granted') for (const id of change.workspaceIds) await begins(id)
      return true
    },
    edgeOf: async (body) => {
      const talkIn = channelOfTalk(body)
      for (const id of installationsNamedIn(body)) {
        // Nearly all that people say to each other is for nobody here, and the database is not asked whose it is.
        const known = talkIn === null ? undefined : held.get(id)
        if (talkIn !== null && known && !(await known.workspace.atWork.bot.mindful.isOn(talkIn))) return null
        const workspace = await get(id)
        if (workspace !== null) return workspace.edge
      }
      return null
    },
    beat: async () => {
      const isWell = isSwept
      isSwept = true
      sweep.soon()
      await homesDue()
      await installed.lookAfter()
      await surroundings.heedForgotten()
      await surroundings.tidy()
      return isWell
    },
    caughtUp: () => sweep.now(),
    loaded: () => [...held.values()].map(({ workspace }) => workspace),
    met: (workspaceId) => held.get(workspaceId)?.workspace,
    at: get,
    acted: (acted) => held.get(acted.workspaceId)?.workspace.acted(acted),
    stop: async () => {
      await sweep.stop()
      await Promise.all([...held.values()].map(({ workspace }) => workspace.stop()))
      await tokens.settled()
    },
    proveWritable: () => installations.sweepStates(realClock()),
    serve: (door) => {
      const pages = installRoutes({
        installations,
        app,
        clock: realClock,
        log,
        onInstalled: (id) => quietly(onInstalled(id)),
      })
      for (const [path, listener] of pages) door.serve(path, listener)
    },
  }
}

/** An install anew may bring another bot. */
const isSame = (one: Installation, other: Installation | null): boolean =>
  other !== null && one.id === other.id && one.installedAt === other.installedAt

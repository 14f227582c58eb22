import type { UnitOfWork } from '../app/ports.js'
import { instantOf } from '../domain/local-time.js'
import { createLog } from '../logging.js'
import type { Manifest } from '../practice/manifest.js'
import { begin, type Life } from './bot/life.js'
import { Oracle } from './oracle/oracle.js'
import { Words } from './people/words.js'
import { Random } from './random.js'
import { SlackWorld } from './slack/slack-world.js'
import { Weather } from './slack/weather.js'
import type { Timeline } from './timeline.js'
import type { Trace } from './trace.js'

export type MachinePorts = {
  readonly teamId: string
  readonly manifest: Manifest
  readonly timeline: Timeline
  readonly trace: Trace
  readonly random: Random
  readonly uow: () => UnitOfWork
  readonly newId: () => string
  readonly onBroken: (what: string) => void
}

/** The machine on which one workspace's bot lives: its clock, its processes one after the other, its way to Slack. */
export class Machine {
  readonly slack: SlackWorld
  readonly words = new Words()
  readonly weather: Weather
  readonly oracle: Oracle
  readonly random: Random
  readonly ports: MachinePorts
  life: Life
  /** How far the machine's clock is off, in milliseconds. */
  skew = 0
  /** When something was last wrong that may have kept the bot from its work. */
  troubledAt = 0
  /** What teammates may do while a call is under way; nothing unless somebody sees to it. */
  meanwhile: () => Promise<void> = async () => {}
  #births = 0
  readonly #shared: string[] = []

  constructor(ports: MachinePorts) {
    const { teamId, manifest, timeline, trace } = ports
    this.ports = ports
    this.random = ports.random
    this.slack = new SlackWorld(teamId, manifest, () => timeline.now)
    this.weather = new Weather(new Random(ports.random.below(2 ** 31)))
    this.oracle = new Oracle({
      slack: this.slack,
      words: this.words,
      uow: ports.uow,
      botNow: () => this.now,
      onBroken: ports.onBroken,
      onSeen: (kind, text) => trace.step(timeline.now, kind, `${teamId} ${text}`),
    })
    this.slack.onAnnounced = ({ event }) => this.#hears(event)
    this.life = this.#born()
  }

  /** What the machine takes for now, in epoch milliseconds. */
  get now(): number {
    return this.ports.timeline.now + this.skew
  }

  /**
   * Has the process do something; it may die of it, `steps` from now, and another takes its place. True: it was done, or
   * Slack was down; what else goes wrong is a fault of ours.
   */
  async does(
    what: string,
    work: (life: Life) => Promise<void>,
    steps = Number.POSITIVE_INFINITY,
  ): Promise<boolean> {
    const { timeline, trace, onBroken } = this.ports
    const { life } = this
    life.fuse.light(steps)
    await this.oracle.takeIn()
    this.oracle.begins()
    const isDone = await Promise.race([
      work(life).then(
        () => true,
        (error: unknown) => {
          if (!(error instanceof Error && error.name === 'SlackUnavailable'))
            onBroken(
              `${what} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
            )
          trace.step(timeline.now, 'slack-unavailable', what)
          return true
        },
      ),
      life.fuse.died.then(() => false),
    ])
    life.fuse.putOut()
    if (!isDone) {
      trace.step(timeline.now, 'crash', `${this.ports.teamId} ${what}`)
      this.life = this.#born()
    }
    await this.oracle.takeIn()
    return isDone
  }

  /** What the process does at once when it hears that another organisation reads along. */
  async hearsOfSharing(): Promise<void> {
    const { workspaceId } = this.slack.me
    for (const channelId of this.#shared.splice(0))
      await this.does('hear of sharing', async (life) => {
        await life.listeners.channelShared(workspaceId, channelId)
        await life.afterAct()
      })
  }

  #born(): Life {
    const { ports, slack, weather, oracle } = this
    const { teamId, timeline, trace, onBroken } = ports
    this.#births += 1
    const log = createLog({
      level: 'error',
      write: (line) => {
        if (!line.includes('A reply could not be brought')) onBroken(`an error was logged: ${line}`)
      },
    })
    return begin({
      slack,
      weather,
      timeline,
      log,
      uow: {
        read: (...a) => ports.uow().read(...a),
        keep: (...a) => ports.uow().keep(...a),
        act: (...a) => ports.uow().act(...a),
      },
      newId: ports.newId,
      sender: `${teamId}-${this.#births}`,
      clock: () => instantOf(new Date(this.now)),
      witness: {
        ...oracle.witness,
        ready: async () => {
          await this.meanwhile()
          await oracle.takeIn()
        },
      },
      meanwhile: () => this.meanwhile(),
      onSent: () => {},
      onArrived: (arrived) => oracle.arrived(arrived),
      onFate: (method, fate) => trace.step(timeline.now, `fate:${fate.kind}`, method),
    })
  }

  /** What Slack tells the process, so that it asks anew; a dead one is asked by nobody. */
  #hears(event: Readonly<Record<string, unknown>>): void {
    const { directory } = this.life
    const channel = typeof event.channel === 'string' ? event.channel : undefined
    if (channel !== undefined) {
      directory.forgetChannel(channel)
      directory.forgetMembers(channel)
    }
    if (channel !== undefined && event.type === 'channel_shared') this.#shared.push(channel)
    if (
      event.type === 'user_change' &&
      typeof event.user === 'object' &&
      event.user !== null &&
      'id' in event.user
    )
      directory.forgetUser(String(event.user.id))
  }
}

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { productFile } from '../content/product-file.js'
import { readManifest } from '../practice/manifest.js'
import { openStore, type Store } from '../store/open-store.js'
import { Machine } from './machine.js'
import { checkEvening } from './oracle/evening.js'
import { Deeds } from './people/deeds.js'
import { settleIn } from './people/settle-in.js'
import { build, type Town } from './people/town.js'
import { Upheavals } from './people/upheavals.js'
import { Random } from './random.js'
import { Timeline } from './timeline.js'
import { Trace } from './trace.js'

export type Simulating = {
  readonly seed: number
  readonly weeks: number
  /** How many people each team knows at the beginning. */
  readonly people?: number
  /** `YYYY-MM-DD`; by the seed unless given. */
  readonly start?: string
  /** In a file, which a process that comes back opens anew; else in memory, which is faster. */
  readonly inFile?: boolean
  readonly write?: (line: string) => void
}

/** What became of one seed. `broken`: what must never be, and was; null when all is well. */
export type Simulated = {
  readonly seed: number
  readonly broken: string | null
  readonly hash: string
  readonly last: readonly string[]
  readonly counts: ReadonlyMap<string, number>
}

const manifestPath = fileURLToPath(productFile('manifest.yml'))
const hourMs = 60 * 60_000
const dayMs = 24 * hourMs
/** The last days are without trouble: whatever waited has to come then. */
const calmDays = 8

type Place = {
  readonly machine: Machine
  readonly town: Town
  readonly deeds: Deeds
  readonly upheavals: Upheavals
}

/** Some weeks of several teams in two workspaces, which share a database and nothing else. */
export const simulate = async (simulating: Simulating): Promise<Simulated> => {
  if (simulating.inFile !== true) return new World(simulating, 'file::memory:').run()
  const directory = await mkdtemp(join(tmpdir(), 'personable-simulation-'))
  const world = new World(simulating, `file:${join(directory, 'simulation.db')}`)
  try {
    return await world.run()
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
}

class World {
  readonly #simulating: Simulating
  readonly #random: Random
  readonly #timeline: Timeline
  readonly #trace: Trace
  readonly #url: string
  readonly #start: number
  #store: Store | null = null
  #broken: string | null = null
  #ids = 0
  #names = 0

  constructor(simulating: Simulating, url: string) {
    this.#simulating = simulating
    this.#random = new Random(simulating.seed)
    this.#url = url
    const day = simulating.start ?? `${2026 + this.#random.below(3)}-01-01`
    const later = simulating.start === undefined ? this.#random.below(365) : 0
    this.#start = Date.parse(`${day}T00:00:00Z`) + later * dayMs
    this.#timeline = new Timeline(this.#start)
    this.#trace = new Trace(simulating.write)
  }

  async run(): Promise<Simulated> {
    const { seed, weeks } = this.#simulating
    await this.#open()
    try {
      const places = [await this.#place('T1', 2), await this.#place('T2', 1)]
      for (let day = 0; day < weeks * 7 && this.#broken === null; day++) {
        const isCalm = day >= weeks * 7 - calmDays
        if (isCalm) for (const { upheavals } of places) upheavals.end()
        await this.#day(places, this.#start + day * dayMs, isCalm)
      }
      if (this.#broken === null) await this.#verify()
    } catch (error) {
      this.#break(`the simulation itself failed: ${error instanceof Error ? error.stack : String(error)}`)
    } finally {
      await this.#store?.close()
    }
    return {
      seed,
      broken: this.#broken,
      hash: this.#trace.hash(),
      last: this.#trace.last(),
      counts: this.#trace.counts,
    }
  }

  #break(what: string): void {
    if (this.#broken !== null) return
    this.#broken = `${new Date(this.#timeline.now).toISOString()} ${what}`
    this.#trace.step(this.#timeline.now, 'broken', what.split('\n')[0])
  }

  async #open(): Promise<void> {
    await this.#store?.close()
    this.#store = await openStore(this.#url, { newId: () => this.#newId() })
  }

  #newId(): string {
    this.#ids += 1
    return `id-${String(this.#ids).padStart(8, '0')}`
  }

  async #place(teamId: string, teams: number): Promise<Place> {
    const machine = new Machine({
      teamId,
      manifest: readManifest(manifestPath),
      timeline: this.#timeline,
      trace: this.#trace,
      random: new Random(this.#random.below(2 ** 31)),
      newId: () => this.#newId(),
      onBroken: (what) => this.#break(what),
      uow: () => {
        if (this.#store === null) throw new Error('The store is closed')
        return this.#store.uow
      },
    })
    const town = build(machine.slack, machine.random, teams)
    const nextName = () => this.#names++
    const today = new Date(this.#start).toISOString().slice(0, 10)
    const { people: each = 500 } = this.#simulating
    const settling = { random: machine.random, workspaceId: teamId, today, each, nextName }
    await machine.does('settle in', (life) => settleIn({ ...settling, life }, town))
    return {
      machine,
      town,
      deeds: new Deeds(machine, town, nextName),
      upheavals: new Upheavals(machine, town),
    }
  }

  /** One day: beats, and between them what people do and what befalls them. */
  async #day(places: readonly Place[], begins: number, isCalm: boolean): Promise<void> {
    const isWeekend = [0, 6].includes(new Date(begins).getUTCDay())
    for (let hour = 0; hour < 24; hour++) {
      for (const place of places) {
        if (this.#broken !== null) return
        const at = begins + hour * hourMs
        const busy = isWeekend || hour < 7 ? 0.15 : 0.9
        while (place.machine.random.chance(busy / 2)) await this.#deed(place, at, isCalm)
        await this.#beat(place, at + 55 * 60_000 + place.machine.random.below(60_000), isCalm)
      }
    }
    for (const { machine } of places)
      if (machine.skew === 0) await checkEvening(machine.oracle, this.#timeline.now, machine.troubledAt)
  }

  async #deed({ machine, deeds, upheavals }: Place, notBefore: number, isCalm: boolean): Promise<void> {
    this.#timeline.to(notBefore)
    this.#timeline.pass(machine.random.below(20 * 60_000))
    if (!isCalm) await upheavals.step()
    const [what, deed] = deeds.any()
    this.#trace.step(this.#timeline.now, what.split(' ')[0] ?? '', `${machine.ports.teamId} ${what}`)
    await machine.does(what, deed, this.#fuse(machine, isCalm, 0.03))
  }

  async #beat({ machine, deeds, upheavals }: Place, at: number, isCalm: boolean): Promise<void> {
    this.#timeline.to(at)
    if (!isCalm) await upheavals.step()
    const { random } = machine
    machine.meanwhile = async () => {
      if (isCalm || !random.chance(machine.oracle.book.waiting().length > 0 ? 0.15 : 0.02)) return
      machine.meanwhile = async () => {}
      const [what, deed] = deeds.any()
      this.#trace.step(this.#timeline.now, 'meanwhile', `${machine.ports.teamId} ${what}`)
      await deed(machine.life).catch((error: unknown) => {
        if (!(error instanceof Error && error.name === 'SlackUnavailable')) throw error
      })
    }
    for (let nth = 0; nth < 5; nth++) {
      const isDone = await machine.does('beat', (life) => life.beat(), this.#fuse(machine, isCalm, 0.06))
      if (!isDone && this.#simulating.inFile === true && random.chance(0.2)) await this.#open()
      if (isDone && !(await this.#waits(machine))) break
      this.#timeline.pass(61_000 + random.below(30_000))
    }
    machine.meanwhile = async () => {}
    for (const problem of machine.slack.takeProblems())
      if (!expected.test(problem)) this.#break(`Slack would have refused it: ${problem}`)
  }

  #fuse({ random }: Machine, isCalm: boolean, probability: number): number {
    return !isCalm && random.chance(probability) ? random.between(1, 80) : Number.POSITIVE_INFINITY
  }

  async #waits({ slack }: Machine): Promise<boolean> {
    const scope = { workspaceId: slack.me.workspaceId, audience: 'everything' } as const
    const waiting = await this.#store?.uow.keep(scope, ({ posts }) => posts.unfinished())
    return (waiting ?? []).length > 0
  }

  async #verify(): Promise<void> {
    const verified = await this.#store?.verify()
    const [first] = verified?.findings ?? []
    if (first !== undefined) this.#break(`the journal does not add up: ${JSON.stringify(first)}`)
  }
}

/** Refusals that a bot has to expect of a Slack in which things change. */
const expected =
  /not_in_channel|channel_not_found|is_archived|user_not_in_channel|user_disabled|message_not_found|is_inactive|cant_update_message|cant_delete_message/

import type pg from 'pg'
import { instantAt, localDateOf, plusDays } from '../../src/domain/local-time.js'
import { Random } from '../../src/simulation/random.js'
import { Arrivals } from './arrivals.js'
import type { Fleet } from './fleet.js'
import { connectionsOf, nextTurn } from './looks.js'
import { kindOf, workingHours, zones } from './town.js'

/** As often as every process sweeps. */
const sweepMs = 10_000
/** Steps between two looks at what the server holds. */
const looksEvery = 50
const hourMs = 3_600_000

export type Playing = {
  readonly fleet: Fleet
  readonly db: pg.Client
  readonly seed: number
  /** Where people type: what they type is understood there. */
  readonly talkative: readonly string[]
  /** Lines that are typed in one of them in a working day. */
  readonly linesADay: number
  /** Between two of what each process does once a minute, in virtual ms; more than a minute saves the time of this machine. */
  readonly beatMs: number
}

/** What one stretch of virtual time came to. */
export type Stretch = {
  readonly steps: number
  /** How long it took until all that was due at a step was done, in ms. */
  readonly stepMs: readonly number[]
  readonly typed: number
  readonly connections: number
}

/** Plays virtual time, from one thing that is due to the next; what takes long makes it later, as in earnest. */
export class Conductor {
  readonly arrivals = new Arrivals()
  readonly #playing: Playing
  readonly #random: Random
  #nowMs: number
  #beatMs = 0
  #nextPress: number | null = null

  constructor(playing: Playing, startMs: number) {
    this.#playing = playing
    this.#random = new Random(playing.seed)
    this.#nowMs = startMs
  }

  /** Nothing happens before. Turns come as they do where the bot is at work: within the hour, and with the next digest. */
  async skipTo(ms: number): Promise<void> {
    if (ms <= this.#nowMs) return
    this.#nowMs = ms
    for (const [kind, zone] of zones.entries())
      await this.#playing.db.query(
        `update turns set wake_at = to_char(to_timestamp(least($1 + $2 * random(), $3) / 1000) at time zone 'UTC',
          'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') where substr(workspace_id, 3, 2)::int = $4`,
        [ms, 55 * 60_000, nextDigest(ms, zone), kind],
      )
  }

  async until(endMs: number): Promise<Stretch> {
    const { fleet, db, beatMs } = this.#playing
    const stepMs: number[] = []
    let [typed, connections, lastMs] = [0, 0, this.#nowMs]
    while (this.#nowMs < endMs) {
      const isBeat = this.#nowMs - this.#beatMs >= beatMs
      if (isBeat) this.#beatMs = this.#nowMs
      const lines = this.#linesSince(lastMs)
      lastMs = this.#nowMs
      typed += lines.length
      const done = await fleet.step({ atMs: this.#nowMs, isBeat, typed: lines })
      for (const { posted } of done) this.arrivals.takeIn(posted)
      const tookMs = Math.max(...done.map((each) => each.tookMs))
      stepMs.push(tookMs)
      const presses = done.flatMap(({ nextMs }) => nextMs ?? [])
      this.#nextPress = presses.length === 0 ? null : Math.min(...presses)
      if (stepMs.length % looksEvery === 0) connections = Math.max(connections, await connectionsOf(db))
      this.#nowMs = await this.#nextStep(this.#nowMs + tookMs)
    }
    return { steps: stepMs.length, stepMs, typed, connections }
  }

  /** The next sweep at which anything is due. */
  async #nextStep(nowMs: number): Promise<number> {
    const { db, beatMs } = this.#playing
    const due = [await nextTurn(db), this.#nextPress, this.#beatMs + beatMs].flatMap((at) => at ?? [])
    const soonest = Math.max(Math.min(...due), nowMs + 1)
    return Math.ceil(soonest / sweepMs) * sweepMs
  }

  /** People type during their working hours alone. */
  #linesSince(sinceMs: number): { workspaceId: string; seed: number }[] {
    const { talkative, linesADay } = this.#playing
    const perMs = linesADay / ((workingHours.to - workingHours.from) * hourMs)
    const present = talkative.filter((id) => isAtWork(this.#nowMs, zones[kindOf(id) % zones.length] ?? 'UTC'))
    let left = (this.#nowMs - sinceMs) * perMs * present.length
    const lines: { workspaceId: string; seed: number }[] = []
    for (; left > 0 && present.length > 0; left--)
      if (left >= 1 || this.#random.chance(left))
        lines.push({ workspaceId: this.#random.pick(present), seed: this.#random.below(2 ** 31) })
    return lines
  }
}

const nextDigest = (ms: number, zone: string): number => {
  const today = localDateOf(new Date(ms).toISOString(), zone)
  const hours = [today, plusDays(today, 1)].map((on) =>
    Date.parse(instantAt(on, workingHours.digest * 60, zone)),
  )
  return hours.find((at) => at >= ms) ?? ms
}

const clocks = new Map<string, Intl.DateTimeFormat>()
const isAtWork = (ms: number, zone: string): boolean => {
  const clock =
    clocks.get(zone) ??
    new Intl.DateTimeFormat('en-GB', { timeZone: zone, weekday: 'short', hour: '2-digit', hour12: false })
  clocks.set(zone, clock)
  const said = clock.format(ms)
  const hour = Number(/\d+/.exec(said)?.[0])
  return !/Sat|Sun/.test(said) && hour >= workingHours.from && hour < workingHours.to
}

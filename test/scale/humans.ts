import { isObject, objectsAt } from '../../src/practice/json.js'
import { pressables } from '../../src/simulation/people/pressing.js'
import { Random } from '../../src/simulation/random.js'
import type { Bot } from './bot.js'
import type { Shown } from './slack-stand-in.js'
import { channels, nameOf, teammates } from './town.js'

/** So many of the posts are answered, within two hours. */
const answered = 0.4
const withinMs = 2 * 3_600_000

type Pressing = {
  readonly atMs: number
  readonly shown: Shown
  readonly actionId: string
  readonly value: string
}

/** Teammates who answer what the bot posts, and type of their own accord. */
export class Humans {
  readonly #bot: Bot
  readonly #random: Random
  readonly #people: number
  readonly #pressings: Pressing[] = []
  readonly typedMs: number[] = []
  readonly pressedMs: number[] = []
  refused = 0
  #deliveries = 0

  constructor(bot: Bot, random: Random, people: number) {
    this.#bot = bot
    this.#random = random
    this.#people = people
  }

  /** Reads a post, and may answer it later. */
  reads(shown: Shown): void {
    const random = this.#random
    if (!random.chance(answered) || !isObject(shown.blocks)) return
    const all = pressables(objectsAt(shown.blocks, 'blocks'), random)
    if (all.length === 0) return
    const { actionId, value } = random.pick(all)
    this.#pressings.push({ atMs: shown.atMs + random.between(60_000, withinMs), shown, actionId, value })
    this.#pressings.sort((one, other) => one.atMs - other.atMs)
  }

  get nextMs(): number | null {
    return this.#pressings[0]?.atMs ?? null
  }

  /** Presses what was to be pressed by now. */
  async press(nowMs: number): Promise<void> {
    for (;;) {
      const [first] = this.#pressings
      if (first === undefined || first.atMs > nowMs) return
      this.#pressings.shift()
      const { shown, actionId, value } = first
      const from = this.#from(shown.workspaceId, shown.channelId)
      const begun = performance.now()
      const { listeners } = await this.#bot.at(shown.workspaceId)
      const message = { ts: shown.ts, ephemeral: false }
      const answer = await listeners.presses[actionId]?.({ ...from, actionId, value, held: {}, message })
      if (answer === undefined) this.refused += 1
      this.pressedMs.push(performance.now() - begun)
    }
  }

  /** One line of one of them. */
  async type(workspaceId: string, seed: number, nowMs: number): Promise<void> {
    const random = new Random(seed)
    const who = nameOf(random.below(this.#people))
    const by = new Date(nowMs + random.between(2, 30) * 86_400_000).toISOString().slice(0, 10)
    const text = random.weighed([
      [4, `met ${who}`],
      [2, `called ${who}: about the order`],
      [3, `note ${who} wants the drawings by mail`],
      [1, `promise ${who} by ${by}: a visit`],
      [2, who],
      [1, 'due'],
      [1, 'find drawings'],
    ])
    const begun = performance.now()
    const { listeners } = await this.#bot.at(workspaceId)
    const answer = await listeners.typed({
      ...this.#from(workspaceId, random.pick(channels)),
      by: 'command',
      text,
    })
    if (answer.kind !== 'reply') this.refused += 1
    this.typedMs.push(performance.now() - begun)
  }

  #from(workspaceId: string, channelId: string) {
    this.#deliveries += 1
    const delivery = `${process.pid}.${this.#deliveries}`
    const userId = channelId.startsWith('D') ? `U${channelId.slice(1)}` : this.#random.pick(teammates)
    return {
      workspaceId,
      teamId: workspaceId,
      userId,
      channelId,
      threadTs: null,
      delivery,
      triggerId: delivery,
    }
  }
}

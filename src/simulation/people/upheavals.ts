import type { Machine } from '../machine.js'
import { skies } from '../slack/weather.js'
import type { Town } from './town.js'

const minuteMs = 60_000
const hourMs = 60 * minuteMs

/** What may befall a workspace, and how it passes again: each answers when it is over, in milliseconds from now. */
export class Upheavals {
  readonly #machine: Machine
  readonly #town: Town
  #ending: { readonly at: number; readonly end: () => void }[] = []

  constructor(machine: Machine, town: Town) {
    this.#machine = machine
    this.#town = town
  }

  /** Between two things that happen: some trouble may begin, and some is over. */
  async step(): Promise<void> {
    const { timeline } = this.#machine.ports
    this.#ending = this.#ending.filter(({ at, end }) => {
      if (at > timeline.now) return true
      end()
      return false
    })
    if (this.#machine.random.chance(0.012)) this.#begin()
    if (this.#ending.length > 0) this.#machine.troubledAt = timeline.now
    await this.#machine.hearsOfSharing()
  }

  /** All is well again. */
  end(): void {
    for (const { end } of this.#ending) end()
    this.#ending = []
    this.#machine.troubledAt = this.#machine.ports.timeline.now
  }

  #begin(): void {
    const { random } = this.#machine
    const begin = random.weighed<() => void>([
      [4, () => this.#weather()],
      [3, () => this.#clock()],
      [1, () => this.#archived()],
      [1, () => this.#shared()],
      [1, () => this.#withoutBot()],
      [1, () => this.#gone()],
      [1, () => this.#guest()],
      [1, () => this.#outOfChannel()],
      [1, () => this.#offered()],
    ])
    begin()
  }

  #until(ms: number, what: string, end: () => void): void {
    const { timeline, trace, teamId } = this.#machine.ports
    trace.step(
      timeline.now,
      `upheaval:${what.split(' ')[0]}`,
      `${teamId} ${what} for ${Math.round(ms / minuteMs)} min`,
    )
    this.#ending.push({
      at: timeline.now + ms,
      end: () => {
        trace.step(timeline.now, 'over', `${teamId} ${what}`)
        end()
      },
    })
  }

  #weather(): void {
    const { random, weather } = this.#machine
    const sky = random.pick(skies)
    weather.sky = sky
    const ms = sky === 'down' ? random.between(1, 30) * hourMs : random.between(5, 600) * minuteMs
    this.#until(ms, `sky ${sky}`, () => {
      weather.sky = 'fair'
    })
  }

  /** The machine's clock jumps, forward or back, and is put right later. */
  #clock(): void {
    const { random } = this.#machine
    const size = random.pick([random.between(2, 30) * minuteMs, random.between(1, 30) * hourMs])
    this.#machine.skew = random.chance(0.5) ? size : -size
    this.#until(random.between(1, 500) * minuteMs, `clock ${this.#machine.skew}`, () => {
      this.#machine.skew = 0
    })
  }

  #archived(): void {
    const { random, slack } = this.#machine
    const { channelId } = random.pick(this.#town.teams)
    if (slack.places.get(channelId).archived) return
    slack.places.archive(channelId)
    this.#until(random.between(1, 90) * hourMs, `archived ${channelId}`, () =>
      slack.places.unarchive(channelId),
    )
  }

  #shared(): void {
    const { random, slack } = this.#machine
    const { channelId } = random.pick(this.#town.teams)
    if (slack.places.get(channelId).extShared) return
    slack.places.share(channelId)
    this.#until(random.between(1, 50) * hourMs, `shared ${channelId}`, () => slack.places.unshare(channelId))
  }

  /** An invitation to share goes out, of which Slack says nothing; what was remembered is past after some minutes. */
  #offered(): void {
    const { random, slack, ports } = this.#machine
    const { channelId } = random.pick(this.#town.teams)
    const channel = slack.places.get(channelId)
    if (channel.extShared || channel.pendingExtShared) return
    slack.places.offerToShare(channelId)
    ports.timeline.pass(6 * minuteMs)
    this.#until(random.between(1, 50) * hourMs, `offered ${channelId}`, () => {
      channel.pendingExtShared = false
      ports.timeline.pass(6 * minuteMs)
    })
  }

  #withoutBot(): void {
    const { random, slack } = this.#machine
    const { channelId } = random.pick(this.#town.teams)
    const { botUserId } = slack.me
    if (!slack.places.get(channelId).members.has(botUserId)) return
    slack.places.leave(channelId, botUserId)
    this.#until(random.between(1, 50) * hourMs, `botless ${channelId}`, () =>
      slack.places.join(channelId, botUserId),
    )
  }

  /** Somebody's account is closed, for good or for some days. */
  #gone(): void {
    const { random, slack } = this.#machine
    const userId = random.pick(this.#town.teammates.slice(1))
    const user = slack.people.get(userId)
    if (user.deleted) return
    slack.people.deactivate(userId)
    this.#until(random.between(5, 200) * hourMs, `gone ${userId}`, () => {
      user.deleted = false
      slack.people.change(userId, {})
    })
  }

  /** Somebody becomes a guest, and a full member again. */
  #guest(): void {
    const { random, slack } = this.#machine
    const userId = random.pick(this.#town.teammates.slice(1))
    if (slack.people.get(userId).standing !== 'member') return
    slack.people.change(userId, { standing: 'guest' })
    this.#until(random.between(5, 200) * hourMs, `guest ${userId}`, () =>
      slack.people.change(userId, { standing: 'member' }),
    )
  }

  #outOfChannel(): void {
    const { random, slack } = this.#machine
    const { channelId } = random.pick(this.#town.teams)
    const userId = random.pick(this.#town.teammates)
    if (!slack.places.get(channelId).members.has(userId)) return
    slack.places.leave(channelId, userId)
    this.#until(random.between(1, 200) * hourMs, `left ${channelId} ${userId}`, () =>
      slack.places.join(channelId, userId),
    )
  }
}

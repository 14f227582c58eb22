import { changeSettings } from '../../app/settings/change-settings.js'
import { settingsOf } from '../../domain/settings.js'
import { isObject, type Json, objectsAt, textAt } from '../../practice/json.js'
import { isFullMember } from '../../practice/world/user.js'
import { actionIds, fieldIds } from '../../slack/action-ids.js'
import type { Answer } from '../../slack/answer.js'
import type { Life } from '../bot/life.js'
import type { Machine } from '../machine.js'
import { daysAfter, wallAt } from '../oracle/calendar.js'
import type { Facts } from '../oracle/facts.js'
import { lines } from './lines.js'
import { lastMessages, pressables } from './pressing.js'
import { askerOf } from './settle-in.js'
import type { Town } from './town.js'
import { nameOf } from './words.js'

/** Where somebody is just now, and who. */
type Doer = { readonly userId: string; readonly channelId: string; readonly today: string }

/** What teammates do of their own accord, each through the handlers that Slack's deliveries come to. */
export class Deeds {
  readonly #machine: Machine
  readonly #town: Town
  readonly #nextName: () => number
  #deliveries = 0

  constructor(machine: Machine, town: Town, nextName: () => number) {
    this.#machine = machine
    this.#town = town
    this.#nextName = nextName
  }

  /** One deed of one of them, whichever it is. */
  any(): [what: string, deed: (life: Life) => Promise<void>] {
    const { random } = this.#machine
    const doer = this.#doer()
    return random.weighed<[string, (life: Life) => Promise<void>]>([
      [60, this.#types(doer)],
      [25, ['press', (life) => this.#presses(life, doer)]],
      [6, ['react', (life) => this.#reacts(life, doer)]],
      [2, ['settings', (life) => this.#sets(life, doer)]],
      [2, ['home', (life) => this.#looksAtHome(life, doer)]],
    ])
  }

  #doer(): Doer {
    const { random, slack, now } = this.#machine
    const present = this.#town.teammates.filter((id) => isFullMember(slack.people.get(id)))
    const isGuest = random.chance(0.02)
    const userId = isGuest ? this.#town.guest : random.pick(present)
    const direct = slack.places.dm(userId).id
    const theirs = [...this.#town.teams.map(({ channelId }) => channelId), ...this.#town.others].filter(
      (id) => {
        const { members, archived } = slack.places.get(id)
        return members.has(userId) && !archived
      },
    )
    const channelId = random.chance(0.2) || theirs.length === 0 ? direct : random.pick(theirs)
    return { userId, channelId, today: wallAt(now, slack.people.get(userId).tz ?? 'UTC').on }
  }

  /** Somebody whom they are likely to mean: one who is about to be brought up, or was lately, or one of the place. */
  #somebody({ channelId }: Doer): string {
    const { random, oracle } = this.#machine
    const soon = oracle.book.waiting().flatMap((id) => oracle.known.all.get(id) ?? [])
    if (soon.length > 0 && random.chance(0.5)) return random.pick(soon).person.name
    const lately = oracle.book.told.slice(-30).flatMap(({ personId }) => oracle.known.all.get(personId) ?? [])
    if (random.chance(0.4) && lately.length > 0) return random.pick(lately).person.name
    const all = [...oracle.known.all.values()]
    const here = (facts: Facts) => facts.person.home === `channel:${channelId}`
    for (let tries = 0; tries < 5; tries++) {
      const facts = random.pick(all)
      if (here(facts) || random.chance(0.2)) return facts.person.name
    }
    return random.pick(all).person.name
  }

  #types(doer: Doer): [string, (life: Life) => Promise<void>] {
    const { random, oracle, words } = this.#machine
    const { userId, channelId, today } = doer
    const line = random.weighed(lines)
    const text = line({
      random,
      today,
      who: this.#somebody(doer),
      other: this.#somebody(doer),
      word: () => words.write(oracle.sight.homeOf(channelId, userId), userId),
      newName: () => nameOf(this.#nextName()),
      teammate: random.pick(this.#town.teammates),
      channelId: random.pick(this.#town.teams).channelId,
    })
    return [`type ${userId} ${channelId} ${text}`, (life) => this.#says(life, doer, text)]
  }

  async #says(life: Life, { userId, channelId }: Doer, text: string): Promise<void> {
    const { slack, oracle, random } = this.#machine
    const from = this.#from(userId, channelId)
    const by = channelId.startsWith('D') ? 'message' : 'command'
    const typed = { ...from, by, text, triggerId: from.delivery } as const
    const answer = await life.listeners.typed(typed)
    oracle.answered(userId, text, answer)
    // Slack brings it again when it has not heard in time.
    if (random.chance(0.04)) oracle.answered(userId, text, await life.listeners.typed(typed))
    await life.afterAct()
    // What asks before it does something is answered.
    const asked = pressables(blocksOf(answer), random).find(
      ({ actionId, style }) =>
        actionId === actionIds.forget ||
        style === 'danger' ||
        (style === 'primary' && actionId === actionIds.pick),
    )
    if (asked === undefined || slack.places.get(channelId).archived || random.chance(0.3)) return
    await this.#press(life, userId, channelId, asked.actionId, asked.value, '1.000001', true)
  }

  async #presses(life: Life, doer: Doer): Promise<void> {
    const { random, slack } = this.#machine
    const shown = lastMessages(slack, 6).filter(({ channelId }) =>
      slack.places.get(channelId).members.has(doer.userId),
    )
    if (shown.length === 0) return
    const { channelId, ts, blocks } = random.pick(shown)
    const found = pressables(blocks, random)
    if (found.length === 0) return
    const { actionId, value } = random.pick(found)
    await this.#press(life, doer.userId, channelId, actionId, value, ts, false)
  }

  async #press(
    life: Life,
    userId: string,
    channelId: string,
    actionId: string,
    value: string,
    ts: string,
    ephemeral: boolean,
  ): Promise<void> {
    const { oracle, random } = this.#machine
    const go = life.listeners.presses[actionId]
    if (go === undefined) return
    const from = this.#from(userId, channelId)
    const press = { ...from, actionId, value, triggerId: from.delivery, held: {}, message: { ts, ephemeral } }
    const answer = await go(press)
    oracle.answered(userId, '', answer)
    if (random.chance(0.05)) oracle.answered(userId, '', await go(press))
    if (answer.kind === 'modal') await this.#submits(life, userId, channelId, answer.view)
    await life.afterAct()
  }

  async #submits(life: Life, userId: string, channelId: string, view: object): Promise<void> {
    const { random, words, oracle } = this.#machine
    const body: Json = { ...view }
    const callbackId = textAt(body, 'callback_id') ?? ''
    const go = life.listeners.forms[callbackId]
    if (go === undefined || random.chance(0.15)) return
    const word = words.write(oracle.sight.homeOf(channelId, userId), userId)
    const values: Record<string, string> = {
      [fieldIds.how]: random.pick(['met', 'called', 'emailed', 'messaged']),
      [fieldIds.text]: random.chance(0.5) ? word : '',
      [fieldIds.teammate]: random.pick(this.#town.teammates),
    }
    const from = this.#from(userId, channelId)
    const submission = {
      ...from,
      callbackId,
      privateMetadata: textAt(body, 'private_metadata') ?? '',
      values,
      triggerId: from.delivery,
    }
    oracle.answered(userId, word, await go(submission))
    if (random.chance(0.1)) oracle.answered(userId, word, await go(submission))
  }

  async #reacts(life: Life, doer: Doer): Promise<void> {
    const { random, slack, oracle, words } = this.#machine
    const { userId, channelId } = doer
    if (channelId.startsWith('D')) return
    const word = words.write(oracle.sight.homeOf(channelId, userId), userId)
    const text = `${this.#somebody(doer)} ${word}`
    const { ts } = slack.posts.post({ channelId, userId, text })
    const emoji = random.pick(['telephone_receiver', 'coffee', 'ear', 'memo', 'speech_balloon', 'tada'])
    const react = async (added: boolean, eventTs: string): Promise<Answer> => {
      const from = { ...this.#from(userId, channelId), channelId }
      return life.listeners.reacted({ ...from, messageTs: ts, emoji, added, eventTs })
    }
    oracle.answered(userId, text, await react(true, slack.workspace.clock.nextTs()))
    await life.afterAct()
    if (!random.chance(0.3)) return
    oracle.answered(userId, text, await react(false, slack.workspace.clock.nextTs()))
    await life.afterAct()
  }

  async #sets(life: Life, { userId, channelId, today }: Doer): Promise<void> {
    const { random, slack, oracle } = this.#machine
    if (userId === this.#town.guest) return
    const asker = await askerOf({ life, workspaceId: slack.me.workspaceId }, userId, channelId)
    const { home } = asker.place
    const place = oracle.places.get(home)
    if (place === undefined) return
    const seen = settingsOf(place)
    const wished = random.pick([
      { ...seen, cap: random.between(1, 9) },
      { ...seen, digestHour: random.between(9, 12) },
      {
        ...seen,
        days: random.pick([
          [1, 2, 3, 4, 5],
          [1, 2, 3, 4],
          [2, 3, 4, 5, 6],
          [7, 1, 2, 3, 4],
        ]),
      },
      { ...seen, holidays: [...seen.holidays, daysAfter(today, random.between(0, 20))] },
    ])
    await changeSettings(life.bot, asker, home, seen, wished)
    await life.afterAct()
  }

  async #looksAtHome(life: Life, { userId }: Doer): Promise<void> {
    const from = { ...this.#from(userId, ''), channelId: null }
    this.#machine.oracle.answered(userId, '', await life.listeners.home(from))
  }

  #from(userId: string, channelId: string) {
    const { workspaceId } = this.#machine.slack.me
    this.#deliveries += 1
    const delivery = `${workspaceId}.${this.#deliveries}`
    return { workspaceId, teamId: workspaceId, userId, channelId, threadTs: null, delivery }
  }
}

const blocksOf = (answer: Answer): Json[] => {
  if (answer.kind !== 'reply' && answer.kind !== 'replace') return []
  const copied: unknown = JSON.parse(JSON.stringify({ blocks: answer.reply.blocks }))
  return isObject(copied) ? objectsAt(copied, 'blocks') : []
}

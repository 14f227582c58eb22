import { isObject, type Json, objectAt, textAt } from '../../../src/practice/json.js'
import type { Delivery, Wire } from '../slack/wire.js'
import { type Crossing, teamNamedIn } from './crossing.js'
import type { Deliveries } from './deliveries.js'
import {
  type Foreign,
  leavesIn,
  onceEach,
  otherwiseIn,
  type Stranger,
  strangerIn,
  valueAt,
  withForeign,
  written,
} from './foreign.js'
import { type Twin, type Twins, whoeverIsBusy } from './twins.js'

/** What is delivered, and what was done to it. */
export type Forged = { readonly what: string; readonly delivery: Delivery }

let last = 0
/** The same as something new, or it would be taken for a repetition. */
const anew = ({ kind, payload }: Delivery): Delivery => {
  const given = kind === 'event' ? { event_id: `EvForged${++last}` } : { trigger_id: `forged.${++last}` }
  return { kind, payload: { ...payload, ...given } }
}

/** By these the bot tells whose a delivery is, and where to answer; and what is looked up. */
const telling: Readonly<Record<Delivery['kind'], RegExp>> = {
  command: /^(team_id|response_url)$/,
  event: /^(authorizations\.0\.team_id|event\.(user_team|item\.ts))$/,
  interaction:
    /^(team\.id|user\.team_id|response_url|view\.(app_installed_team_id|id|private_metadata))$|(value|_ts|files?\.\d+\.id)$/,
}

/** Of what shape a delivery is: all of one shape are read by the same lines. */
const shapeOf = ({ kind, payload }: Delivery): string =>
  [kind, payload.type, textAt(objectAt(payload, 'event'), 'type'), objectAt(payload, 'view')?.type].join(' ')

/** So thoroughly: each field of every delivery; each of one delivery of each shape; or those that tell anything. */
export type Thoroughly = 'each field' | 'each field of a shape' | 'what tells'

/** Every delivery of one workspace, once for each field that could name the other. */
export const singlyForged = (
  own: Deliveries,
  others: Deliveries,
  stranger: Stranger,
  thoroughly: Thoroughly,
): Forged[] => {
  const shapes = new Set<string>()
  return [...own].flatMap(([topic, [delivery]]) => {
    if (delivery === undefined) return []
    const [twin] = others.get(topic) ?? []
    const shape = shapeOf(delivery)
    const isFirst = !shapes.has(shape) && thoroughly === 'each field of a shape'
    shapes.add(shape)
    const otherwise = twin ? otherwiseIn(delivery.payload, twin.payload) : []
    const all = [...otherwise, ...strangerIn(delivery, stranger)]
    const some = onceEach(all).filter((each) => isFirst || telling[delivery.kind].test(written(each)))
    return (thoroughly === 'each field' ? all : some).map((foreign) => forgedWith(topic, delivery, foreign))
  })
}

/** What is typed for one workspace is its own: as if the other had said it, it is said in words of neither. */
const inNeitherWords = (payload: Json): Json =>
  leavesIn(payload)
    .filter((path) => path.at(-1) !== 'private_metadata')
    .reduce((whole, path) => {
      const value = valueAt(whole, path)
      const isOwn = typeof value === 'string' && /zq[ab][a-z]{9}/i.test(value)
      return isOwn ? withForeign(whole, { path, value: value.replace(/zq[ab]/gi, 'zqx') }) : whole
    }, payload)

export const forgedWith = (topic: string, delivery: Delivery, ...foreign: readonly Foreign[]): Forged => {
  const fresh = anew(delivery)
  const what = foreign.map(written).join(', ')
  const payload = withForeign(fresh.payload, ...foreign)
  const isStill = teamNamedIn(payload) === teamNamedIn(delivery.payload)
  const said = isStill ? payload : inNeitherWords(payload)
  return { what: `${topic}, ${what}`, delivery: { ...fresh, payload: said } }
}

/** Delivers, and looks at what comes back at once and later. */
export class Forger {
  count = 0
  readonly #twins: Twins
  readonly #wire: Wire
  readonly #crossing: Crossing

  constructor(twins: Twins, wire: Wire, crossing: Crossing) {
    this.#twins = twins
    this.#wire = wire
    this.#crossing = crossing
  }

  /** Those that Slack delivers for one workspace: nothing of the other is said, or otherwise than before. */
  async all(whose: Twin, forged: readonly Forged[], what: string): Promise<void> {
    const theirs = forged.filter(({ delivery }) => (teamNamedIn(delivery.payload) ?? '') === whose.teamId)
    await this.#crossing.alone(
      whose,
      async () => {
        for (const each of theirs) await this.one(each)
      },
      what,
    )
  }

  async one({ what, delivery }: Forged): Promise<void> {
    const { app } = this.#twins.hosted
    const { found } = this.#crossing
    this.count += 1
    const before = app.traffic.length
    const given = JSON.stringify(delivery.payload)
    const { status, body } = await this.#wire.deliver(delivery)
    if (status !== 200) found.push(`${what}: Slack gets ${status}`)
    const whose = [this.#twins.one, this.#twins.two].find(
      ({ teamId }) => teamId === teamNamedIn(delivery.payload),
    )
    if (whose !== undefined) this.#crossing.said(whose, body, `${what}, at once`, given)
    const isCommand = delivery.kind === 'command' && isWellFormed(delivery.payload)
    const isAnswered = () =>
      app.traffic.slice(before).some(({ direction, name }) => direction === 'in' && answers.test(name))
    if (isCommand && body === '')
      await app
        .until(isAnswered, { what: 'an answer', ...whoeverIsBusy })
        .catch(() => found.push(`${what}: no answer`))
    await app.idle(whoeverIsBusy)
    this.#crossing.wire(what, given)
  }
}

const answers = /^(chat\.post|views\.|response_url)/
const isWellFormed = (payload: Json): boolean =>
  isObject(payload) && ['user_id', 'channel_id', 'command', 'trigger_id'].every((key) => payload[key] !== '')

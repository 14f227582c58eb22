import { isObject, type Json } from '../../../src/practice/json.js'
import { verbs } from '../../../src/slack/command/verbs.js'
import { forms } from '../../../src/slack/forms/index.js'
import { events } from '../../../src/slack/listeners.js'
import { lookups } from '../../../src/slack/listens.js'
import { presses } from '../../../src/slack/presses/index.js'
import { shortcutsOf } from '../../../src/slack/shortcuts/index.js'
import { type Caught, caughtIn } from '../../slack/forged/catching.js'
import { directOf } from '../../support/handed.js'
import type { Team } from '../../support/team.js'
import { thingsHappen, topicOf } from '../slack/captured.js'
import type { Delivery, Wire } from '../slack/wire.js'
import { teamNamedIn } from './crossing.js'
import { type Twin, whoeverIsBusy } from './twins.js'

/** Deliveries by what they are about, as `block_actions undo`. */
export type Deliveries = ReadonlyMap<string, readonly Delivery[]>

const lines = [
  ...[
    '',
    'help',
    'zelda quist',
    'zelda',
    'nobody at all',
    'due',
    'find secret',
    'at nimbus',
    'settings',
    'undo',
  ],
  ...[
    'add Zelda Newcomer, cook at Nimbus',
    'note zelda quist likes jazz',
    'heard zelda quist the lease is over',
  ],
  ...['met zelda quist yesterday: of the lease "so secret"', 'called zelda quist 12/3: about the lease'],
  ...[
    'emailed zelda quist: secret',
    'messaged zelda quist friday: secret',
    'role zelda quist nurse at Hooli',
  ],
  ...[
    'situation zelda quist lease',
    'trigger zelda quist 1 march 2027: lease',
    'left zelda number3 from nimbus',
  ],
  ...[
    'promise zelda quist by friday: sample',
    'step zelda quist by friday: sample',
    'kept zelda quist sample',
  ],
  ...['broke zelda quist sample', 'date zelda quist 14 march: jazz', 'ask zelda quist what secret?'],
  ...[
    'answered zelda quist the secret',
    'prefers zelda quist jazz',
    'tie zelda quist reports to zelda number1',
  ],
  ...['every zelda quist 3 weeks', 'edit zelda quist', 'home zelda quist here', 'hand zelda quist to me'],
  ...[
    'read',
    'import',
    'export zelda quist',
    'merge zelda number1 and zelda number2',
    'unmerge zelda number1',
  ],
  ...['forget zelda number11', 'note zelda likes jazz', 'add Zelda Number5, buyer at Nimbus'],
]

/** Everything in one workspace: each command, press, form, shortcut, select, reaction and event, and Home. */
export const everythingIn = async ({ world, teamId }: Twin, wire: Wire): Promise<Deliveries> => {
  const { team, quiet, own } = world
  const { ana, slack } = team
  const { caught } = await caughtIn(world)
  for (const line of lines) {
    const run = await slack.as(ana).command(quiet, own(`/person ${line}`))
    await run.outcome()
    await slack.idle(whoeverIsBusy)
    for (let top = slack.as(ana).modal; top !== undefined; top = slack.as(ana).modal)
      await slack.as(ana).close(top)
  }
  await talked(team, own)
  thingsHappen(team)
  await slack.idle(whoeverIsBusy)
  return sorted(
    caught,
    wire.seen.filter(({ payload }) => teamNamedIn(payload) === teamId),
  )
}

const talked = async (team: Team, own: (text: string) => string): Promise<void> => {
  const { ana, ben, slack } = team
  for (const userId of [ana, ben]) {
    await (await slack.as(userId).say(directOf(team, userId), own('find secret'))).reply()
    await slack.as(userId).openHome()
    const { ts } = await slack.as(userId).say(team.customers, own('Zelda Quist: the lease ends'))
    for (const emoji of ['ear', 'memo', 'coffee']) await slack.as(userId).react(team.customers, ts, emoji)
    await slack.idle(whoeverIsBusy)
    await slack.as(userId).unreact(team.customers, ts, 'memo')
    await slack.as(userId).say(team.customers, own(`<@${slack.botUserId}> find secret`), { raw: true })
    await slack.idle(whoeverIsBusy)
    const all = slack.places.groupDm([ana, ben, slack.botUserId])
    for (const place of userId === ana ? [team.quiet, all.id] : [all.id])
      await slack.as(userId).say(place, own('Zelda Quist has a secret'))
    const inputs = {
      who: 'zelda quist',
      name: own('Zelda secret'),
      channel: team.customers,
      day: '2026-11-20',
    }
    for (const step of slack.manifest.steps.keys())
      await slack
        .as(userId)
        .step(step, { ...inputs, what: own('a secret') })
        .outcome()
    await slack.idle(whoeverIsBusy)
  }
}

/** An event has in it whether it is of one channel, not of `channels`. */
const saidInEvents = (name: string): string => {
  const kind = name.split('.').at(-1) ?? ''
  return name.startsWith('message.') ? kind.replace(/s$/, '') : kind
}

/** What is listened to and is not among some deliveries; that the app is taken away is told elsewhere. */
export const missingIn = (deliveries: Deliveries): string[] => {
  const topics = [...deliveries.keys()]
  const missing = (kind: RegExp, ids: readonly string[]): string[] =>
    ids.filter((id) => !topics.some((topic) => kind.test(topic) && topic.split(' ').includes(id)))
  const { show: _, hello: __, ...typed } = verbs
  return [
    ...missing(/^command /, Object.keys(typed)),
    ...missing(/^block_actions /, Object.keys(presses)),
    ...missing(/^view_submission /, Object.keys(forms)),
    ...missing(/^(shortcut|message_action) /, Object.keys(shortcutsOf)),
    ...missing(/^block_suggestion /, Object.keys(lookups)),
    ...missing(/^event /, events.filter((name) => !/uninstalled|revoked/.test(name)).map(saidInEvents)),
  ]
}

const mostOfATopic = 2

/** A few of each topic; those that take something away at the end. */
const sorted = (caught: Caught, seen: readonly Delivery[]): Deliveries => {
  const all: Delivery[] = [
    ...caught.presses,
    ...caught.forms,
    ...caught.shortcuts,
    ...caught.lookups,
  ].flatMap(([, payloads]) => payloads.map((payload: Json) => ({ kind: 'interaction' as const, payload })))
  const topics = new Map<string, Delivery[]>()
  for (const delivery of [...all, ...seen]) {
    if (!isObject(delivery.payload)) continue
    const topic = topicOf(delivery)
    const known = topics.get(topic) ?? []
    if (known.length < mostOfATopic) topics.set(topic, [...known, delivery])
  }
  const takesAway = (topic: string): number =>
    /forget|undo|merge|import|remove|left|home/.test(topic) ? 1 : 0
  return new Map([...topics].sort(([one], [other]) => takesAway(one) - takesAway(other)))
}

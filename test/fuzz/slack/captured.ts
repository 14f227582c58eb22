import { placedElements } from '../../../src/practice/blocks/walk.js'
import { isObject, objectAt, objectsAt, textAt } from '../../../src/practice/json.js'
import type { SeenMessage } from '../../../src/practice/sight/seen.js'
import { directOf } from '../../support/handed.js'
import { sample } from '../../support/importing.js'
import { minds } from '../../support/minding.js'
import type { Team } from '../../support/team.js'
import { Explorer } from './exploring.js'
import type { Delivery, Wire } from './wire.js'

const commands = [
  '',
  'help',
  'help note',
  'add Frank Ortiz, facilities manager at Acme Lighting frank@acme.example',
  'add Dana Cho, CFO at Acme Lighting <@U0BEN|ben>',
  'add someone, COO at Acme Lighting',
  'add Francis Miller, buyer at Acme Lighting',
  'frank ortiz',
  'fra',
  'nobody at all',
  'note frank ortiz proud of his team #feeling',
  'note fra likes jazz',
  'heard frank ortiz my daughter starts at Ohio State',
  'met frank ortiz yesterday: walked the plant "so loud"',
  'called dana 12/3: about the lease',
  'emailed dana: hello',
  'messaged dana friday: hello',
  'role frank ortiz VP operations at Globex since 1 nov',
  'role dana also adviser at Initech',
  'situation frank ortiz lease and energy costs',
  'trigger frank ortiz 1 march 2027: lease ends',
  'promise frank ortiz by friday: send the sample',
  'promise frank ortiz: send the drawing',
  'step frank ortiz by 12 dec: measures the ceiling',
  'kept frank ortiz',
  'broke frank ortiz drawing',
  'date frank ortiz 14 march: birthday',
  'ask frank ortiz what would his crew miss most?',
  'answered frank ortiz the noise',
  'prefers frank ortiz text',
  'tie frank ortiz reports to dana',
  'tie frank ortiz listens to fra',
  'at acme lighting',
  'every frank ortiz 3 weeks',
  'due',
  'find jazz',
  'find frank',
  'edit frank ortiz',
  'home frank ortiz here',
  'hand frank ortiz to me',
  'settings',
  'read',
  'import',
  'export frank ortiz',
  'merge frank ortiz and francis miller',
  'unmerge frank ortiz',
  'forget francis miller',
  'undo',
  'add Frank Ortiz, buyer at Initech',
  'note frank ortiz likes trams',
]

/** What a delivery is about, as the bot tells them apart. */
export const topicOf = ({ kind, payload }: Delivery): string => {
  if (kind === 'command') {
    const isPerson = textAt(payload, 'command') === '/person'
    // Another command begins with what somebody called something.
    return `command ${isPerson ? (textAt(payload, 'text')?.split(' ')[0] ?? '') : textAt(payload, 'command')}`
  }
  if (kind === 'event') {
    const event = objectAt(payload, 'event')
    return ['event', textAt(event, 'type'), textAt(event, 'channel_type'), textAt(event, 'subtype')]
      .join(' ')
      .trim()
  }
  const about = textAt(objectsAt(payload, 'actions')[0], 'action_id') ?? textAt(payload, 'action_id')
  const form = textAt(payload, 'callback_id') ?? textAt(objectAt(payload, 'view'), 'callback_id')
  return [textAt(payload, 'type'), about ?? form ?? ''].join(' ')
}

/** Every kind of thing that Slack delivers, as it delivers it when people use the bot: a few of each topic. */
export const capturedFrom = async (team: Team, wire: Wire): Promise<Delivery[]> => {
  const { slack, ana, ben, customers } = team
  const explorer = new Explorer(team, ana)
  for (const line of commands) {
    const run = await slack.as(ana).command(customers, `/person ${line}`)
    await run.outcome()
    await slack.idle()
    await explorer.onModals()
    for (const answer of run.answers) await explorer.onMessage(answer)
  }
  await talks(team, explorer)
  for (const day of ['2026-11-24', '2027-01-05', '2027-03-02']) {
    await team.pass(`${day}T16:00:00.000Z`)
    for (const post of ofTheBot(team, ana, customers, false)) await explorer.onMessage(post)
  }
  await explorer.inHome()
  await explorer.onModals()
  for (const [userId, name] of [
    [ana, 'any-members.csv'],
    [ben, 'linkedin-connections.csv'],
  ] as const) {
    await slack.as(userId).share(directOf(team, userId), name, sample(name))
    const preview = await slack.until(
      () =>
        ofTheBot(team, userId, directOf(team, userId), false).findLast(({ blocks }) =>
          placedElements(blocks).some(({ element }) => textAt(element, 'action_id')?.startsWith('import')),
        ),
      { what: `a preview of ${name}` },
    )
    if (preview !== undefined) await new Explorer(team, userId).onMessage(preview)
  }
  thingsHappen(team)
  await slack.idle()
  return fewOfEach(wire.seen)
}

/** Words, mentions, reactions, shortcuts, and steps of workflows where the app has some. */
const talks = async (team: Team, explorer: Explorer): Promise<void> => {
  const { slack, ana, customers } = team
  const direct = directOf(team, ana)
  await (await slack.as(ana).say(direct, 'frank ortiz')).reply()
  await slack.as(ana).say(customers, `<@${slack.botUserId}> due`, { raw: true })
  const said = await slack.as(ana).say(customers, 'Frank Ortiz: the lease ends in May. frank@acme.example')
  for (const emoji of ['ear', 'memo', 'coffee']) {
    await slack.as(ana).react(customers, said.ts, emoji)
    await slack.idle()
  }
  await slack.as(ana).unreact(customers, said.ts, 'memo')
  await minds(team)
  await slack.as(ana).say(customers, 'Frank Ortiz is a hot lead')
  await slack.as(ana).say(team.quiet, 'Frank Ortiz is a hot lead')
  await slack.as(ana).say(customers, 'our leads', { threadTs: said.ts, broadcast: true })
  await slack.as(ana).say(slack.places.groupDm([ana, team.ben, slack.botUserId]).id, 'our leads')
  await slack.idle()
  const vague = await slack.as(ana).say(customers, 'Fra was here', { threadTs: said.ts })
  await slack.as(ana).react(customers, vague.ts, 'ear')
  await slack.idle()
  for (const shortcut of ['log-conversation', 'remember-this', 'look-up-person']) {
    await slack
      .as(ana)
      .shortcut(shortcut, shortcut === 'look-up-person' ? undefined : { channelId: customers, ts: said.ts })
    await slack.idle()
    await explorer.onModals()
  }
  for (const seen of ofTheBot(team, ana, customers, true).slice(-8)) await explorer.onMessage(seen)
  const inputs = {
    who: 'frank ortiz',
    name: 'Stella Step',
    channel: customers,
    day: '2026-11-20',
    what: 'trams',
  }
  for (const step of slack.manifest.steps.keys()) await slack.as(ana).step(step, inputs).outcome()
}

/** What the bot said to somebody in a place: to them alone, or for everybody there. */
const ofTheBot = ({ slack }: Team, userId: string, channelId: string, ephemeral: boolean): SeenMessage[] =>
  slack
    .seenBy(userId, channelId)
    .filter((seen) => seen.user === slack.botUserId && seen.isEphemeral === ephemeral)

/** Places and people change. */
export const thingsHappen = ({ slack, ana, ben }: Team): void => {
  const { places, people } = slack
  for (const kind of ['public', 'private'] as const) {
    const { id } = places.add({ name: `moving-${kind}`, kind, members: [ana, ben] })
    places.leave(id, ben)
    places.join(id, ben)
    places.rename(id, `moved-${kind}`)
    places.share(id)
    places.unshare(id)
    places.archive(id)
    places.unarchive(id)
    places.changeId(id)
  }
  people.change(ben, { title: 'Head of Sales' })
}

const mostOfATopic = 3
const fewOfEach = (seen: readonly Delivery[]): Delivery[] => {
  const counts = new Map<string, number>()
  const few = seen.filter((delivery) => {
    const topic = topicOf(delivery)
    counts.set(topic, (counts.get(topic) ?? 0) + 1)
    return (counts.get(topic) ?? 0) <= mostOfATopic
  })
  // No form of ours asks to hear that it was closed; Slack would say it so.
  const closed = few.flatMap(({ payload }) =>
    payload.type === 'view_submission' && isObject(payload.view)
      ? [{ kind: 'interaction' as const, payload: { ...payload, type: 'view_closed', is_cleared: false } }]
      : [],
  )
  return [...few, ...closed.slice(0, mostOfATopic)]
}

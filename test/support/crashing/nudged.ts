import { setTimeout as pause } from 'node:timers/promises'
import type { Message } from '../../../src/practice/world/message.js'
import { untilConnected } from './crowd.js'
import type { Deed } from './ledger.js'
import { answerOf, idOf, morningOf, quietPlaces, type Teammate, typedBefore, type World } from './world.js'

const days = [
  'Montag',
  'Dienstag',
  'Mittwoch',
  'Donnerstag',
  'Freitag',
  'Zehnt',
  'Elft',
  'Zwoelft',
  'Dreizehnt',
  'Letzt',
]
/** One a place: a public channel, a private one, somebody's DM. */
const given = ['Nora', 'Sven', 'Dora'] as const

/** Who comes up in each place on a day of a world, by name. */
const dueOn = (day: number): string[] => given.map((name) => `${name} ${days[day]}`)
const placesOf = (world: World): string[] => [...quietPlaces, world.slack.places.dm(idOf('ana')).id]

/** Introduces those who come up on the first so many days: one in each place on each of them. */
export const peopleComeUp = async (world: World, count: number): Promise<void> => {
  // The Saturday before: nothing is posted.
  const at = morningOf(0) - 2 * 86_400_000
  const lines = Array.from({ length: count }, (_, day) => day).flatMap((day) => {
    const ago = 30 - Math.round((morningOf(day) - at) / 86_400_000)
    return dueOn(day).flatMap((name, place): [Teammate, string, string][] => {
      const channelId = placesOf(world)[place] ?? ''
      return [
        ['ana', channelId, `/person add ${name}`],
        ['ana', channelId, `/person met ${name} ${ago} days ago: coffee`],
      ]
    })
  })
  await typedBefore(world, at, lines)
}

/** Every post of the bot's that all in a place can see. */
export const postsIn = (world: World, channelId: string): Message[] =>
  [...world.slack.places.get(channelId).messages.values()].filter(
    (message) => message.userId === world.slack.botUserId && message.ephemeralTo === undefined,
  )

/** What in Slack's own store is not as it should be at the end of a day: each once, on their day, and nobody else. */
export const nudgeFaults = (world: World, daysOver: number): string[] => {
  const faults: string[] = []
  for (const [place, channelId] of placesOf(world).entries()) {
    const posts = postsIn(world, channelId).filter((post) => post.metadata?.event_type === 'personable_post')
    for (const day of days.keys()) {
      const name = `${given[place]} ${days[day]}`
      const raised = posts.filter((post) => JSON.stringify(post.blocks).includes(name)).length
      const wanted = day < daysOver ? 1 : 0
      if (raised !== wanted) faults.push(`${name} came up ${raised} times by the end of day ${daysOver}`)
    }
  }
  return faults
}

/** Answers nudges as they come, until the world is over. */
export const answeringOn = async (world: World, mate: Teammate): Promise<void> => {
  const chance = world.chance.another()
  const answered = new Set<string>()
  while (!world.over) {
    await untilConnected(world)
    if (world.over) return
    const open = quietPlaces.flatMap((channelId) =>
      postsIn(world, channelId).flatMap((post) =>
        nudgesIn(post.blocks)
          .filter((nudgeId) => !answered.has(nudgeId))
          .map((nudgeId) => ({ channelId, ts: post.ts, nudgeId })),
      ),
    )
    if (open.length > 0 && chance.oneIn(2)) {
      const { channelId, ts, nudgeId } = chance.pick(open)
      const deed = world.ledger.begin({ what: 'not needed', token: nudgeId, look: answeredAs(nudgeId) })
      const pressing = world.slack.as(idOf(mate)).press({ channelId, ts }, 'Not needed', { value: nudgeId })
      // Pressed before, and by a bot that died over it, it may be answered already.
      deed.must = 'either'
      await answerOf(world, deed, pressing)
      if (deed.status !== 'under way') answered.add(nudgeId)
      if (deed.status === 'saved') deed.must = 'hold'
    }
    await pause(100 + chance.below(400))
  }
}

const nudgesIn = (blocks: readonly unknown[]): string[] =>
  [...JSON.stringify(blocks).matchAll(/"action_id":"nudge-not-needed"[^}]*?"value":"([^"]+)"/g)].map(
    (found) => found[1] ?? '',
  )
const answeredAs =
  (nudgeId: string): Deed['look'] =>
  (_, rows) =>
    (rows.nudges ?? []).some(({ id, answer }) => id === nudgeId && answer !== null) ? 'whole' : 'absent'

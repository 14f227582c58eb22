import { setTimeout as pause } from 'node:timers/promises'
import type { Chance } from '../crashing/chance.js'
import type { KnownIn } from './seeding.js'
import type { SlackDelivers } from './slack-delivers.js'
import type { SlackRoom } from './slack-room.js'

/** Everybody in all workspaces, and what they may do next. */
export type Crowd = {
  readonly delivers: SlackDelivers
  readonly rooms: readonly SlackRoom[]
  readonly known: ReadonlyMap<SlackRoom, KnownIn>
  readonly chance: Chance
  readonly newToken: () => string
  /** Nudges that somebody has answered, by `WORKSPACE NUDGE`. */
  readonly pressed: Set<string>
}

type Actor = Crowd & { readonly room: SlackRoom; readonly userId: string; readonly channelId: string }

const typed: Readonly<Record<string, (who: string, token: string) => string>> = {
  add: (_who, token) => `add ${nameOf(token)}, buyer at Lighting ${token}`,
  note: (who, token) => `note ${who} ${token} proud of the team #feeling`,
  met: (who, token) => `met ${who} 2 days ago: the plant, ${token}`,
  ask: (who, token) => `ask ${who} what of ${token}?`,
}
export const nameOf = (token: string): string => `${token[0]?.toUpperCase()}${token.slice(1)} Ames`

const other = ({ known, room, chance }: Actor): string => chance.pick(known.get(room)?.others ?? [])

const types = (actor: Actor, kind: keyof typeof typed): Promise<unknown> => {
  const token = actor.newToken()
  return actor.delivers.command(actor, kind, typed[kind]?.(other(actor), token) ?? '', token)
}

/** What anybody does next; commands are most of it. */
const doings: readonly (readonly [times: number, doing: (actor: Actor) => Promise<unknown>])[] = [
  [4, (actor) => types(actor, 'add')],
  [6, (actor) => types(actor, 'note')],
  [4, (actor) => types(actor, 'met')],
  [2, (actor) => types(actor, 'ask')],
  [4, (actor) => actor.delivers.command(actor, 'card', other(actor))],
  [2, (actor) => actor.delivers.command(actor, 'find', 'find coffee')],
  [1, (actor) => actor.delivers.command(actor, 'help', 'help')],
  [
    2,
    (actor) => {
      const token = actor.newToken()
      const line = `note ${other(actor)} ${token} in private`
      return actor.delivers.message(actor.room, actor.userId, 'message', line, token)
    },
  ],
  [
    2,
    (actor) => {
      const { room, channelId, userId: by } = actor
      const token = actor.newToken()
      const ts = room.newTs()
      room.said.push({ channelId, ts, by, text: `${other(actor)} told me of ${token}` })
      return actor.delivers.reaction(actor, 'reaction', ts, 'memo', token)
    },
  ],
]
const byTimes = doings.flatMap(([times, doing]) => Array.from({ length: times }, () => doing))

/** "Not needed" on some nudge that is open, if there is one. */
const pressSome = async (crowd: Crowd): Promise<void> => {
  const { rooms, chance, pressed, delivers } = crowd
  const room = chance.pick(rooms)
  const open = room.posted.flatMap(({ channelId, ts, blocks, postId }) =>
    postId === null ? [] : nudgesIn(blocks).map((value) => ({ channelId, ts, value })),
  )
  const left = open.filter(({ value }) => !pressed.has(`${room.id} ${value}`))
  if (left.length === 0) return
  const { channelId, ts, value } = chance.pick(left)
  pressed.add(`${room.id} ${value}`)
  const button = { ts, actionId: 'nudge-not-needed', value }
  await delivers.press({ room, userId: chance.pick(room.users), channelId }, 'press', button)
}
const nudgesIn = (blocks: string): string[] =>
  [...blocks.matchAll(/"action_id":"nudge-not-needed"[^}]*?"value":"([^"]+)"/g)].map(
    ([, value]) => value ?? '',
  )

/**
 * So many things are done in a second, by anybody anywhere, whether or not those before have been answered; every tenth in the
 * first workspace. Resolves when the last has been answered, or was not.
 */
export const actOn = async (crowd: Crowd, perSecond: number, isOver: () => boolean): Promise<void> => {
  const { chance, rooms } = crowd
  const underWay: Promise<unknown>[] = []
  const from = performance.now()
  for (let nth = 0; !isOver(); nth++) {
    const room = (chance.oneIn(10) ? rooms[0] : undefined) ?? chance.pick(rooms)
    const actor = { ...crowd, room, userId: chance.pick(room.users), channelId: chance.pick(room.channels) }
    underWay.push(chance.pick(byTimes)(actor))
    if (chance.oneIn(6)) underWay.push(pressSome(crowd))
    // By the clock and not by the pause: a busy machine is late, and catches up.
    await pause(Math.max(from + ((nth + 1) * 1000) / perSecond - performance.now(), 0))
  }
  await Promise.all(underWay)
}

import { setTimeout as pause } from 'node:timers/promises'
import type { Program, Settings } from '../process.js'
import { startBot, startPass } from '../process.js'
import type { Chance } from './chance.js'
import { nowIn, settingsOf, type World } from './world.js'

const preload = (name: string): string => `--import=${new URL(`../${name}.mjs`, import.meta.url).href}`

/** The settings of a process whose clock is that of its world. */
const clocked = (world: World, more: Settings = {}, ...loaded: readonly string[]): Settings => ({
  ...settingsOf(world),
  NODE_OPTIONS: ['process-clock', ...loaded].map(preload).join(' '),
  CLOCK_AHEAD_MS: String(world.ahead),
  ...more,
})

/** At what moment a bot is killed. Time alone seldom hits what lasts for a millisecond. */
export type Moment =
  | { readonly kind: 'starting'; readonly ms: number }
  | { readonly kind: 'time'; readonly ms: number }
  | { readonly kind: 'commit'; readonly nth: number }
  | { readonly kind: 'request'; readonly method: string; readonly nth: number; readonly carriedOut: boolean }
  | { readonly kind: 'late post' }

const methods = [
  'chat.postMessage',
  'chat.update',
  'chat.postEphemeral',
  'conversations.*',
  'users.info',
  '*',
]
export const momentOf = (world: World, chance: Chance): Moment => {
  const kinds = ['starting', 'time', 'time', 'time', 'request', 'request', 'late post'] as const
  // Commits are counted in SQLite alone.
  const kind = chance.pick(world.engine === 'SQLite' ? ([...kinds, 'commit', 'commit'] as const) : kinds)
  if (kind === 'starting') return { kind, ms: 200 + chance.below(1_500) }
  if (kind === 'time') return { kind, ms: chance.below(2_500) }
  if (kind === 'commit') return { kind, nth: 1 + chance.below(60) }
  if (kind === 'late post') return { kind }
  return { kind, method: chance.pick(methods), nth: 1 + chance.below(4), carriedOut: chance.oneIn(2) }
}

/** Whatever the moment: nobody works longer than that, in milliseconds. */
const longestWork = 2_500

/**
 * Starts the bot, sometimes with a pass by hand beside it that dies too, and kills it at that moment. Resolves when it
 * is dead.
 */
export const liveAndDie = async (world: World, moment: Moment, withPass: boolean): Promise<void> => {
  const { slack } = world
  slack.faults.clear()
  let kill = () => {}
  const dying: Settings = moment.kind === 'commit' ? { DIE_AFTER_COMMIT: String(moment.nth) } : {}
  const bot = startBot(clocked(world, dying, ...(moment.kind === 'commit' ? ['process-dying'] : [])))
  world.died = bot.ended
  kill = () => bot.kill()
  if (moment.kind === 'request') armRequest(world, moment, () => kill())
  const arrive = moment.kind === 'late post' ? armLatePost(world, () => kill()) : () => {}
  const at = new Date(nowIn(world)).toISOString()
  const pass = withPass ? startPass(clocked(world), '--at', at) : null
  if (moment.kind !== 'starting')
    await Promise.race([bot.ended, bot.says('Personable is listening', 60_000).catch(() => {})])
  await Promise.race([bot.ended, pause('ms' in moment ? moment.ms : longestWork)])
  kill()
  await bot.ended
  world.deaths.push(nowIn(world))
  pass?.kill()
  await pass?.ended
  slack.faults.clear()
  arrive()
}
const armRequest = (
  { slack }: World,
  { method, nth, carriedOut }: Extract<Moment, { kind: 'request' }>,
  kill: () => void,
): void => {
  let count = 0
  slack.faults.next(method, carriedOut ? { kind: 'lost_after' } : { kind: 'lost_before' }, {
    when: () => {
      count += 1
      if (count === nth) kill()
      return count === nth
    },
  })
}

/** A post breaks off, the bot dies, and the post arrives when it is dead: before anybody looks for it. */
const armLatePost = ({ slack }: World, kill: () => void): (() => void) => {
  const late = slack.faults.late('chat.postMessage')
  void late.arrived.then(kill)
  return late.release
}

/** A pass by hand that nobody disturbs, at the world's now: afterwards everything that is due is sent. */
export const undisturbedPass = async (world: World): Promise<string | null> => {
  world.slack.faults.clear()
  const pass = startPass(clocked(world), '--at', new Date(nowIn(world)).toISOString())
  const { code } = await pass.ended
  return code === 0 ? null : `a pass that nobody disturbed ended with ${code}: ${pass.out()}${pass.err()}`
}

/** A bot that is not killed. */
export const startWell = async (world: World): Promise<Program> => {
  world.slack.faults.clear()
  const bot = startBot(clocked(world))
  world.died = bot.ended
  await bot.says('Personable is listening', 30_000)
  return bot
}

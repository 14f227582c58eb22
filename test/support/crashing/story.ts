import type { EngineName } from '../stores.js'
import { chanceOf } from './chance.js'
import { typingOn } from './crowd.js'
import { broughtBy, importingOn, readOfFile } from './importing-on.js'
import { importFaults } from './importing-whole.js'
import { liveAndDie, momentOf, startWell, undisturbedPass } from './lives.js'
import { answeringOn, nudgeFaults, peopleComeUp } from './nudged.js'
import { reactingOn } from './reacting-on.js'
import { foundIn } from './rows.js'
import {
  answerFaults,
  cutOffBefore,
  doubledPosts,
  eventFaults,
  eventsCutOff,
  lostPosts,
  noticeFaults,
  tracesLeft,
} from './slack-faults.js'
import { aWorld, morningOf, moveTo, nowIn, type World } from './world.js'

export type Story = {
  readonly seed: number
  readonly engine: EngineName
  readonly kills: number
  /** How long the file is that is imported meanwhile, and what it brings where nobody is killed. */
  readonly rows: number
  readonly wanted: ReturnType<typeof broughtBy>
}
/** What came of it; `faults` is empty when all held. */
export type Told = { readonly faults: readonly string[]; readonly figures: Figures }
export type Figures = Readonly<Record<string, number>>

const killsADay = 5
/** How long nobody runs the bot, by the clocks. Claims of the dead lapse after half a minute. */
const downtimes = [200, 4_000, 12_000, 35_000, 180_000]

/** Lives one world to its end: so many kills, five on each working day, and then a bot that lives on. */
export const live = async (story: Story): Promise<Told> => {
  const chance = chanceOf(story.seed)
  const world = await aWorld(story.engine, chance.another())
  await peopleComeUp(world, Math.ceil(story.kills / killsADay))
  const imported = importingOn(world, story.rows)
  const crowd = [
    ...(['tom', 'lea', 'kim', 'uma', 'ivo'] as const).map((mate) => typingOn(world, mate)),
    ...(['cleo', 'dev'] as const).map((mate) => reactingOn(world, mate)),
    answeringOn(world, 'ben'),
  ]
  const faults: string[] = []
  const note = (when: string, found: readonly string[]): void => {
    faults.push(...found.map((fault) => `${when}: ${fault}`))
  }
  for (let kill = 0; kill < story.kills && faults.length === 0; kill++) {
    const day = Math.floor(kill / killsADay)
    moveTo(world, kill % killsADay === 0 ? morningOf(day) : nowIn(world) + chance.pick(downtimes))
    const moment = momentOf(world, chance)
    await liveAndDie(world, moment, chance.oneIn(3))
    note(`kill ${kill + 1} (${JSON.stringify(moment)})`, await faultsNow(world))
    if (kill % killsADay === killsADay - 1 || kill === story.kills - 1)
      note(`evening of day ${day + 1}`, await endOfDay(world, day + 1))
  }
  const drops = await lastLife(world, imported, crowd)
  if (drops === 0) note('in the end', [`nobody read that the file is in: ${readOfFile(world).join(' / ')}`])
  note('in the end', await faultsInTheEnd(world, story))
  return { faults: faults.slice(0, 30), figures: { ...figuresOf(world), 'files dropped': drops } }
}

const faultsNow = async (world: World): Promise<string[]> => [
  ...world.ledger.faultsIn(await foundIn(world.url)),
  ...doubledPosts(world),
  ...world.surprises.splice(0),
]

/** Claims of the dead have lapsed by then; so one pass sends all that is due. */
const endOfDay = async (world: World, daysOver: number): Promise<string[]> => {
  moveTo(world, nowIn(world) + 40_000)
  const trouble = await undisturbedPass(world)
  const { rows } = await foundIn(world.url)
  return [
    ...(trouble === null ? [] : [trouble]),
    ...nudgeFaults(world, daysOver),
    ...lostPosts(world, rows),
    ...doubledPosts(world),
  ]
}

/** A bot that lives on brings everything to its end: the import, and what Slack repeats. Answers how many files it took. */
const lastLife = async (
  world: World,
  imported: Promise<number>,
  crowd: readonly Promise<void>[],
): Promise<number> => {
  moveTo(world, nowIn(world) + 40_000)
  const bot = await startWell(world)
  world.over = true
  await Promise.allSettled(crowd)
  const patience = setTimeout(() => {
    world.closed = true
    const said = `${bot.out()}${bot.err()}`.slice(-3_000)
    world.surprises.push(`the import did not come to its end: ${said}`)
  }, 120_000)
  const drops = await imported
  clearTimeout(patience)
  world.slack.redeliverNow()
  await world.slack.idle({ timeoutMs: 20_000 })
  bot.kill('SIGTERM')
  const { code } = await bot.ended
  if (code !== 0) world.surprises.push(`the last bot ended with ${code}: ${bot.err()}`)
  // What a killed bot may have posted is looked for twice, and the second time at its next beat.
  const trouble = await undisturbedPass(world)
  if (trouble !== null) world.surprises.push(trouble)
  return drops
}

const faultsInTheEnd = async (world: World, { wanted }: Story): Promise<string[]> => {
  const { rows } = await foundIn(world.url)
  return [
    ...(await faultsNow(world)),
    ...answerFaults(world),
    ...eventFaults(world),
    ...noticeFaults(world),
    ...lostPosts(world, rows),
    ...importFaults(broughtBy(rows), wanted),
    ...(await tracesLeft(world, rows)),
  ]
}

const figuresOf = (world: World): Figures => {
  const { ledger, slack } = world
  const count = (is: (deed: (typeof ledger.deeds)[number]) => boolean) => ledger.deeds.filter(is).length
  return {
    'lines, reactions and presses': ledger.deeds.length,
    questions: count(({ what }) => what === 'question'),
    saved: count(({ status }) => status === 'saved'),
    'without an answer': count(({ status }) => status === 'under way'),
    'kept without an answer': count(({ status, found }) => status === 'under way' && found === 'whole'),
    'cut off before the answer': cutOffBefore(world),
    'events cut off': eventsCutOff(world),
    forgotten: count(({ what, status }) => what === 'forget' && status === 'saved'),
    posts: slack.traffic.filter(({ name, direction }) => name === 'chat.postMessage' && direction === 'in')
      .length,
    'looks for a post': slack.traffic.filter(
      ({ name, direction, body }) =>
        name === 'conversations.history' && direction === 'in' && JSON.stringify(body).includes('oldest'),
    ).length,
  }
}

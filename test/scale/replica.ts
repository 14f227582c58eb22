import { setImmediate as turn } from 'node:timers/promises'
import { Random } from '../../src/simulation/random.js'
import { startBot } from './bot.js'
import { Humans } from './humans.js'
import type { Figures, Order, Report } from './orders.js'
import { PlayedClock } from './played-clock.js'
import { type Posted, type Shown, SlackStandIn } from './slack-stand-in.js'
import { TappedQueries } from './tapped-queries.js'
import { weekBegins } from './templates.js'

/** One process of the bot among several. What it is told to do comes over the channel to whoever started it. */

const [databaseUrl = '', nth = '', people = '', connections = '', answerMs = ''] = process.argv.slice(2)
const queries = new TappedQueries()
const clock = new PlayedClock(weekBegins)
const posted: Posted[] = []
const troubles: string[] = []
const slack = new SlackStandIn({
  now: () => clock.now(),
  nth: Number(nth),
  answerMs: Number(answerMs),
  onPosted: (shown: Shown) => {
    const { blocks: _blocks, ts: _ts, ...rest } = shown
    posted.push(rest)
    humans.reads(shown)
  },
})
globalThis.fetch = slack.fetch
const onTrouble = (line: string): void => {
  if (troubles.length < 100) troubles.push(line)
}
const bot = await startBot({ databaseUrl, connections: Number(connections), clock, onTrouble })
const humans = new Humans(bot, new Random(Number(nth) + 1), Number(people))
let cpu = process.cpuUsage()

const say = (report: Report): void => {
  process.send?.(report)
}

const step = async ({ atMs, isBeat, typed }: Extract<Order, { kind: 'step' }>): Promise<void> => {
  const begun = performance.now()
  clock.runs(atMs)
  if (isBeat) await bot.workspaces.beat()
  await Promise.all([
    bot.workspaces.caughtUp(),
    humans.press(atMs),
    ...typed.map(({ workspaceId, seed }) => humans.type(workspaceId, seed, atMs)),
  ])
  await settled()
  clock.stands()
  const tookMs = performance.now() - begun
  say({ kind: 'done', tookMs, posted: posted.splice(0), nextMs: humans.nextMs })
}

/** What follows acts goes on behind them. */
const settled = async (): Promise<void> => {
  for (let quiet = 0; quiet < 3; ) {
    await turn()
    quiet = queries.isBusy || slack.isBusy ? 0 : quiet + 1
  }
}

const figures = (): Figures => {
  const { user, system } = process.cpuUsage(cpu)
  cpu = process.cpuUsage()
  const found: Figures = {
    statements: queries.statements,
    turns: queries.turns,
    turnMs: queries.turnMs.splice(0),
    typedMs: humans.typedMs.splice(0),
    pressedMs: humans.pressedMs.splice(0),
    refused: humans.refused,
    cpuSeconds: (user + system) / 1e6,
    rssMb: process.memoryUsage.rss() / 2 ** 20,
    calls: Object.fromEntries(slack.calls),
    mostInAMinute: Object.fromEntries(slack.most),
    troubles: troubles.splice(0),
  }
  queries.statements = 0
  queries.turns = 0
  humans.refused = 0
  slack.calls.clear()
  slack.most.clear()
  return found
}

process.on('message', (order: Order) => {
  if (order.kind === 'step') void step(order)
  else if (order.kind === 'tell') say({ kind: 'told', figures: figures() })
  else void bot.stop().then(() => process.exit(0))
})
say({ kind: 'ready' })

import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, totalmem } from 'node:os'
import { join } from 'node:path'
import { cases, longMessage } from './load/cases.js'
import { inTurn, type Measured, throughput, type Way } from './load/measure.js'
import { figuresOf } from './numbers/figures.js'
import { asMarkdown, type Result, type Single } from './numbers/result.js'
import { verdictsOf } from './numbers/verdicts.js'
import { optionsOf } from './options.js'
import { comparisons } from './others/comparisons.js'
import { installed } from './others/installed.js'
import { townFile } from './people/town.js'
import { startServer } from './sides/postgres.js'
import { aheadMs, type Side, startSide } from './sides/side.js'
import { startShamSlack } from './slack/sham-slack.js'

/** Every comparison in one run: all sides stand beside each other, and each has its turn. */

const options = optionsOf(process.argv.slice(2))
const say = (text: string): void => void process.stderr.write(`${text}\n`)
const load = (): string => loadavg()[0]?.toFixed(1) ?? '?'

const slack = await startShamSlack()
const way: Way = { slack, responseUrl: slack.responseUrl, nowMs: () => Date.now() + aheadMs }
const sides: Measured[] = []
const add = (side: Side, people: number, isFloor = false): void => {
  sides.push({ side, people, isFloor })
  say(`${side.name} is ready after ${Math.round(side.startedInMs)} ms`)
}
const towns = new Map<number, string>()
for (const people of options.people) towns.set(people, await townFile(options.cache, people, say))
const server = options.onServer.length > 0 ? await startServer() : null

const onServer = new Map<number, string>()
for (const people of options.onServer) {
  const url = await server?.filled(await townFile(options.cache, people, say), people)
  if (url !== undefined) onServer.set(people, url)
}

const results: Result[] = []
const singles: Single[] = []
const loadBefore = load()
try {
  add(await startSide('Bolt alone', 'floor', slack, {}), 0, true)
  for (const [people, path] of towns)
    add(await startSide('SQLite', 'bot', slack, { DATABASE_URL: `file:${path}` }), people)
  for (const [people, url] of onServer)
    add(await startSide('PostgreSQL', 'bot', slack, { DATABASE_URL: url }), people)
  for (const { side, people, isFloor } of sides) {
    singles.push({ what: 'start to ready', side: nameOf(side, people), value: side.startedInMs, unit: 'ms' })
    if (!isFloor) singles.push(await memoryOf(side, people, 'memory at rest'))
  }
  const pace = { rounds: options.rounds, each: options.each, warmUp: 10 }
  for (const what of cases.filter(({ name }) => name.includes(options.only))) {
    const taken = await inTurn(way, sides, what, pace)
    const [first] = taken
    const floor = figuresOf(first?.rounds ?? [])
    for (const [which, { side, people, isFloor }] of sides.entries()) {
      const { rounds, cpu } = taken[which] ?? { rounds: [], cpu: Number.NaN }
      const figures = figuresOf(rounds)
      const times = isFloor
        ? null
        : {
            median: figures.median / floor.median,
            p99: figures.p99 / floor.p99,
            cpu: cpu / (first?.cpu ?? Number.NaN),
          }
      results.push({ what: what.name, side: side.name, people, figures, cpu, times })
      say(
        `${what.name}, ${nameOf(side, people)}: ${figures.median.toFixed(2)} ms, ${figures.p99.toFixed(2)} ms`,
      )
    }
  }
  await underLoad()
  await insideOf()
  for (const { side, people, isFloor } of sides)
    if (!isFloor) singles.push(await memoryOf(side, people, 'memory after all this'))
  singles.push(installed())
  for (const [people, path] of towns)
    if (people <= 100_000) singles.push(...(await comparisons(path, people)))
} finally {
  for (const { side } of sides) await side.stop()
  slack.close()
  await server?.stop()
}

const machine = `${cpus().length} cores (${cpus()[0]?.model ?? '?'}), ${Math.round(totalmem() / 2 ** 30)} GB, Node ${
  process.version
}, commit ${commit()}; load before and after: ${loadBefore}, ${load()}`
const verdicts = verdictsOf(results, singles)
const table = asMarkdown(machine, results, singles, verdicts)
mkdirSync(options.out, { recursive: true })
writeFileSync(join(options.out, 'bench.md'), table)
writeFileSync(
  join(options.out, 'bench.json'),
  JSON.stringify({ machine, options, results, singles, verdicts }, null, 2),
)
process.stdout.write(`${table}\nAlso in ${options.out}\n`)
process.exit(0)

function nameOf({ name }: Side, people: number): string {
  return people === 0 ? name : `${name}, ${people.toLocaleString('en')} people`
}

async function memoryOf(side: Side, people: number, what: string): Promise<Single> {
  const [rss = 0] = await side.ask({ what: 'memory', times: 1 })
  return { what, side: nameOf(side, people), value: rss / 2 ** 20, unit: 'MB' }
}

/** Many at a time: each side in turn, three times; the best of each, which the rest of the machine has swayed least. */
async function underLoad(): Promise<void> {
  const [who] = cases
  if (who === undefined || !who.name.includes(options.only)) return
  const best = sides.map(() => 0)
  for (let round = 0; round < 3; round++)
    for (const [which, measured] of sides.entries()) {
      const count = options.each * 16
      const found = await throughput(way, measured, who, { atATime: 32, count })
      best[which] = Math.max(best[which] ?? 0, found)
    }
  for (const [which, { side, people }] of sides.entries())
    singles.push({
      what: `${who.name}, 32 at a time`,
      side: nameOf(side, people),
      value: best[which] ?? 0,
      unit: 'a second',
    })
}

/** What has no answer that Slack would see. */
async function insideOf(): Promise<void> {
  const bots = sides.filter(({ isFloor }) => !isFloor)
  const beats = bots.map((): number[][] => [])
  const named = bots.map((): number[][] => [])
  for (let round = 0; round < options.rounds; round++)
    for (const [which, { side, people }] of bots.entries()) {
      beats[which]?.push([...(await side.ask({ what: 'beat', times: 5 }))])
      const texts = Array.from({ length: 5 }, (_, n) => longMessage(500, round * 5 + n, people))
      named[which]?.push([...(await side.ask({ what: 'people-in', texts }))])
    }
  for (const [which, { side, people }] of bots.entries()) {
    const of = { side: side.name, people, cpu: null, times: null }
    results.push({ what: 'a beat with nothing due', ...of, figures: figuresOf(beats[which] ?? []) })
    // The first has the statements to prepare.
    const figures = figuresOf((named[which] ?? []).slice(1))
    results.push({ what: 'people in a message of 500 words', ...of, figures })
  }
}

function commit(): string {
  try {
    const root = process.env.BENCH_ROOT ?? '.'
    return execFileSync('git', ['-C', root, 'rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim()
  } catch {
    return 'unknown'
  }
}

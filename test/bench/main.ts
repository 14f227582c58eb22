import { mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { cases, whoCase } from './load/cases.js'
import { memoryOf, mostMemoryOf, rowsOf, underLoad } from './load/commands.js'
import { rowsInside } from './load/inside.js'
import { firstAnswer, type Measured } from './load/measure.js'
import type { Result, Single } from './numbers/result.js'
import { verdictsOf } from './numbers/verdicts.js'
import { machineNow, written } from './numbers/written.js'
import { optionsOf } from './options.js'
import { comparisons } from './others/comparisons.js'
import { imports } from './others/imports.js'
import { installed } from './others/installed.js'
import { mornings } from './others/mornings.js'
import { copyOfTown, townFile } from './people/town.js'
import { startServer } from './sides/postgres.js'
import { nameOf, type Over, type Side, startSide } from './sides/side.js'
import { type ShamSlack, startShamSlack } from './slack/sham-slack.js'

/** Every comparison in one run: all sides stand beside each other, and each has its turn. */

/** Of these each run has a copy; what a run adds to more of them does not count. */
const mostCopied = 10_000

const options = optionsOf(process.argv.slice(2))
const isWished = (what: string): boolean => options.only.some((part) => what.includes(part))
const say = (text: string): void => void process.stderr.write(`${text}\n`)
const load = (): string => loadavg()[0]?.toFixed(1) ?? '?'

const folder = mkdtempSync(join(tmpdir(), 'personable-bench-run-'))
const results: Result[] = []
const singles: Single[] = []
const failed: string[] = []
const sides: Measured[] = []
const loadBefore = load()
/** All so far. */
const report = (): string => {
  const machine = machineNow(`load before and after: ${loadBefore}, ${load()}`, options)
  return written(options.out, { machine, results, singles, verdicts: verdictsOf(results, singles), failed })
}
/** What cannot be measured leaves the rest as it is; what was measured is written down, whatever comes after. */
const attempt = async (
  what: string,
  work: () => Promise<void>,
  wished: boolean = isWished(what),
): Promise<void> => {
  if (!wished) return
  const from = performance.now()
  await work().catch((error: unknown) => {
    failed.push(`${what}: ${error instanceof Error ? error.message : String(error)}`)
  })
  say(`${what}: ${((performance.now() - from) / 1_000).toFixed(1)} s, load ${load()}`)
  report()
}
let copies = 0
const filled = async (people: number): Promise<string> => {
  const path = await townFile(options.cache, people, say)
  return people > mostCopied ? path : copyOfTown(path, folder, `people-${people}-${++copies}.db`)
}

/** Each side has one of its own: what one of them is heard to answer is not another's. */
const slacks: ShamSlack[] = []
const newSlack = async (): Promise<ShamSlack> => {
  const slack = await startShamSlack()
  slacks.push(slack)
  return slack
}
const server = options.onServer.length > 0 ? await startServer() : null
try {
  const onSides = ['start', ...cases.map(({ name }) => name), '32 at a time', 'inside', 'memory']
  await attempt('start', startAll, onSides.some(isWished))
  for (const what of cases)
    await attempt(what.name, async () => void results.push(...(await rowsOf(sides, what, options))))
  await attempt('32 at a time', async () => void singles.push(...(await underLoad(sides, options))))
  await attempt('inside', async () => void results.push(...(await rowsInside(sides, options))))
  await attempt('memory', async () => void singles.push(...(await mostMemoryOf(sides))))
  for (const { side } of sides) await side.stop()
  await attempt('morning', async () => {
    const path = await filled(options.due)
    singles.push(...(await mornings(await newSlack(), path, options.due)))
  })
  await attempt('import', async () => void singles.push(...(await imports(await newSlack(), options.rows))))
  for (const people of options.people.filter((each) => each <= 100_000))
    await attempt('plain', async () => {
      singles.push(...(await comparisons(await townFile(options.cache, people, say), people)))
    })
  await attempt('size', async () => void singles.push(installed()))
} finally {
  for (const { side } of sides) await side.stop()
  for (const slack of slacks) slack.close()
  await server?.stop()
  rmSync(folder, { recursive: true, force: true })
}
process.stdout.write(`${report()}\nAlso in ${options.out}\n`)
process.exit(failed.length > 0 ? 1 : 0)

async function startAll(): Promise<void> {
  const add = async (
    name: string,
    people: number,
    settings: Readonly<Record<string, string>> | null,
    over: Over = 'http',
  ): Promise<void> => {
    const slack = await newSlack()
    const isFloor = settings === null
    const side: Side = await startSide(name, isFloor ? 'floor' : 'bot', slack, settings ?? {}, over)
    const measured = { side, people, isFloor }
    sides.push(measured)
    const first = await firstAnswer(measured, whoCase)
    const of = { side: nameOf(side, people), unit: 'ms' }
    singles.push({ ...of, what: 'start to ready', value: side.startedInMs })
    singles.push({ ...of, what: 'the first answer after that', value: first })
  }
  await add('Bolt alone', 0, null)
  for (const people of options.people)
    await add('SQLite', people, { DATABASE_URL: `file:${await filled(people)}` })
  for (const people of options.onServer) {
    const url = await server?.filled(await townFile(options.cache, people, say), people)
    if (url !== undefined) await add('PostgreSQL', people, { DATABASE_URL: url })
  }
  await add('Bolt alone over sockets', 0, null, 'socket')
  const [least] = options.people
  if (least !== undefined)
    await add('SQLite over sockets', least, { DATABASE_URL: `file:${await filled(least)}` }, 'socket')
  singles.push(...(await memoryOf(sides, 'memory at rest')))
  // What a start and a morning bring is done before anything is typed.
  for (const { side, isFloor } of sides) if (!isFloor) await side.ask({ what: 'beat', times: 3 })
}

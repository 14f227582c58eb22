import { fail, givenTo } from '../command-line.js'
import { simulate } from './simulate.js'

const usage = `Usage: npm run simulate -- [--seeds 20] [--seed 1] [--weeks 8] [--people 500] [--start 2026-09-14] [--trace] [--file]

Plays so many weeks of several teams, once for each seed from --seed on, and says which seed broke what. --trace prints
each step; --file keeps the database in a file that is opened anew after each crash. docs/adr/0018 says more.`

const { values } = givenTo(usage, {
  options: {
    seeds: { type: 'string', default: '1' },
    seed: { type: 'string', default: '1' },
    weeks: { type: 'string', default: '8' },
    people: { type: 'string', default: '500' },
    start: { type: 'string' },
    trace: { type: 'boolean', default: false },
    file: { type: 'boolean', default: false },
  },
})
const whole = (name: 'seeds' | 'seed' | 'weeks' | 'people'): number =>
  /^[1-9]\d{0,8}$/.test(values[name])
    ? Number(values[name])
    : fail(`--${name} takes a whole number, 1 or more.\n\n${usage}`)
const [first, count, weeks, people] = [whole('seed'), whole('seeds'), whole('weeks'), whole('people')]
if (values.start !== undefined && !/^\d{4}-\d\d-\d\d$/.test(values.start))
  fail(`--start takes a day, as 2026-09-14.\n\n${usage}`)
/** What makes a seed the same again. */
const same = [
  `--weeks ${weeks} --people ${people}`,
  ...(values.start === undefined ? [] : [`--start ${values.start}`]),
  ...(values.file ? ['--file'] : []),
].join(' ')
let broken = 0
const totals = new Map<string, number>()

for (let seed = first; seed < first + count; seed++) {
  const began = performance.now()
  const { start, trace } = values
  const result = await simulate({
    seed,
    weeks,
    people,
    inFile: values.file,
    ...(start === undefined ? {} : { start }),
    ...(trace ? { write: (line: string) => process.stdout.write(`${line}\n`) } : {}),
  })
  for (const [kind, n] of result.counts) totals.set(kind, (totals.get(kind) ?? 0) + n)
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  process.stdout.write(
    `seed ${seed}: ${result.broken === null ? 'well' : 'BROKEN'} in ${seconds} s, trace ${result.hash.slice(0, 16)}\n`,
  )
  if (result.broken === null) continue
  broken += 1
  process.stdout.write(`${result.last.map((line) => `  ${line}`).join('\n')}\n  ${result.broken}\n`)
  process.stdout.write(`Again: npm run simulate -- --seed ${seed} ${same}\n`)
}
const shown = [...totals].sort(([a], [b]) => (a < b ? -1 : 1)).map(([kind, n]) => `${kind} ${n}`)
process.stdout.write(`${shown.join(', ')}\n${broken} of ${count} seeds broken\n`)
process.exitCode = broken === 0 ? 0 : 1

import { parseArgs } from 'node:util'
import { simulate } from './simulate.js'

const { values } = parseArgs({
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
const [first, count] = [Number(values.seed), Number(values.seeds)]
let broken = 0
const totals = new Map<string, number>()

for (let seed = first; seed < first + count; seed++) {
  const began = performance.now()
  const { start, trace } = values
  const result = await simulate({
    seed,
    weeks: Number(values.weeks),
    people: Number(values.people),
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
  process.stdout.write(`Again: npm run simulate -- --seed ${seed} --weeks ${values.weeks}\n`)
}
const shown = [...totals].sort(([a], [b]) => (a < b ? -1 : 1)).map(([kind, n]) => `${kind} ${n}`)
process.stdout.write(`${shown.join(', ')}\n${broken} of ${count} seeds broken\n`)
process.exitCode = broken === 0 ? 0 : 1

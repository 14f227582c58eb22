import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

export type Options = {
  /** How many people are known, on one side each. */
  readonly people: readonly number[]
  /** The same on PostgreSQL. */
  readonly onServer: readonly number[]
  readonly rounds: number
  readonly each: number
  /** Rows of a file that is imported. */
  readonly rows: number
  /** So many are due on one morning. */
  readonly due: number
  /** Where the people are kept from one run to the next. */
  readonly cache: string
  /** Where the JSON file and the table go. */
  readonly out: string
  /** Only what has one of these in its name. */
  readonly only: readonly string[]
}

export const optionsOf = (args: readonly string[]): Options => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      quick: { type: 'boolean', default: false },
      people: { type: 'string' },
      postgres: { type: 'string' },
      rounds: { type: 'string' },
      each: { type: 'string' },
      rows: { type: 'string' },
      due: { type: 'string' },
      cache: { type: 'string', default: join(tmpdir(), 'personable-bench-towns') },
      out: { type: 'string', default: join(tmpdir(), 'personable-bench') },
      only: { type: 'string', default: '' },
    },
  })
  const { quick } = values
  return {
    people: numbers(values.people ?? (quick ? '1000' : '1000,100000,1000000')),
    onServer: numbers(values.postgres ?? (quick ? '' : '1000')),
    rounds: Number(values.rounds ?? (quick ? 4 : 20)),
    each: Number(values.each ?? (quick ? 10 : 25)),
    rows: Number(values.rows ?? (quick ? 1_000 : 100_000)),
    due: Number(values.due ?? (quick ? 1_000 : 10_000)),
    cache: values.cache,
    out: values.out,
    only: values.only.split(','),
  }
}

const numbers = (text: string): number[] =>
  text
    .split(',')
    .filter((each) => each !== '')
    .map(Number)

import type { Figures } from './figures.js'
import { wideTable } from './tables.js'

/** One thing, done over and over on one side. */
export type Result = {
  readonly what: string
  readonly side: string
  /** How many people are known there. */
  readonly people: number
  readonly figures: Figures
  /** Processor time of the side for each, in milliseconds; null where it was not looked at. */
  readonly cpu: number | null
  /** Against the floor over the same kind of connection, in the same run; null where there is none. */
  readonly times: { readonly median: number; readonly p99: number; readonly cpu: number } | null
}

/** A figure that is one number: of a second, of bytes. */
export type Single = {
  readonly what: string
  readonly side: string
  readonly value: number
  readonly unit: string
}

/** A line of what must hold, and how it went; `measured` and `atMost` in the same unit. */
export type Verdict = {
  readonly what: string
  readonly measured: number
  readonly atMost: number
  readonly unit: 'x' | 'ms' | 'MB'
  /** The other way round: it is to be at least so much. */
  readonly isLeast?: boolean
}

/** All that a run came to. */
export type Report = {
  readonly machine: string
  readonly results: readonly Result[]
  readonly singles: readonly Single[]
  readonly verdicts: readonly Verdict[]
  /** What could not be measured, and why. */
  readonly failed: readonly string[]
}

const holds = ({ measured, atMost, isLeast }: Verdict): boolean =>
  isLeast === true ? measured >= atMost : measured <= atMost

const ms = (value: number): string => value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0)
const number = (value: number): string => value.toFixed(value < 10 ? 2 : value < 1_000 ? 1 : 0)

const timed = ({ figures: { median, p99, medianFrom, medianTo }, times }: Result): string =>
  `${ms(median)} / ${ms(p99)} (${ms(medianFrom)}–${ms(medianTo)})${
    times === null ? '' : ` ${times.median.toFixed(1)} x / ${times.p99.toFixed(1)} x`
  }`
const processed = ({ cpu, times }: Result): string =>
  cpu === null ? '' : `${ms(cpu)}${times === null ? '' : `, ${times.cpu.toFixed(1)} x`}`

/** All of it as Markdown. */
export const asMarkdown = ({ machine, results, singles, verdicts, failed }: Report): string =>
  [
    machine,
    '',
    ...wideTable(results, 'median / 99 % (medians of rounds), ms; times the floor', timed),
    '',
    ...wideTable(
      results.filter(({ cpu }) => cpu !== null),
      'processor time for each, ms; times the floor',
      processed,
    ),
    '',
    '| what | where | |',
    '|---|---|---|',
    ...singles.map(({ what, side, value, unit }) => `| ${what} | ${side} | ${number(value)} ${unit} |`),
    '',
    '| must hold | measured | bound | |',
    '|---|---|---|---|',
    ...verdicts.map((verdict) => {
      const { what, measured, atMost, unit, isLeast } = verdict
      const bound = `${isLeast === true ? 'at least' : 'at most'} ${atMost} ${unit}`
      return `| ${what} | ${number(measured)} ${unit} | ${bound} | ${holds(verdict) ? 'holds' : '**missed**'} |`
    }),
    '',
    ...(failed.length === 0 ? [] : ['Not measured:', ...failed.map((why) => `- ${why}`), '']),
  ].join('\n')

import type { Figures } from './figures.js'

/** One line of the table. */
export type Result = {
  readonly what: string
  readonly side: string
  /** How many people are known there. */
  readonly people: number
  readonly figures: Figures
  /** Processor time of the side for each, in milliseconds; null where it was not looked at. */
  readonly cpu: number | null
  /** Against the floor, or another side, in the same run; null where there is none. */
  readonly times: { readonly median: number; readonly p99: number; readonly cpu: number } | null
}

/** A figure that is one number: of a second, of bytes. */
export type Single = {
  readonly what: string
  readonly side: string
  readonly value: number
  readonly unit: string
}

/** A line of the table, and how it went; `measured` and `atMost` in the same unit. */
export type Verdict = {
  readonly what: string
  readonly measured: number
  readonly atMost: number
  readonly unit: 'x' | 'ms' | 'MB'
  /** The other way round: it is to be at least so much. */
  readonly isLeast?: boolean
}

const holds = ({ measured, atMost, isLeast }: Verdict): boolean =>
  isLeast === true ? measured >= atMost : measured <= atMost

const ms = (value: number): string => value.toFixed(value < 10 ? 2 : 1)

/** All of it as Markdown. */
export const asMarkdown = (
  machine: string,
  results: readonly Result[],
  singles: readonly Single[],
  verdicts: readonly Verdict[],
): string =>
  [
    machine,
    '',
    '| what | where | people | median ms | rounds from–to | 99% ms | CPU ms | against the floor: median | 99% | CPU |',
    '|---|---|---|---|---|---|---|---|---|---|',
    ...results.map(({ what, side, people, figures, cpu, times }) =>
      [
        '',
        what,
        side,
        people === 0 ? '' : people.toLocaleString('en'),
        ms(figures.median),
        `${ms(figures.medianFrom)}–${ms(figures.medianTo)}`,
        ms(figures.p99),
        cpu === null ? '' : ms(cpu),
        times === null ? '' : `${times.median.toFixed(1)} x`,
        times === null ? '' : `${times.p99.toFixed(1)} x`,
        times === null ? '' : `${times.cpu.toFixed(1)} x`,
        '',
      ]
        .join(' | ')
        .trim(),
    ),
    '',
    '| what | where | |',
    '|---|---|---|',
    ...singles.map(({ what, side, value, unit }) => `| ${what} | ${side} | ${value.toFixed(1)} ${unit} |`),
    '',
    '| must hold | measured | bound | |',
    '|---|---|---|---|',
    ...verdicts.map((verdict) => {
      const { what, measured, atMost, unit, isLeast } = verdict
      const bound = `${isLeast === true ? 'at least' : 'at most'} ${atMost} ${unit}`
      return `| ${what} | ${measured.toFixed(2)} ${unit} | ${bound} | ${holds(verdict) ? 'holds' : 'does not hold'} |`
    }),
    '',
  ].join('\n')

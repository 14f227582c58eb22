import type { Result } from './result.js'

/** One row for each thing that was done, one column for each side; `cellOf` is what stands where they meet. */
export const wideTable = (
  results: readonly Result[],
  head: string,
  cellOf: (result: Result) => string,
): string[] => {
  const sides = [...new Set(results.map(columnOf))]
  const whats = [...new Set(results.map(({ what }) => what))]
  return [
    `| ${[head, ...sides].join(' | ')} |`,
    `|${'---|'.repeat(sides.length + 1)}`,
    ...whats.map((what) => {
      const cells = sides.map((side) => {
        const found = results.find((each) => each.what === what && columnOf(each) === side)
        return found === undefined ? '' : cellOf(found)
      })
      return `| ${[what, ...cells].join(' | ')} |`
    }),
  ]
}

const columnOf = ({ side, people }: Result): string =>
  people === 0 ? side : `${side}, ${people.toLocaleString('en')}`

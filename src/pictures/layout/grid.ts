import type { Point } from '../picture.js'
import type { Cell } from './arrange.js'
import type { Port, Routed } from './routes.js'
import { margin, sheetWidth } from './sheet.js'
import type { Sizes } from './sizes.js'

/** Where all faces stand, and where lines may run. */
export type Placed = {
  readonly centre: (cell: Cell | undefined) => Point
  /** The point in the side of a circle where a line begins or ends. */
  readonly port: (port: Port, col: number) => Point
  readonly laneX: (gutter: number, lane: number) => number
  readonly laneY: (level: number, lane: number) => number
  readonly bottom: number
}

/** Between two rows without a line there, and beneath a circle. */
const rowGap = 14

/** Columns as wide as the lines beside them leave, and rows as high as what stands in them. */
export const gridOf = (sizes: Sizes, found: Routed, cells: readonly Cell[], top: number) => {
  const { columns, lane, aside, r, room } = sizes
  const rows = Math.max(0, ...cells.map(({ row }) => row + 1))
  const gutterWidth = (gutter: number): number => {
    const lanes = found.gutterLanes(gutter)
    const isOuter = gutter === 0 || gutter === columns
    return lanes === 0 ? (isOuter ? 0 : 10) : (lanes - 1) * lane + aside * (isOuter ? 1 : 2)
  }
  const gutters = Array.from({ length: columns + 1 }, (_, gutter) => gutterWidth(gutter))
  const all = gutters.reduce((sum, width) => sum + width, 0)
  // Lines beside a single column stay near it.
  const edge = columns === 1 && all > 0 ? 64 : margin
  const columnWidth = (sheetWidth - 2 * edge - all) / columns
  const gutterX = (gutter: number): number =>
    edge + gutter * columnWidth + gutters.slice(0, gutter).reduce((sum, width) => sum + width, 0)
  const centreX = (col: number): number => gutterX(col + 1) - columnWidth / 2
  const levelHeight = (level: number): number => {
    const lanes = found.levelLanes(level)
    return lanes === 0 ? 0 : (lanes - 1) * lane + 2 * aside
  }
  const place = (heights: readonly number[]): Placed => {
    const tops: number[] = []
    let y = top
    for (let row = 0; row <= rows; row++) {
      tops.push(y)
      const inRow = heights.filter((_, i) => cells[i]?.row === row)
      y += levelHeight(row) + (row < rows ? Math.max(0, ...inRow) + rowGap : 0)
    }
    const centreY = (row: number): number => (tops[row] ?? 0) + levelHeight(row) + r + 2
    return {
      centre: (cell) => ({ x: centreX(cell?.col ?? 0), y: centreY(cell?.row ?? 0) }),
      port: ({ row, gutter, slot }, col) => {
        // The middle first, then a little above, a little beneath, and so on.
        const off = Math.ceil(slot / 2) * (slot % 2 === 0 ? 1 : -1) * sizes.slot
        const reach = Math.sqrt(r * r - off * off)
        return { x: centreX(col) + (gutter > col ? reach : -reach), y: centreY(row) + off }
      },
      laneX: (gutter, n) => {
        const isFirst = gutter === 0
        return gutterX(gutter) + (isFirst ? 0 : aside) + n * lane
      },
      laneY: (level, n) => (tops[level] ?? 0) + aside + n * lane,
      bottom: y,
    }
  }
  return { columnWidth, place, lanes: room }
}

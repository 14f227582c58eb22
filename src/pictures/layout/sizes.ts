import type { Room } from './routes.js'

/** How large everything is; the fewer people, the larger. In points. */
export type Sizes = {
  readonly columns: number
  readonly r: number
  readonly initials: number
  readonly name: number
  readonly nameLines: number
  readonly title: number
  readonly titleLines: number
  /** Where there is no room for what all do, it stands beneath those offstage alone: often nothing else is known of them. */
  readonly titlesOf: 'all' | 'those offstage'
  readonly room: Room
  /** From a line to the one beside it, and to a name. */
  readonly lane: number
  readonly aside: number
  /** Between two slots in the side of a circle. */
  readonly slot: number
}

const sized = (
  columns: number,
  [r, initials, name, nameLines, title, titleLines]: readonly [
    number,
    number,
    number,
    number,
    number,
    number,
  ],
  [inner, outer, level]: readonly [number, number, number],
): Sizes => ({
  columns,
  r,
  initials,
  name,
  nameLines,
  title,
  titleLines,
  titlesOf: columns > 3 ? 'those offstage' : 'all',
  room: { columns, inner, outer, level, slots: 5 },
  lane: columns > 3 ? 5 : 7,
  aside: columns > 3 ? 4 : 6,
  slot: (r * 1.5) / 5,
})

/** The same in fewer columns; the room beside a single one is for lines. */
export const inColumns = (sizes: Sizes, columns: number): Sizes => {
  const { inner, outer } = sizes.room
  return { ...sizes, columns, room: { ...sizes.room, columns, outer: columns === 1 ? inner : outer } }
}

/** Whoever has three ties wants to have three beside or beneath them. */
export const sizesFor = (people: number, ties: number): Sizes => {
  if (people <= 1) return sized(1, [60, 48, 30, 4, 19, 4], [0, 0, 0])
  if (people <= 4 && ties < 3) return sized(2, [38, 31, 20, 4, 15, 3], [6, 3, 4])
  if (people <= 12) return sized(3, [29, 23, 16, 4, 13, 2], [4, 2, 4])
  return sized(4, [23, 18, 13.5, 3, 11.5, 3], [2, 1, 3])
}

/** Where in a grid somebody stands. */
export type Cell = { readonly row: number; readonly col: number }

/** From one face to another, by their places in the list; in a chain of command the second stands above. */
export type Pull = { readonly from: number; readonly to: number; readonly isAbove: boolean }

type Seat = Cell & { readonly group: number }
/** Who sits where: by seat the face, null for a free one. */
type Seating = readonly (number | null)[]

/** Rounds of trying; each makes the ties shorter, or is the last. */
const mostRounds = 25
/** Beginnings that are tried, the fewer the more there are: all of it stays a matter of milliseconds. */
const beginnings = (faces: number): number => (faces > 12 ? 2 : 12)
/** So few that a row more than needed makes things clearer. */
const few = 12

/**
 * A cell for each face, a group after the other, each group beginning a row of its own: whoever is tied to somebody stands near
 * them, and beneath whom they report to. The same faces and ties are always arranged alike.
 */
export const arranged = (groups: readonly number[], pulls: readonly Pull[], columns: number): Cell[] => {
  const faces = groups.reduce((sum, count) => sum + count, 0)
  const seats = seatsFor(groups, columns, pulls.length > 0 && faces <= few)
  const pullsOf = Array.from({ length: faces }, (_, index) =>
    pulls.filter(({ from, to }) => from === index || to === index),
  )
  let best: { readonly cost: number; readonly seating: Seating } | null = null
  for (let n = 0; n < (pulls.length === 0 ? 1 : beginnings(faces)); n++) {
    const found = settled(begun(groups, seats, pullsOf, n), seats, pullsOf, columns)
    if (best === null || found.cost < best.cost - 1e-9) best = found
  }
  return closedUp(best?.seating ?? [], seats, faces)
}

const seatsFor = (groups: readonly number[], columns: number, isRoomy: boolean): Seat[] => {
  const seats: Seat[] = []
  let row = 0
  for (const [group, count] of groups.entries()) {
    const rows = Math.ceil(count / columns) + (isRoomy ? 1 : 0)
    for (let n = 0; n < rows * columns; n++)
      seats.push({ row: row + Math.floor(n / columns), col: n % columns, group })
    row += rows
  }
  return seats
}

/** Those who are tied first, in one of several orders; then the others as they came. */
const begun = (
  groups: readonly number[],
  seats: readonly Seat[],
  pullsOf: readonly (readonly Pull[])[],
  nth: number,
): (number | null)[] => {
  const seating: (number | null)[] = seats.map(() => null)
  let first = 0
  for (const [group, count] of groups.entries()) {
    const faces = Array.from({ length: count }, (_, n) => first + n)
    const tied = faces.filter((face) => (pullsOf[face]?.length ?? 0) > 0)
    const others = faces.filter((face) => !tied.includes(face))
    const seat = seats.findIndex((each) => each.group === group)
    const turned = tied.map((_, n) => tied[(n * (1 + (nth % 5)) + nth * 3) % tied.length])
    const order = new Set(turned).size === tied.length ? turned : tied
    for (const [n, face] of [...order, ...others].entries()) seating[seat + n] = face ?? null
    first += count
  }
  return seating
}

/** Any two of a group change seats as long as that makes ties shorter. */
const settled = (
  seating: (number | null)[],
  seats: readonly Seat[],
  pullsOf: readonly (readonly Pull[])[],
  columns: number,
): { cost: number; seating: Seating } => {
  const cellOf: Seat[] = []
  for (const [seat, face] of seating.entries()) if (face !== null) cellOf[face] = seats[seat] ?? nowhere
  const at = (face: number): Cell => cellOf[face] ?? nowhere
  const middle = (columns - 1) / 2
  const costOf = (face: number | null): number => {
    if (face === null) return 0
    const { row, col } = at(face)
    const tied = pullsOf[face] ?? []
    if (tied.length === 0) return row * 0.1 + col * 0.02
    const strains = tied.reduce((sum, pull) => sum + strain(pull, at(pull.from), at(pull.to)), 0)
    return row * 0.15 + Math.abs(col - middle) * 0.06 + strains
  }
  const swap = (a: number, b: number): void => {
    const [one, other] = [seating[a] ?? null, seating[b] ?? null]
    seating[a] = other
    seating[b] = one
    if (one !== null) cellOf[one] = seats[b] ?? nowhere
    if (other !== null) cellOf[other] = seats[a] ?? nowhere
  }
  for (let round = 0, isBetter = true; isBetter && round < mostRounds; round++) {
    isBetter = false
    for (let a = 0; a < seats.length; a++)
      for (let b = a + 1; b < seats.length && seats[b]?.group === seats[a]?.group; b++) {
        const [one, other] = [seating[a] ?? null, seating[b] ?? null]
        if ((pullsOf[one ?? -1]?.length ?? 0) === 0 && (pullsOf[other ?? -1]?.length ?? 0) === 0) continue
        const before = costOf(one) + costOf(other)
        swap(a, b)
        if (costOf(one) + costOf(other) < before - 1e-9) isBetter = true
        else swap(a, b)
      }
  }
  return { cost: pullsOf.reduce((sum, _, face) => sum + costOf(face), 0), seating }
}

const nowhere: Seat = { row: 0, col: 0, group: 0 }

/** How long a tie is, and how crooked. */
const strain = ({ isAbove }: Pull, from: Cell, to: Cell): number => {
  const down = from.row - to.row
  const across = Math.abs(from.col - to.col)
  const far = Math.abs(down) > 1 || across > 1 ? 0.8 : 0
  const wrong = !isAbove || down > 0 ? 0 : down === 0 ? 1.2 : 3
  return Math.abs(down) + across * 0.7 + far + wrong
}

/** Rows in which nobody sits are left away. */
const closedUp = (seating: Seating, seats: readonly Seat[], faces: number): Cell[] => {
  const rows = [
    ...new Set(seating.flatMap((face, seat) => (face === null ? [] : [seats[seat]?.row ?? 0]))),
  ].sort((a, b) => a - b)
  return Array.from({ length: faces }, (_, face) => {
    const { row, col } = seats[seating.indexOf(face)] ?? nowhere
    return { row: rows.indexOf(row), col }
  })
}

/** The same in as few columns as the fullest row needs: two people beneath each other stand in the middle of the sheet. */
export const drawnTogether = (
  cells: readonly Cell[],
  columns: number,
): { cells: Cell[]; columns: number } => {
  const rowOf = (row: number) => cells.filter((each) => each.row === row).sort((a, b) => a.col - b.col)
  const fullest = Math.max(1, ...cells.map(({ row }) => rowOf(row).length))
  if (fullest >= columns) return { cells: [...cells], columns }
  const scale = (fullest - 1) / (columns - 1)
  const moved = cells.map((cell) => {
    const beside = rowOf(cell.row)
    const col = beside.length === fullest ? beside.indexOf(cell) : Math.round(cell.col * scale)
    return { row: cell.row, col }
  })
  const isApart = new Set(moved.map(({ row, col }) => `${row}:${col}`)).size === moved.length
  return isApart ? { cells: moved, columns: fullest } : { cells: [...cells], columns }
}

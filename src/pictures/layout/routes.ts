import type { Cell } from './arrange.js'
import { Lanes } from './lanes.js'

/**
 * Lines between faces run as a metro does: out of the side of a circle, along the gutters between columns and between rows, and into
 * the side of another. Names stand beneath the circles, between the gutters, so that no line ever touches one.
 * Gutter `g` is left of column `g`; level `h` is above row `h`.
 */
export type Route = {
  readonly from: Cell
  readonly to: Cell
  /** The gutters beside the first and the last face, and the slots of their sides in which it begins and ends. */
  readonly out: Port
  readonly into: Port
  /** Null where two faces stand beside each other, and a straight line joins them. */
  readonly way: Way | null
}
export type Port = { readonly row: number; readonly gutter: number; readonly slot: number }
/** A lane of the first gutter; and where it ends at another gutter, a lane of a level and one of that gutter. */
type Way = { readonly lane: number; readonly over: Over | null }
type Over = { readonly level: number; readonly lane: number; readonly laneInto: number }

/** `bus`: lines with one may lie on each other, since they lead to the same face and say the same. */
export type Wanted = { readonly from: Cell; readonly to: Cell; readonly bus: string }

export type Room = {
  readonly columns: number
  /** Lanes in a gutter between columns, in an outer one, and in a level between rows. */
  readonly inner: number
  readonly outer: number
  readonly level: number
  /** Slots in the side of a circle. */
  readonly slots: number
}

export type Routed = {
  /** Null for those for which there was no room. */
  readonly routes: readonly (Route | null)[]
  readonly gutterLanes: (gutter: number) => number
  readonly levelLanes: (level: number) => number
}

export const routed = (wanted: readonly Wanted[], room: Room): Routed => {
  const gutters = new Lanes((gutter) => (gutter % room.columns === 0 ? room.outer : room.inner))
  const levels = new Lanes(() => room.level)
  const slots = new Lanes(() => room.slots)
  const routes = wanted.map((each) => {
    for (const way of candidates(each, room.columns)) {
      const route = tried(way, each)
      if (route !== null) return route
    }
    return null
  })
  return { routes, gutterLanes: (g) => gutters.used(String(g)), levelLanes: (h) => levels.used(String(h)) }

  function tried({ out, into, level }: Candidate, { from, to, bus }: Wanted): Route | null {
    const mark = { gutters: gutters.mark(), levels: levels.mark(), slots: slots.mark() }
    const route = taken()
    if (route === null) {
      gutters.back(mark.gutters)
      levels.back(mark.levels)
      slots.back(mark.slots)
    }
    return route

    function taken(): Route | null {
      if (level === 'straight') {
        const slot = slots.take(`${from.row}:${out}`, 0, 0, bus)
        const port = { row: from.row, gutter: out, slot: slot ?? 0 }
        return slot === null ? null : { from, to, out: port, into: port, way: null }
      }
      const begins = slots.take(`${from.row}:${out}`, 0, 0, `${bus}:${from.row}:${from.col}`)
      const ends = slots.take(`${to.row}:${into}`, 0, 0, bus)
      const [a, b] = [from.row * 2 + 1, to.row * 2 + 1]
      const turn = level === null ? b : level * 2
      const lane = gutters.take(String(out), Math.min(a, turn), Math.max(a, turn), bus)
      if (begins === null || ends === null || lane === null) return null
      const ports = {
        from,
        to,
        out: { row: from.row, gutter: out, slot: begins },
        into: { row: to.row, gutter: into, slot: ends },
      }
      if (level === null) return { ...ports, way: { lane, over: null } }
      const over = levels.take(String(level), Math.min(out, into), Math.max(out, into), bus)
      const laneInto = gutters.take(String(into), Math.min(b, turn), Math.max(b, turn), bus)
      if (over === null || laneInto === null) return null
      return { ...ports, way: { lane, over: { level, lane: over, laneInto } } }
    }
  }
}

/** By which gutters a line leaves and arrives, and over which level it goes between two of them. */
type Candidate = { readonly out: number; readonly into: number; readonly level: number | 'straight' | null }

/** The ways between two cells, the shortest first. */
const candidates = ({ from, to }: Wanted, columns: number): Candidate[] => {
  const [left, right] = from.col < to.col ? [from, to] : [to, from]
  const ways: Candidate[] = []
  if (from.row === to.row && right.col - left.col === 1)
    ways.push({ out: right.col, into: right.col, level: 'straight' })
  const sides = ({ col }: Cell, other: Cell): number[] => {
    if (other.col > col) return [col + 1, col]
    if (other.col < col) return [col, col + 1]
    return col * 2 < columns - 1 ? [col, col + 1] : [col + 1, col]
  }
  const levels =
    from.row === to.row
      ? [from.row, from.row + 1]
      : [Math.max(from.row, to.row), Math.min(from.row, to.row) + 1]
  for (const out of sides(from, to))
    for (const into of sides(to, from)) {
      if (out === into && from.row !== to.row) ways.push({ out, into, level: null })
      else if (out !== into) for (const level of new Set(levels)) ways.push({ out, into, level })
    }
  const length = ({ out, into, level }: Candidate) =>
    level === 'straight' ? -1 : Math.abs(out - into) + (level === null ? 0 : 0.5)
  return ways.sort((a, b) => length(a) - length(b))
}

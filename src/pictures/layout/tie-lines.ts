import { isMutual, type TieKind } from '../../domain/tie.js'
import type { Colour, LineMark, Point, Stroke } from '../picture.js'
import type { FaceTie } from './company-scene.js'
import type { Placed } from './grid.js'
import type { Route } from './routes.js'
import type { Sizes } from './sizes.js'

/** A tie is told by its stroke, and by whether it has a tip; its colour says it once more. */
export const strokes: Readonly<Record<TieKind, { readonly colour: Colour; readonly stroke: Stroke }>> = {
  'reports to': { colour: 'blue', stroke: 'solid' },
  'introduced by': { colour: 'green', stroke: 'dashed' },
  'listens to': { colour: 'purple', stroke: 'dotted' },
  'married to': { colour: 'red', stroke: 'double' },
  'works with': { colour: 'grey', stroke: 'solid' },
  'related to': { colour: 'orange', stroke: 'dashed' },
  'friends with': { colour: 'olive', stroke: 'dotted' },
}

export const tieLine = (kind: TieKind, points: readonly Point[]): LineMark => ({
  kind: 'line',
  points,
  width: 2.4,
  ...strokes[kind],
  arrow: !isMutual(kind),
})

export type DrawnTie = { readonly tie: FaceTie; readonly route: Route }

/**
 * A border as light as the sheet beneath each line, so that lines that cross are told apart; lines that lead to the same face as one
 * have it beneath all of them.
 */
export const allLines = (
  drawn: readonly DrawnTie[],
  placed: Placed,
  { lane }: Pick<Sizes, 'lane'>,
): LineMark[] => {
  const buses = new Map<string, DrawnTie[]>()
  for (const each of drawn.toReversed()) {
    const { kind, from, to } = each.tie
    const bus = isMutual(kind) ? `${kind} ${from} ${to}` : `${kind} ${to}`
    buses.set(bus, [...(buses.get(bus) ?? []), each])
  }
  const width = Math.min(lane - 0.5, 6)
  return [...buses.values()].flatMap((bus) => {
    const lines = bus.map(({ tie, route }) => tieLine(tie.kind, pointsOf(route, placed)))
    return [
      ...lines.map(
        ({ points }): LineMark => ({
          kind: 'line',
          points,
          colour: 'sheet',
          width,
          stroke: 'solid',
          arrow: false,
        }),
      ),
      ...lines,
    ]
  })
}

const pointsOf = ({ out, into, way, from, to }: Route, placed: Placed): Point[] => {
  const begin = placed.port(out, from.col)
  const end = placed.port(into, to.col)
  if (way === null) return [begin, end]
  const x = placed.laneX(out.gutter, way.lane)
  if (way.over === null) return [begin, { x, y: begin.y }, { x, y: end.y }, end]
  const { level, lane, laneInto } = way.over
  const y = placed.laneY(level, lane)
  const last = placed.laneX(into.gutter, laneInto)
  return [begin, { x, y: begin.y }, { x, y }, { x: last, y }, { x: last, y: end.y }, end]
}

import { isMutual, type TieKind } from '../../domain/tie.js'
import type { Mark, Pen, Picture } from '../picture.js'
import { arranged, drawnTogether } from './arrange.js'
import type { CompanyScene } from './company-scene.js'
import { faceMarks, faceOf } from './faces.js'
import { gridOf } from './grid.js'
import { companyLegend } from './legend.js'
import { legible } from './legible.js'
import { routed } from './routes.js'
import { headMarks, margin, plate, sheetWidth } from './sheet.js'
import { inColumns, sizesFor } from './sizes.js'
import { allLines } from './tie-lines.js'
import { textMarks, written } from './writing.js'

/** A picture, and those whose names no font here can write: the number that stands for each. */
export type Laid = {
  readonly picture: Picture
  readonly numbered: readonly { readonly number: number; readonly name: string }[]
}

/** Ties of command first, then the closest: what finds no room is left out from the end. */
const order: readonly TieKind[] = [
  'reports to',
  'married to',
  'related to',
  'listens to',
  'introduced by',
  'friends with',
  'works with',
]

/** The people of a company as a map: those met above, those offstage beneath, and lines for their ties. */
export const companyPicture = (scene: CompanyScene, pen: Pen): Laid => {
  const { faces } = scene
  const offstage = faces.filter(({ standing }) => standing === 'offstage').length
  const groups = [faces.length - offstage, offstage].filter((count) => count > 0)
  const ties = scene.ties
    .filter(({ from, to }) => from !== to && faces[from] !== undefined && faces[to] !== undefined)
    .toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind) || a.from - b.from || a.to - b.to)
  const usual = sizesFor(faces.length, ties.length)
  const pulls = ties.map(({ from, to, kind }) => ({ from, to, isAbove: kind === 'reports to' }))
  const { cells, columns } = drawnTogether(arranged(groups, pulls, usual.columns), usual.columns)
  const sizes = inColumns(usual, columns)
  const found = routed(
    ties.map(({ from, to, kind }, i) => ({
      from: cells[from] ?? { row: 0, col: 0 },
      to: cells[to] ?? { row: 0, col: 0 },
      bus: isMutual(kind) ? `tie ${i}` : `${kind} ${to}`,
    })),
    sizes.room,
  )
  const head = headMarks(pen, scene.title, scene.subtitle)
  const numbers = new Map<number, number>()
  for (const [i, { name }] of faces.entries())
    if (legible(name, pen) === null) numbers.set(i, numbers.size + 1)
  const grid = gridOf(sizes, found, cells, head.bottom)
  const shown = faces.map((face, i) => faceOf(pen, face, numbers.get(i) ?? null, sizes, grid.columnWidth))
  const placed = grid.place(shown.map(({ height }) => height))
  const drawn = ties.flatMap((tie, i) => {
    const route = found.routes[i] ?? null
    return route === null ? [] : [{ tie, route }]
  })
  const marks: Mark[] = [...head.marks]
  marks.push(...allLines(drawn, placed, sizes))
  for (const [i, face] of shown.entries()) marks.push(...faceMarks(pen, face, placed.centre(cells[i]), sizes))
  let bottom = placed.bottom
  if (scene.more !== '') {
    const text = written(pen, scene.more, { size: 19, bold: true }, sheetWidth - 4 * margin, 1)
    marks.push(plate(bottom + 8, 40))
    marks.push(...textMarks(pen, text, { x: sheetWidth / 2, top: bottom + 15, align: 'middle', ink: 'ink' }))
    bottom += 52
  }
  const legend = companyLegend(
    pen,
    scene,
    drawn.map(({ tie }) => tie.kind),
    ties.length - drawn.length,
    bottom,
  )
  marks.push(...legend.marks)
  const numbered = [...numbers].map(([i, number]) => ({ number, name: faces[i]?.name ?? '' }))
  return { picture: { width: sheetWidth, height: Math.ceil(legend.bottom + margin), marks }, numbered }
}

import type { CircleMark, Mark, Pen, Point } from '../picture.js'
import type { Face } from './company-scene.js'
import { initialsOf, legible } from './legible.js'
import type { Sizes } from './sizes.js'
import { heightOf, lineHeight, textMarks, type Written, written } from './writing.js'

type Shown = {
  readonly face: Face
  readonly initials: string
  readonly name: Written
  readonly title: Written | null
  readonly height: number
}

/** Beneath the circle. */
const gap = 5

/** Somebody as they are shown in a column; one whose name cannot be written is a number. */
export const faceOf = (pen: Pen, face: Face, number: number | null, sizes: Sizes, width: number): Shown => {
  const text = number === null ? (legible(face.name, pen) ?? '…') : `No. ${number}`
  const name = written(pen, text, { size: sizes.name, bold: true }, width, sizes.nameLines)
  const hasRoom = sizes.titlesOf === 'all' || face.standing === 'offstage'
  const does = hasRoom ? legible(face.title, pen) : null
  const title =
    does === null ? null : written(pen, does, { size: sizes.title, bold: false }, width, sizes.titleLines)
  const height = 2 * sizes.r + 4 + gap + heightOf(name) + (title === null ? 0 : heightOf(title))
  return { face, initials: number === null ? initialsOf(text) : String(number), name, title, height }
}

export const faceMarks = (pen: Pen, shown: Shown, { x, y }: Point, { r, initials }: Sizes): Mark[] => {
  const { face, name, title } = shown
  const signs = written(pen, shown.initials, { size: initials, bold: true }, r * 1.5, 1)
  const top = y + r + gap
  return [
    circle(face, { x, y }, r),
    ...textMarks(pen, signs, {
      x,
      // Capitals hang a little low in their line.
      top: y - lineHeight(signs.style) * 0.53,
      align: 'middle',
      ink: face.standing === 'met' ? 'sheet' : face.standing === 'unspoken' ? 'met' : 'offstage',
    }),
    ...textMarks(pen, name, { x, top, align: 'middle', ink: 'ink' }, true),
    ...(title === null
      ? []
      : textMarks(pen, title, { x, top: top + heightOf(name), align: 'middle', ink: 'soft' })),
  ]
}

/** Filled, tinted, or an outline in dashes: told apart without their colours. */
export const circle = ({ standing }: Pick<Face, 'standing'>, { x, y }: Point, r: number): CircleMark => ({
  kind: 'circle',
  x,
  y,
  r,
  fill: standing === 'met' ? 'met' : standing === 'unspoken' ? 'unspoken' : 'sheet',
  ring: standing === 'offstage' ? 'offstage' : 'met',
  dashed: standing === 'offstage',
})

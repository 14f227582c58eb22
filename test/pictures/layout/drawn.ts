import { expect } from 'vitest'
import { tieKinds } from '../../../src/domain/tie.js'
import type { CompanyScene, Face, FaceTie } from '../../../src/pictures/layout/company-scene.js'
import type { Box, LineMark, Mark, Pen, Picture, TextMark } from '../../../src/pictures/picture.js'

/** A pen without a font: wide letters, narrow ones, and scripts that are wider; no letters of Toto. */
export const plainPen: Pen = {
  widthOf: (text, size, bold) =>
    [...text].reduce((sum, letter) => sum + size * (bold ? 1.08 : 1) * widthOf(letter), 0),
  draws: (sign) => !/[\u{1e290}-\u{1e2ae}\p{Emoji_Presentation}]/u.test(sign),
}

const widthOf = (letter: string): number => {
  if (/\p{M}/u.test(letter)) return 0
  if (/[mwMW@—]/u.test(letter)) return 0.9
  if (/[il.,'| ]/u.test(letter)) return 0.27
  return /\p{Script=Han}/u.test(letter) ? 1 : 0.58
}

export const sceneOf = (
  faces: readonly Face[],
  ties: readonly FaceTie[] = [],
  more = '',
  title = 'Acme Lighting',
): CompanyScene => ({
  title,
  subtitle: `${faces.length} people there.`,
  faces: faces.toSorted((a, b) => Number(a.standing === 'offstage') - Number(b.standing === 'offstage')),
  ties,
  more,
  standingWords: { met: 'met', unspoken: 'not spoken to yet', offstage: 'offstage, not met yet' },
  tieWords: {
    'reports to': 'reports to',
    'introduced by': 'introduced by',
    'married to': 'married to',
    'listens to': 'listens to',
    'works with': 'works with',
    'related to': 'related to',
    'friends with': 'friends with',
  },
  undrawnWords: (count) => `${count} more ties.`,
})

export const kindAt = (n: number) => tieKinds[n % tieKinds.length] ?? 'works with'

export const textsOf = ({ marks }: Picture): TextMark[] => marks.filter((mark) => mark.kind === 'text')
export const linesOf = ({ marks }: Picture): LineMark[] => marks.filter((mark) => mark.kind === 'line')

/** The room that a mark takes. */
export const boxOf = (mark: Mark): Box => {
  if (mark.kind === 'text' || mark.kind === 'plate') return mark.box
  if (mark.kind !== 'line') {
    const { x, y, r } = mark
    return { x: x - r, y: y - r, width: 2 * r, height: 2 * r }
  }
  const [xs, ys] = [mark.points.map(({ x }) => x), mark.points.map(({ y }) => y)]
  const [x, y] = [Math.min(...xs), Math.min(...ys)]
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y }
}

/** All of it has room on the sheet. */
export const expectOnSheet = ({ marks, width, height }: Picture): void => {
  for (const box of marks.map(boxOf)) {
    expect(Math.min(box.x, box.y)).toBeGreaterThanOrEqual(0)
    expect(box.x + box.width).toBeLessThanOrEqual(width)
    expect(box.y + box.height).toBeLessThanOrEqual(height)
  }
}

/** By more than a hair. */
export const overlap = (a: Box, b: Box): boolean =>
  a.x + a.width > b.x + 0.1 &&
  b.x + b.width > a.x + 0.1 &&
  a.y + a.height > b.y + 0.1 &&
  b.y + b.height > a.y + 0.1

/** Each straight piece of a line, as thick as it is drawn. */
export const piecesOf = ({ points, width }: LineMark): Box[] =>
  points.slice(1).map((to, i) => {
    const from = points[i] ?? to
    const [x, y] = [Math.min(from.x, to.x) - width / 2, Math.min(from.y, to.y) - width / 2]
    return { x, y, width: Math.abs(from.x - to.x) + width, height: Math.abs(from.y - to.y) + width }
  })

import { type TieKind, tieKinds } from '../../domain/tie.js'
import type { Mark, Pen, Point } from '../picture.js'
import { type CompanyScene, standings } from './company-scene.js'
import { circle } from './faces.js'
import { margin, sheetWidth } from './sheet.js'
import { tieLine } from './tie-lines.js'
import { heightOf, lineHeight, textMarks, type Written, written } from './writing.js'

const style = { size: 14.5, bold: false }
const sample = 34
const columns = 2

type Entry = { readonly text: Written; readonly sign: (at: Point) => readonly Mark[] }

/** What the forms and strokes mean, of those that are in the picture alone. */
export const companyLegend = (
  pen: Pen,
  scene: CompanyScene,
  drawn: readonly TieKind[],
  undrawn: number,
  top: number,
): { readonly marks: readonly Mark[]; readonly bottom: number } => {
  const width = (sheetWidth - 2 * margin) / columns
  const text = (words: string) => written(pen, words, style, width - sample - 14, 2)
  const shown = standings.filter((standing) => scene.faces.some((face) => face.standing === standing))
  const isPlain = shown.every((standing) => standing === 'met')
  const faces = (isPlain ? [] : shown).map(
    (standing): Entry => ({
      text: text(scene.standingWords[standing]),
      sign: ({ x, y }) => [circle({ standing }, { x: x + sample / 2, y }, 9)],
    }),
  )
  const lines = tieKinds
    .filter((kind) => drawn.includes(kind))
    .map(
      (kind): Entry => ({
        text: text(scene.tieWords[kind]),
        sign: ({ x, y }) => [
          tieLine(kind, [
            { x, y },
            { x: x + sample, y },
          ]),
        ],
      }),
    )
  const entries = [...faces, ...lines]
  if (entries.length === 0 && undrawn === 0) return { marks: [], bottom: top }
  const marks: Mark[] = []
  const ruleY = top + 4
  marks.push({
    kind: 'line',
    points: [
      { x: margin, y: ruleY },
      { x: sheetWidth - margin, y: ruleY },
    ],
    colour: 'faint',
    width: 1.5,
    stroke: 'solid',
    arrow: false,
  })
  let bottom = ruleY + 10
  for (let i = 0; i < entries.length; i += columns) {
    const row = entries.slice(i, i + columns)
    for (const [n, entry] of row.entries()) {
      const x = margin + n * width
      marks.push(...entry.sign({ x, y: bottom + lineHeight(entry.text.style) / 2 }))
      marks.push(
        ...textMarks(pen, entry.text, { x: x + sample + 10, top: bottom, align: 'left', ink: 'ink' }),
      )
    }
    bottom += Math.max(...row.map((entry) => heightOf(entry.text))) + 6
  }
  if (undrawn > 0) {
    const words = written(pen, scene.undrawnWords(undrawn), style, sheetWidth - 2 * margin, 3)
    marks.push(...textMarks(pen, words, { x: margin, top: bottom, align: 'left', ink: 'soft' }))
    bottom += heightOf(words) + 4
  }
  return { marks, bottom }
}

import type { Mark, Pen, PlateMark } from '../picture.js'
import { legible } from './legible.js'
import { heightOf, textMarks, written } from './writing.js'

/** A phone held upright, in points. */
export const sheetWidth = 375
export const margin = 16

/** What stands above everything: whose picture it is, and what it says in one line. */
export const headMarks = (
  pen: Pen,
  title: string,
  subtitle: string,
): { readonly marks: readonly Mark[]; readonly bottom: number } => {
  const width = sheetWidth - 2 * margin
  const above = written(pen, legible(title, pen) ?? '…', { size: 25, bold: true }, width, 2)
  const beneath = written(pen, legible(subtitle, pen) ?? '', { size: 16, bold: false }, width, 3)
  const top = margin - 2
  const second = top + heightOf(above)
  return {
    marks: [
      ...textMarks(pen, above, { x: margin, top, align: 'left', ink: 'ink' }),
      ...textMarks(pen, beneath, { x: margin, top: second, align: 'left', ink: 'soft' }),
    ],
    bottom: second + heightOf(beneath) + 14,
  }
}

export const plate = (y: number, height: number): PlateMark => ({
  kind: 'plate',
  box: { x: margin, y, width: sheetWidth - 2 * margin, height },
  r: 12,
  fill: 'plate',
})

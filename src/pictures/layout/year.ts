import type { InteractionKind } from '../../domain/interaction.js'
import type { Colour, Mark, Pen, Picture, ShapeMark } from '../picture.js'
import { legible } from './legible.js'
import { headMarks, margin, sheetWidth } from './sheet.js'
import { heightOf, lineHeight, type Style, textMarks, type Written, written } from './writing.js'
import type { YearLine, YearMonth, YearScene } from './year-scene.js'

/** Months on the left, a stem beside them, and to its right what there was. */
const stemX = 84
const left = 104
const width = sheetWidth - margin - left
const label: Style = { size: 17, bold: true }
const small: Style = { size: 13, bold: false }
const r = 8
const between = 22
const mostSigns = Math.floor((width + between - 2 * r) / between)
/** A month in which there was nothing, and the room beneath one in which there was something. */
const silent = 27
const gap = 14

const forms: Readonly<Record<InteractionKind, Pick<ShapeMark, 'shape' | 'fill'>>> = {
  met: { shape: 'disc', fill: 'met' },
  called: { shape: 'triangle', fill: 'purple' },
  emailed: { shape: 'square', fill: 'green' },
  messaged: { shape: 'diamond', fill: 'orange' },
}

const tones: Readonly<Record<YearLine['weight'], { readonly style: Style; readonly ink: Colour }>> = {
  words: { style: { size: 16, bold: false }, ink: 'ink' },
  change: { style: { size: 16, bold: true }, ink: 'ink' },
  plain: { style: { size: 15, bold: false }, ink: 'soft' },
}

/** Somebody's year of contact, from the oldest month to the present one; silence is seen as a dotted stem. */
export const yearPicture = (scene: YearScene, pen: Pen): Picture => {
  const head = headMarks(pen, scene.title, scene.subtitle)
  const marks: Mark[] = [...head.marks]
  let y = head.bottom
  for (const month of scene.months) {
    const drawn = monthMarks(pen, month, y)
    marks.push(...drawn.marks)
    y = drawn.bottom
  }
  const legend = legendMarks(pen, scene.kinds, y + 4)
  return { width: sheetWidth, height: Math.ceil(legend.bottom + margin), marks: [...marks, ...legend.marks] }
}

const monthMarks = (pen: Pen, month: YearMonth, top: number): { marks: Mark[]; bottom: number } => {
  const marks: Mark[] = []
  const isSilent = month.contacts.length === 0
  const name = written(pen, month.label, isSilent ? { ...label, bold: false } : label, stemX - margin - 14, 1)
  marks.push(...textMarks(pen, name, { x: margin, top, align: 'left', ink: isSilent ? 'soft' : 'ink' }))
  const aside = month.year === '' ? null : written(pen, month.year, small, stemX - margin - 14, 1)
  const asideTop = top + heightOf(name)
  if (aside !== null)
    marks.push(...textMarks(pen, aside, { x: margin, top: asideTop, align: 'left', ink: 'soft' }))
  let y = top
  if (!isSilent) {
    marks.push(...contactMarks(pen, month.contacts, top + lineHeight(label) / 2))
    y += lineHeight(label) + 4
  }
  for (const { text, weight } of [...month.lines, ...moreLine(month)]) {
    const { style, ink } = tones[weight]
    const lines: Written = written(pen, legible(text, pen) ?? '…', style, width, 3)
    marks.push(...textMarks(pen, lines, { x: left, top: y, align: 'left', ink }))
    y += heightOf(lines) + 3
  }
  const least = aside === null ? top + silent : asideTop + heightOf(aside) + 4
  const bottom = Math.max(least, y === top ? top : y + gap)
  marks.unshift({
    kind: 'line',
    points: [
      { x: stemX, y: top + 2 },
      { x: stemX, y: bottom - 2 },
    ],
    colour: isSilent ? 'grey' : 'met',
    width: isSilent ? 2.4 : 5,
    stroke: isSilent ? 'dotted' : 'solid',
    arrow: false,
  })
  return { marks, bottom }
}

const moreLine = ({ more }: YearMonth): YearLine[] => (more === '' ? [] : [{ text: more, weight: 'plain' }])

/** One form for each contact; of more than there is room for, how many more. */
const contactMarks = (pen: Pen, contacts: readonly InteractionKind[], y: number): Mark[] => {
  const isAll = contacts.length <= mostSigns
  const shown = isAll ? contacts : contacts.slice(0, mostSigns - 2)
  const marks: Mark[] = shown.map((kind, i) => ({
    kind: 'shape',
    ...forms[kind],
    x: left + r + i * between,
    y,
    r,
  }))
  if (isAll) return marks
  const rest = written(pen, `+${contacts.length - shown.length}`, label, 2 * between, 1)
  const at = { x: left + shown.length * between, top: y - lineHeight(label) / 2 }
  return [...marks, ...textMarks(pen, rest, { ...at, align: 'left', ink: 'ink' })]
}

const legendMarks = (pen: Pen, kinds: YearScene['kinds'], top: number): { marks: Mark[]; bottom: number } => {
  if (kinds.length === 0) return { marks: [], bottom: top }
  const ends = [margin, sheetWidth - margin].map((x) => ({ x, y: top }))
  const marks: Mark[] = [
    { kind: 'line', points: ends, colour: 'faint', width: 1.5, stroke: 'solid', arrow: false },
  ]
  const column = (sheetWidth - 2 * margin) / 2
  let y = top + 10
  for (let i = 0; i < kinds.length; i += 2) {
    for (const [n, { kind, words }] of kinds.slice(i, i + 2).entries()) {
      const x = margin + n * column
      const text = written(pen, words, { size: 15, bold: false }, column - 30, 1)
      marks.push({ kind: 'shape', ...forms[kind], x: x + r, y: y + heightOf(text) / 2, r })
      marks.push(...textMarks(pen, text, { x: x + 26, top: y, align: 'left', ink: 'ink' }))
    }
    y += 25
  }
  return { marks, bottom: y }
}

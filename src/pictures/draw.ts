import type { SKRSContext2D } from '@napi-rs/canvas'
import type { Brush } from './canvas.js'
import {
  type CircleMark,
  colours,
  type LineMark,
  type Mark,
  type Picture,
  type Point,
  type ShapeMark,
} from './picture.js'

/** Pixels for a point: as phones have them, but no more in all than this. */
const sharpest = 3
const mostPixels = 4_500_000

/** Marks to PNG. Throws when it takes longer than `until` says, by `now` in milliseconds. */
export const drawn = async (
  { sheet, font }: Brush,
  { width, height, marks }: Picture,
  clock: { readonly now: () => number; readonly until: number },
): Promise<Buffer> => {
  const scale = Math.min(sharpest, Math.sqrt(mostPixels / (width * height)))
  const canvas = sheet(Math.round(width * scale), Math.round(height * scale))
  try {
    const context = canvas.getContext('2d')
    context.scale(scale, scale)
    context.fillStyle = colours.sheet
    context.fillRect(0, 0, width, height)
    for (const mark of marks) {
      if (clock.now() > clock.until) throw new Error('Drawing took too long')
      drawMark(context, mark, font)
    }
    return await canvas.encode('png')
  } finally {
    // Megabytes that the garbage collector does not see.
    canvas.width = 1
    canvas.height = 1
  }
}

const drawMark = (context: SKRSContext2D, mark: Mark, font: Brush['font']): void => {
  if (mark.kind === 'text') {
    context.font = font(mark.size, mark.bold)
    context.fillStyle = colours[mark.ink]
    context.fillText(mark.text, mark.x, mark.baseline)
  } else if (mark.kind === 'circle') drawCircle(context, mark)
  else if (mark.kind === 'shape') drawShape(context, mark)
  else if (mark.kind === 'line') drawLine(context, mark)
  else {
    const { x, y, width, height } = mark.box
    context.beginPath()
    context.roundRect(x, y, width, height, mark.r)
    context.fillStyle = colours[mark.fill]
    context.fill()
  }
}

const drawCircle = (context: SKRSContext2D, { x, y, r, fill, ring, dashed }: CircleMark): void => {
  const width = Math.max(1.6, r / 14)
  context.beginPath()
  context.arc(x, y, r - width / 2, 0, 2 * Math.PI)
  context.fillStyle = colours[fill]
  context.fill()
  context.strokeStyle = colours[ring]
  context.lineWidth = width
  context.setLineDash(dashed ? [r / 4, r / 6] : [])
  context.stroke()
  context.setLineDash([])
}

const drawShape = (context: SKRSContext2D, { shape, x, y, r, fill }: ShapeMark): void => {
  context.beginPath()
  if (shape === 'disc') context.arc(x, y, r, 0, 2 * Math.PI)
  else {
    const turned = { triangle: [-90, 30, 150], square: [-45, 45, 135, 225], diamond: [-90, 0, 90, 180] }[
      shape
    ]
    for (const [i, degrees] of turned.entries()) {
      const angle = (degrees / 180) * Math.PI
      const reach = r * 1.2
      const corner: [number, number] = [x + Math.cos(angle) * reach, y + Math.sin(angle) * reach]
      if (i === 0) context.moveTo(...corner)
      else context.lineTo(...corner)
    }
    context.closePath()
  }
  context.fillStyle = colours[fill]
  context.fill()
}

const dashes = { solid: [], double: [], dashed: [7, 5], dotted: [0.1, 5.5] } as const
const tip = 8

const drawLine = (context: SKRSContext2D, { points, colour, width, stroke, arrow }: LineMark): void => {
  const [first] = points
  const last = points.at(-1)
  const before = points.at(-2)
  if (first === undefined || last === undefined || before === undefined) return
  const end = arrow ? towards(last, before, tip * 0.7) : last
  const path = [...points.slice(0, -1), end]
  context.beginPath()
  context.moveTo(first.x, first.y)
  for (const [i, point] of path.entries()) {
    const next = path[i + 1]
    const previous = path[i - 1]
    if (previous === undefined) continue
    if (next === undefined) context.lineTo(point.x, point.y)
    else
      context.arcTo(
        point.x,
        point.y,
        next.x,
        next.y,
        Math.min(6, apart(previous, point) / 2, apart(point, next) / 2),
      )
  }
  context.strokeStyle = colours[colour]
  context.lineJoin = 'round'
  context.lineCap = stroke === 'dotted' ? 'round' : 'butt'
  context.setLineDash([...dashes[stroke]])
  context.lineWidth = stroke === 'double' ? width * 2 : stroke === 'dotted' ? width * 1.25 : width
  context.stroke()
  context.setLineDash([])
  if (stroke === 'double') {
    context.strokeStyle = colours.sheet
    context.lineWidth = width * 0.75
    context.stroke()
  }
  if (arrow) drawTip(context, before, last, colours[colour])
}

const drawTip = (context: SKRSContext2D, from: Point, to: Point, colour: string): void => {
  const angle = Math.atan2(to.y - from.y, to.x - from.x)
  context.beginPath()
  context.moveTo(to.x, to.y)
  for (const side of [-1, 1])
    context.lineTo(
      to.x - tip * Math.cos(angle) + side * tip * 0.55 * Math.sin(angle),
      to.y - tip * Math.sin(angle) - side * tip * 0.55 * Math.cos(angle),
    )
  context.closePath()
  context.fillStyle = colour
  context.fill()
}

const apart = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y)

const towards = (from: Point, to: Point, distance: number): Point => {
  const length = apart(from, to) || 1
  return {
    x: from.x + ((to.x - from.x) / length) * distance,
    y: from.y + ((to.y - from.y) / length) * distance,
  }
}

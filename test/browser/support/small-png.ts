import { crc32, deflateSync, inflateSync } from 'node:zlib'

/**
 * A screenshot with 256 colours, a third of the bytes: a page of flat colours looks the same. Takes what Chromium
 * writes: eight bits, RGB or RGBA, not interlaced.
 */
export const smallPng = (png: Buffer): Buffer => {
  const { width, height, pixels } = decoded(png)
  const palette = paletteOf(pixels)
  const nearest = new Map<number, number>()
  const rows = Buffer.alloc((width + 1) * height)
  for (let at = 0; at < pixels.length; at++) {
    const colour = pixels[at] ?? 0
    let index = nearest.get(colour)
    if (index === undefined) {
      index = nearestIn(palette, colour)
      nearest.set(colour, index)
    }
    // Each row begins with a byte that says that it is as it is.
    rows[Math.floor(at / width) * (width + 1) + 1 + (at % width)] = index
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 3], 8)
  const colours = Buffer.from(palette.flatMap((colour) => partsOf(colour)))
  return Buffer.concat([
    png.subarray(0, 8),
    chunk('IHDR', header),
    chunk('PLTE', colours),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

const chunk = (name: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const around = Buffer.alloc(8)
  around.writeUInt32BE(data.length, 0)
  around.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([around.subarray(0, 4), body, around.subarray(4)])
}

const partsOf = (colour: number): [number, number, number] => [
  colour >> 16,
  (colour >> 8) & 255,
  colour & 255,
]

const apart = (a: number, b: number): number => {
  const [one, other] = [partsOf(a), partsOf(b)]
  return one.reduce((sum, part, i) => sum + (part - (other[i] ?? 0)) ** 2, 0)
}

const nearestIn = (palette: readonly number[], colour: number): number => {
  let best = 0
  for (let i = 1; i < palette.length; i++)
    if (apart(palette[i] ?? 0, colour) < apart(palette[best] ?? 0, colour)) best = i
  return best
}

/** The commonest colours, as they are; of shades that nobody tells apart, one. */
const paletteOf = (pixels: Uint32Array): number[] => {
  const counts = new Map<number, number>()
  for (const colour of pixels) counts.set(colour, (counts.get(colour) ?? 0) + 1)
  const common = [...counts].sort(([, a], [, b]) => b - a).map(([colour]) => colour)
  const palette: number[] = []
  for (const colour of common) {
    if (palette.length === 256) break
    if (palette.every((taken) => apart(taken, colour) > 16)) palette.push(colour)
  }
  return palette
}

type Decoded = { readonly width: number; readonly height: number; readonly pixels: Uint32Array }

const decoded = (png: Buffer): Decoded => {
  const width = png.readUInt32BE(16)
  const height = png.readUInt32BE(20)
  const bytes = png[25] === 6 ? 4 : 3
  const parts: Buffer[] = []
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at))
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT')
      parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)))
  const raw = unfiltered(inflateSync(Buffer.concat(parts)), width * bytes, bytes)
  const pixels = new Uint32Array(width * height)
  for (let i = 0; i < pixels.length; i++) pixels[i] = raw.readUIntBE(i * bytes, 3)
  return { width, height, pixels }
}

/** Each row says how it differs from its left, its upper, or both. */
const unfiltered = (rows: Buffer, stride: number, bytes: number): Buffer => {
  const height = rows.length / (stride + 1)
  const raw = Buffer.alloc(stride * height)
  for (let y = 0; y < height; y++) {
    const filter = rows[y * (stride + 1)]
    for (let x = 0; x < stride; x++) {
      const at = y * stride + x
      const left = x < bytes ? 0 : (raw[at - bytes] ?? 0)
      const up = y === 0 ? 0 : (raw[at - stride] ?? 0)
      const corner = x < bytes || y === 0 ? 0 : (raw[at - stride - bytes] ?? 0)
      raw[at] = (rows[y * (stride + 1) + 1 + x] ?? 0) + guess(filter, left, up, corner)
    }
  }
  return raw
}

const guess = (filter: number | undefined, left: number, up: number, corner: number): number => {
  if (filter === 1) return left
  if (filter === 2) return up
  if (filter === 3) return (left + up) >> 1
  if (filter !== 4) return 0
  const [a, b, c] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)]
  if (a <= b && a <= c) return left
  return b <= c ? up : corner
}

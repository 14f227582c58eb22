import { createRequire } from 'node:module'
import type { Canvas, SKRSContext2D } from '@napi-rs/canvas'
import type { Pen } from './picture.js'

/** What draws, once it is there. */
export type Brush = {
  readonly sheet: (width: number, height: number) => Canvas
  readonly font: (size: number, bold: boolean) => string
  readonly pen: Pen
}

/** Which letters come with the program; what the machine's own fonts have besides is used too. */
const scripts = 'latin latin-ext greek greek-ext cyrillic cyrillic-ext vietnamese devanagari'.split(' ')
const weights = [400, 700] as const

const family = (script: string, weight: number): string => `personable-${script}-${weight}`

/**
 * Brings the library and the fonts in. At the first picture and not before: whoever never asks for one has neither in memory. Throws
 * where the library has no build for this machine.
 */
export const openBrush = async (): Promise<Brush> => {
  const { createCanvas, GlobalFonts } = await import('@napi-rs/canvas')
  const { resolve } = createRequire(import.meta.url)
  for (const script of scripts)
    for (const weight of weights) {
      const file = `@fontsource/noto-sans/files/noto-sans-${script}-${weight}-normal.woff2`
      const alias = family(script, weight)
      if (GlobalFonts.has(alias)) continue
      if (GlobalFonts.registerFromPath(resolve(file), alias) === null)
        throw new Error(`The font ${file} could not be read`)
    }
  const families = new Map(
    weights.map((weight) => [weight, scripts.map((script) => `"${family(script, weight)}"`).join(', ')]),
  )
  const font = (size: number, bold: boolean): string => {
    const weight = bold ? 700 : 400
    return `${weight} ${size}px ${families.get(weight) ?? ''}, sans-serif`
  }
  const scratch = createCanvas(64, 64).getContext('2d')
  const widthOf = (text: string, size: number, bold: boolean): number => {
    scratch.font = font(size, bold)
    return scratch.measureText(text).width
  }
  return { sheet: createCanvas, font, pen: { widthOf, draws: drawsWith(scratch, font(32, true)) } }
}

/** No script has this sign, so that it looks like every sign that is missing. */
const nowhere = '\u{10fffd}'

/** Looks whether a sign gets letters of its own, or the box that stands for all that are missing. */
const drawsWith = (scratch: SKRSContext2D, font: string): Pen['draws'] => {
  const looked = new Map<string, boolean>()
  const look = (sign: string): string => {
    scratch.clearRect(0, 0, 64, 64)
    scratch.font = font
    scratch.fillText(sign, 4, 44)
    return Buffer.from(scratch.getImageData(0, 0, 64, 64).data).toString('latin1')
  }
  const empty = look(' ')
  const missing = look(nowhere)
  return (sign) => {
    let known = looked.get(sign)
    if (known === undefined) {
      // Each letter by itself: of a missing letter with an accent the box would look unlike the box alone.
      known = [...sign].every((letter) => {
        if (/\p{Cf}|\p{Variation_Selector}/u.test(letter)) return true
        const seen = look(letter)
        return seen !== missing && (seen !== empty || /\s/u.test(letter))
      })
      if (looked.size > 5_000) looked.clear()
      looked.set(sign, known)
    }
    return known
  }
}

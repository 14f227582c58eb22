import { describe, expect, it } from 'vitest'
import { isMutual, tieKinds } from '../../src/domain/tie.js'
import { strokes } from '../../src/pictures/layout/tie-lines.js'
import { type Colour, colours } from '../../src/pictures/picture.js'

const light = (colour: Colour): number => {
  const parts = [1, 3, 5].map((at) => Number.parseInt(colours[colour].slice(at, at + 2), 16) / 255)
  const [r = 0, g = 0, b = 0] = parts.map((part) =>
    part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
  )
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
/** As WCAG counts it. */
const contrast = (a: Colour, b: Colour): number => {
  const [dark = 0, bright = 0] = [light(a), light(b)].sort((x, y) => x - y)
  return (bright + 0.05) / (dark + 0.05)
}

describe('what is drawn in which colour', () => {
  it('can be read by everybody: seven to one where there are words', () => {
    const written: readonly (readonly [Colour, Colour])[] = [
      ['ink', 'sheet'],
      ['ink', 'plate'],
      ['soft', 'sheet'],
      ['sheet', 'met'],
      ['met', 'unspoken'],
      ['offstage', 'sheet'],
    ]
    for (const [ink, ground] of written)
      expect(contrast(ink, ground), `${ink} on ${ground}`).toBeGreaterThan(7)
  })

  it('can be seen by everybody: well over three to one where there are lines', () => {
    for (const kind of tieKinds) expect(contrast(strokes[kind].colour, 'sheet'), kind).toBeGreaterThan(4.5)
  })

  it('no two ties are told apart by their colour alone', () => {
    const forms = tieKinds.map((kind) => `${strokes[kind].stroke} ${isMutual(kind)}`)
    expect(new Set(forms).size).toBe(tieKinds.length)
  })
})

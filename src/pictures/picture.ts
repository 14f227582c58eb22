/**
 * A picture before it is drawn: marks on a sheet of so many points, the first beneath the others. Layout makes it, and drawing
 * does as it says; neither knows the other. A point is a phone's: a sheet is as wide as a phone held upright.
 */
export type Picture = {
  readonly width: number
  readonly height: number
  readonly marks: readonly Mark[]
}

export type Mark = TextMark | CircleMark | ShapeMark | LineMark | PlateMark

/** One line of text; `box` is all the room that it takes, accents and tails included. */
export type TextMark = {
  readonly kind: 'text'
  readonly text: string
  readonly size: number
  readonly bold: boolean
  readonly ink: Colour
  /** The left end of the line, and what its letters stand on. */
  readonly x: number
  readonly baseline: number
  readonly box: Box
  /** Names are what must never be covered. */
  readonly isName?: true
}
export type CircleMark = {
  readonly kind: 'circle'
  readonly x: number
  readonly y: number
  readonly r: number
  readonly fill: Colour
  readonly ring: Colour
  readonly dashed: boolean
}
/** A small sign that is told by its form, not by its colour alone. */
export type ShapeMark = {
  readonly kind: 'shape'
  readonly shape: 'disc' | 'triangle' | 'square' | 'diamond'
  readonly x: number
  readonly y: number
  readonly r: number
  readonly fill: Colour
}
/** A line through points, its corners rounded. `arrow`: its last point is a tip. */
export type LineMark = {
  readonly kind: 'line'
  readonly points: readonly Point[]
  readonly colour: Colour
  readonly width: number
  readonly stroke: Stroke
  readonly arrow: boolean
}
export type PlateMark = {
  readonly kind: 'plate'
  readonly box: Box
  readonly r: number
  readonly fill: Colour
}

export type Stroke = 'solid' | 'dashed' | 'dotted' | 'double'
export type Point = { readonly x: number; readonly y: number }
export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

/** What writes: how wide a text becomes, and whether there are letters for it. */
export type Pen = {
  readonly widthOf: (text: string, size: number, bold: boolean) => number
  /** Whether some font here has this sign, as a reader counts signs. */
  readonly draws: (sign: string) => boolean
}

/**
 * Dark on light everywhere, on a sheet of its own: it reads alike in Slack's light and dark themes. What a colour says is always said by a
 * form, a stroke or a word too. A test holds the contrasts.
 */
export const colours = {
  sheet: '#fffdf7',
  ink: '#17202b',
  soft: '#47525f',
  faint: '#d9d5ca',
  plate: '#efebe0',
  met: '#174a63',
  unspoken: '#d3e5ee',
  offstage: '#7a4b00',
  blue: '#0b5fa5',
  green: '#00704a',
  purple: '#7a3a9a',
  red: '#b3261e',
  grey: '#59626d',
  orange: '#9c4a00',
  olive: '#6f5d00',
} as const
export type Colour = keyof typeof colours

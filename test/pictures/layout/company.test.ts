import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { openBrush } from '../../../src/pictures/canvas.js'
import { companyPicture } from '../../../src/pictures/layout/company.js'
import { type Face, type FaceTie, standings } from '../../../src/pictures/layout/company-scene.js'
import type { Pen, Picture } from '../../../src/pictures/picture.js'
import {
  boxOf,
  expectOnSheet,
  kindAt,
  linesOf,
  overlap,
  piecesOf,
  plainPen,
  sceneOf,
  textsOf,
} from './drawn.js'

let realPen: Pen
beforeAll(async () => {
  realPen = (await openBrush()).pen
})

const letters = [
  'abcdefghijklmnopqrstuvwxyzMWI-',
  'żółćĄęśßøåæœŁ',
  'αβγδεζηθλμξπστυφχψω',
  'абвгдежзийклмнопрсту',
  'नमस्तेश्रीप्रियाक्षत्र',
  'ặệộữỷẢĐốầ',
  '田中太郎김민수',
  'محمدשרה',
  '\u{1e290}\u{1e291}🦊👩🏽‍🚀.',
]
/** 1 to 80 letters of one script or two, with spaces here and there, or none at all. */
const aName = fc
  .tuple(
    fc.constantFrom(...letters),
    fc.constantFrom(...letters),
    fc.integer({ min: 1, max: 80 }),
    fc.array(fc.nat(), { minLength: 80, maxLength: 80 }),
    fc.integer({ min: 2, max: 40 }),
  )
  .map(([one, other, length, picks, gap]) => {
    const signs = [...one, ...other.slice(0, 4)]
    const name = picks
      .slice(0, length)
      .map((pick, i) => (i % gap === gap - 1 ? ' ' : (signs[pick % signs.length] ?? 'x')))
    return name.join('').trim() || 'x'
  })
const aFace: fc.Arbitrary<Face> = fc.record({
  name: aName,
  title: fc.oneof(fc.constant(''), aName),
  standing: fc.constantFrom(...standings),
})
const aCompany = (people: number) =>
  fc.record({
    faces: fc.array(aFace, { minLength: Math.min(people, 40), maxLength: Math.min(people, 40) }),
    ties: fc.array(
      fc
        .tuple(fc.nat(39), fc.nat(39), fc.nat(6))
        .map(([from, to, kind]): FaceTie => ({ from, to, kind: kindAt(kind) })),
      { maxLength: people > 1 ? people * 2 : 2 },
    ),
    title: aName,
  })

/** What must hold of every picture. */
const isSound = (picture: Picture): void => {
  const names = textsOf(picture).filter(({ isName }) => isName)
  const texts = textsOf(picture)
  expectOnSheet(picture)
  for (const [i, name] of names.entries()) {
    for (const other of names.slice(i + 1))
      expect(overlap(name.box, other.box), `${name.text} and ${other.text}`).toBe(false)
    for (const other of texts)
      if (other !== name) expect(overlap(name.box, other.box), `${name.text} and ${other.text}`).toBe(false)
    for (const mark of picture.marks)
      if (mark.kind === 'circle') expect(overlap(name.box, boxOf(mark)), name.text).toBe(false)
    for (const line of linesOf(picture).filter(({ colour }) => colour !== 'sheet'))
      for (const piece of piecesOf(line))
        expect(overlap(name.box, piece), `a line over ${name.text}`).toBe(false)
  }
}

describe.each([1, 2, 4, 12, 40, 300])('a company of %i people', (people) => {
  it.each(['plain', 'real'] as const)(
    'has no two names on each other, and all of it on the sheet: %s letters',
    (which) => {
      fc.assert(
        fc.property(aCompany(people), ({ faces, ties, title }) => {
          const more = people > 40 ? `and ${people - 40} more` : ''
          const { picture } = companyPicture(
            sceneOf(faces, ties, more, title),
            which === 'plain' ? plainPen : realPen,
          )
          isSound(picture)
        }),
        { numRuns: which === 'plain' ? 12 : 4, seed: people },
      )
    },
  )

  it('is laid out alike each time', () => {
    fc.assert(
      fc.property(aCompany(people), ({ faces, ties }) => {
        const laid = () => companyPicture(sceneOf(faces, ties), plainPen)
        expect(laid()).toEqual(laid())
      }),
      { numRuns: 2, seed: people },
    )
  })
})

const someone = (name: string, standing: Face['standing'] = 'met'): Face => ({ name, title: '', standing })
const circlesOf = (picture: Picture) =>
  picture.marks.flatMap((mark) => (mark.kind === 'circle' && mark.r > 10 ? [mark] : []))

describe('where people stand', () => {
  it('offstage is beneath everybody who was met', () => {
    const faces = [
      someone('Ann'),
      someone('Ben', 'offstage'),
      someone('Cy'),
      someone('Di', 'unspoken'),
      someone('Ed', 'offstage'),
    ]
    const circles = circlesOf(companyPicture(sceneOf(faces), plainPen).picture)
    const [met, offstage] = [false, true].map((is) =>
      circles.filter(({ dashed }) => dashed === is).map(({ y }) => y),
    )
    expect(offstage).toHaveLength(2)
    expect(Math.max(...(met ?? []))).toBeLessThan(Math.min(...(offstage ?? [])))
  })

  it('in a crowd says what somebody offstage does, of whom often nothing else is known', () => {
    const crowd = Array.from({ length: 30 }, (_, n): Face => ({ ...someone(`Ann ${n}`), title: 'buyer' }))
    const cfo: Face = { name: 'Someone', title: 'CFO', standing: 'offstage' }
    const texts = textsOf(companyPicture(sceneOf([...crowd, cfo]), plainPen).picture).map(({ text }) => text)
    expect(texts).toContain('CFO')
    expect(texts).not.toContain('buyer')
  })

  it('whoever others report to stands above them', () => {
    const faces = ['Ann', 'Ben', 'Cy', 'Di'].map((name) => someone(name))
    const ties = [0, 1, 2].map((from): FaceTie => ({ from, to: 3, kind: 'reports to' }))
    const [ann, ben, cy, di] = circlesOf(companyPicture(sceneOf(faces, ties), plainPen).picture)
    for (const other of [ann, ben, cy]) expect(di?.y).toBeLessThan(other?.y ?? 0)
  })

  it('a few beneath each other stand in the middle', () => {
    const ties: FaceTie[] = [{ from: 0, to: 1, kind: 'reports to' }]
    const { picture } = companyPicture(
      sceneOf(
        ['Ann', 'Ben'].map((name) => someone(name)),
        ties,
      ),
      plainPen,
    )
    for (const { x } of circlesOf(picture)) expect(Math.abs(x - picture.width / 2)).toBeLessThan(8)
  })

  it('no line runs through a face', () => {
    const faces = Array.from({ length: 12 }, (_, n) => someone(`N${n}`))
    const ties = Array.from(
      { length: 14 },
      (_, n): FaceTie => ({ from: n % 12, to: (n * 5 + 1) % 12, kind: kindAt(n) }),
    )
    const { picture } = companyPicture(sceneOf(faces, ties), plainPen)
    for (const { x, y, r } of circlesOf(picture))
      for (const line of linesOf(picture))
        for (const piece of piecesOf(line)) {
          const core = { x: x - r * 0.6, y: y - r * 0.6, width: r * 1.2, height: r * 1.2 }
          expect(overlap(core, piece)).toBe(false)
        }
  })
})

describe('what is said in the picture', () => {
  it('says how many ties found no room, and how many people', () => {
    const faces = Array.from({ length: 40 }, (_, n) => someone(`N${n}`))
    const ties = Array.from(
      { length: 200 },
      (_, n): FaceTie => ({ from: n % 40, to: (n * 13 + 7) % 40, kind: kindAt(n) }),
    )
    const { picture } = companyPicture(sceneOf(faces, ties, 'and 260 more'), plainPen)
    const said = textsOf(picture).map(({ text }) => text)
    expect(said).toContain('and 260 more')
    const drawn = linesOf(picture).filter(
      ({ colour, points }) => colour === 'sheet' && points.length > 1,
    ).length
    const undrawn = said.flatMap((text) => /^(\d+) more ties\.$/.exec(text)?.[1] ?? [])
    const wanted = new Set(ties.filter(({ from, to }) => from !== to)).size
    expect(undrawn.map(Number)).toEqual([wanted - drawn])
  })

  it('means what it shows: of forms and strokes those that occur', () => {
    const { picture } = companyPicture(
      sceneOf([someone('Ann'), someone('Ben')], [{ from: 0, to: 1, kind: 'married to' }]),
      plainPen,
    )
    const said = textsOf(picture).map(({ text }) => text)
    expect(said).toContain('married to')
    for (const other of ['reports to', 'offstage, not met yet', 'met']) expect(said).not.toContain(other)
  })

  it('gives a number to a name without letters, leaves an emoji away, and says where letters are missing', () => {
    const faces = ['\u{1e290}\u{1e291}', 'Tom Hale 🦊', 'Ana \u{1e290}\u{1e291}', '🦊'].map((name) =>
      someone(name),
    )
    const { picture, numbered } = companyPicture(sceneOf(faces), plainPen)
    expect(numbered).toEqual([
      { number: 1, name: '\u{1e290}\u{1e291}' },
      { number: 2, name: '🦊' },
    ])
    const names = textsOf(picture)
      .filter(({ isName }) => isName)
      .map(({ text }) => text)
    expect(names).toEqual(['No. 1', 'Tom Hale', 'Ana …', 'No. 2'])
    expect(textsOf(picture).map(({ text }) => text)).toEqual(expect.arrayContaining(['1', 'TH', 'A', '2']))
  })
})

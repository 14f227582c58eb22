import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { interactionKinds } from '../../../src/domain/interaction.js'
import { yearPicture } from '../../../src/pictures/layout/year.js'
import type { YearMonth, YearScene } from '../../../src/pictures/layout/year-scene.js'
import { boxOf, expectOnSheet, linesOf, overlap, plainPen, textsOf } from './drawn.js'

const aMonth: fc.Arbitrary<Pick<YearMonth, 'contacts' | 'lines' | 'more'>> = fc.record({
  contacts: fc.array(fc.constantFrom(...interactionKinds), { maxLength: 40 }),
  lines: fc.array(
    fc.record({
      text: fc.oneof(fc.string({ minLength: 1, maxLength: 120 }), fc.constant('“नमस्ते und '.repeat(8))),
      weight: fc.constantFrom('words', 'change', 'plain'),
    }),
    { maxLength: 2 },
  ),
  more: fc.constantFrom('', 'and 3 more'),
})

const yearWith = (months: readonly Partial<YearMonth>[]): YearScene => ({
  title: 'Frank Ortiz',
  subtitle: 'In touch 12 times in the last year, the last time yesterday.',
  months: Array.from({ length: 12 }, (_, n) => ({
    label: 'Dec',
    year: n < 2 ? '2025' : '',
    contacts: [],
    lines: [],
    more: '',
    ...months[n],
  })),
  kinds: interactionKinds.map((kind) => ({ kind, words: `${kind} 12 times` })),
})

describe("somebody's year", () => {
  it('has no two texts on each other, no text on a form, and all of it on the sheet', () => {
    fc.assert(
      fc.property(fc.array(aMonth, { minLength: 12, maxLength: 12 }), (months) => {
        const picture = yearPicture(yearWith(months), plainPen)
        const texts = textsOf(picture)
        expectOnSheet(picture)
        for (const [i, { box, text }] of texts.entries()) {
          for (const other of texts.slice(i + 1)) expect(overlap(box, other.box), text).toBe(false)
          for (const mark of picture.marks)
            if (mark.kind === 'shape') expect(overlap(box, boxOf(mark)), text).toBe(false)
        }
      }),
      { numRuns: 30, seed: 9 },
    )
  })

  it('shows silence as a dotted stem, and contact as a solid one', () => {
    const stems = linesOf(yearPicture(yearWith([{}, { contacts: ['met'] }]), plainPen)).slice(0, 3)
    expect(stems.map(({ stroke }) => stroke)).toEqual(['dotted', 'solid', 'dotted'])
  })

  it('shows each contact by its form, and counts those that have no room', () => {
    const few = yearPicture(yearWith([{ contacts: ['met', 'called', 'emailed', 'messaged'] }]), plainPen)
    const forms = few.marks.flatMap((mark) => (mark.kind === 'shape' ? [mark.shape] : []))
    expect(forms.slice(0, 4)).toEqual(['disc', 'triangle', 'square', 'diamond'])
    const many = yearPicture(yearWith([{ contacts: Array.from({ length: 30 }, () => 'met') }]), plainPen)
    const shown = many.marks.filter((mark) => mark.kind === 'shape').length - interactionKinds.length
    expect(textsOf(many).map(({ text }) => text)).toContain(`+${30 - shown}`)
  })
})

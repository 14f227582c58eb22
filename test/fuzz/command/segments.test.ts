import fc from 'fast-check'
import { expect, test } from 'vitest'
import { searchWords } from '../../../src/domain/names.js'
import { segmentsOf } from '../../../src/domain/segments.js'
import { cases } from '../support/budget.js'
import { hostileText } from '../support/hostile-text.js'

const words = new Intl.Segmenter('en', { granularity: 'word' })
const signs = new Intl.Segmenter('en', { granularity: 'grapheme' })
const texts = (segments: Iterable<{ segment: string; index: number }>): [number, string][] =>
  Array.from(segments, ({ index, segment }) => [index, segment])

test.each([
  ['words', words],
  ['signs', signs],
] as const)('the %s of a long text are those that it has when it is read at once', (_, segmenter) => {
  // With spaces in it: where there are none, as in Thai, words are guessed from what stands around them.
  const piece = fc.oneof(fc.stringMatching(/^[a-z0-9.,:'’_é🙂𝔉-]{1,30}$/u), hostileText(4))
  const text = fc.array(piece, { minLength: 1, maxLength: 400 }).map((pieces) => pieces.join(' '))
  fc.assert(
    fc.property(text, (each) => {
      expect(texts(segmentsOf(segmenter, each))).toEqual(texts(segmenter.segment(each)))
    }),
    cases(30),
  )
})

test('a word that is longer than what is read at once is one word', () => {
  for (const length of [1023, 1024, 1025, 5000])
    expect(searchWords(`a ${'x'.repeat(length)} b`)).toEqual(['a', 'x'.repeat(length), 'b'])
})

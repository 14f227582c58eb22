import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { editDistance, fold, isWithin, nameKeys, searchWords } from '../../src/domain/names.js'

const anyText = fc.string({ unit: 'grapheme', maxLength: 60 })

describe('names compare without case and accents', () => {
  test.each([
    ['Frànk  ORTIZ', 'frank ortiz'],
    ['  Łukasz Ørsted\tÆsir ', 'lukasz orsted aesir'],
    ['Jürgen Groß', 'JURGEN GROSS'],
    ['İpek Işık', 'ipek isik'],
    ['O’Brien', "O'Brien"],
    ['O´Brien', "o'brien"],
    ['Ｆｒａｎｋ', 'frank'],
    ['Ann‑Marie', 'ann-marie'],
    ['ΟΔΥΣΣΕΥΣ', 'Οδυσσευς'],
    ['Андрей', 'андреи'],
    ['שָׁלוֹם', 'שלום'],
    ['أحمد', 'احمد'],
    ['Frank\u200B Or\u00ADtiz\u200F', 'frank ortiz'],
    ['FRANK ortiz', 'frank ortiz'],
  ])('%s is %s', (a, b) => {
    expect(fold(a)).toBe(fold(b))
  })

  test.each([
    ['सीमा', 'सोम'],
    ['がく', 'かく'],
    ['김', '감'],
    ['Frank', 'Franka'],
    ['பா', 'பு'],
  ])('%s is not %s', (a, b) => {
    expect(fold(a)).not.toBe(fold(b))
  })

  test('plain letters are folded as they are beside others', () => {
    const plain = fc
      .string({ unit: 'binary-ascii', maxLength: 60 })
      .map((text) => `a${text.replaceAll('\0', '')}b`)
    fc.assert(
      fc.property(plain, (text) => {
        expect(fold(`${text}é`)).toBe(`${fold(text)}e`)
      }),
    )
  })

  test('folding twice is folding once', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(fold(fold(text))).toBe(fold(text))
      }),
    )
  })
})

describe('the keys of a name', () => {
  const keys = (name: string) => nameKeys(name).map(({ kind, key }) => `${kind} ${key}`)

  test('a name of two words is also called by either of them, and by initials', () => {
    expect(keys('Frank Ortiz')).toEqual(['full frank ortiz', 'given frank', 'family ortiz', 'initials fo'])
  })
  test('a family name of several words is called by all of them or by the last', () => {
    expect(keys('Anna van der Berg')).toEqual([
      'full anna van der berg',
      'given anna',
      'family van der berg',
      'family berg',
      'initials avdb',
    ])
  })
  test('one word has one key', () => {
    expect(keys('Cher')).toEqual(['full cher'])
  })
})

describe('the words of a text', () => {
  test('of plain signs are those that the segmenter finds, whatever stands between them', () => {
    const segmenter = new Intl.Segmenter('en', { granularity: 'word' })
    const found = (text: string) =>
      Array.from(segmenter.segment(text)).flatMap(({ segment, isWordLike }) => (isWordLike ? segment : []))
    const signs = [...'ab1.\',;:_-@/ "']
    let texts = ['']
    for (let length = 1; length <= 4; length++) {
      texts = texts.flatMap((text) => signs.map((sign) => text + sign))
      // What is folded away is not told apart.
      for (const text of texts) if (fold(text) === text) expect(searchWords(text), text).toEqual(found(text))
    }
    const plain = fc.string({ unit: 'binary-ascii', maxLength: 40 }).map(fold)
    fc.assert(
      fc.property(plain, (text) => {
        expect(searchWords(text)).toEqual(found(text))
      }),
    )
  })

  test('come folded and without punctuation', () => {
    expect(searchWords('Proud, of his “team’s” record! #Feeling')).toEqual([
      'proud',
      'of',
      'his',
      "team's",
      'record',
      'feeling',
    ])
  })
  test('are found in a script without spaces', () => {
    expect(searchWords('東京で会った').length).toBeGreaterThan(1)
  })
})

describe('edit distance', () => {
  test.each([
    ['note', 'note', 0],
    ['nte', 'note', 1],
    ['ntoe', 'note', 1],
    ['nots', 'note', 1],
    ['', 'due', 3],
    ['due', '', 3],
    ['hlep', 'help', 1],
    ['🎉a', '🎈a', 1],
  ])('of %s and %s is %i', (a, b, distance) => {
    expect(editDistance(a, b)).toBe(distance)
  })

  test('is the same both ways and never more than the longer word', () => {
    fc.assert(
      fc.property(anyText, anyText, (a, b) => {
        expect(editDistance(a, b)).toBe(editDistance(b, a))
        expect(editDistance(a, b)).toBeLessThanOrEqual(Math.max([...a].length, [...b].length))
      }),
    )
  })

  test('is told without being counted, where only so many edits are asked for', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '🎉', '🎈'), maxLength: 8 })
    fc.assert(
      fc.property(word, word, fc.nat(3), (a, b, edits) => {
        expect(isWithin(a, b, edits)).toBe(editDistance(a, b) <= edits)
      }),
      { numRuns: 3_000 },
    )
    const plain = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 })
    fc.assert(
      fc.property(plain, plain, fc.nat(3), (a, b, edits) => {
        expect(isWithin(a, b, edits)).toBe(editDistance(a, b) <= edits)
      }),
      { numRuns: 3_000 },
    )
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { longestNote } from '../../../src/domain/note.js'
import { readCommand, readDetails } from '../../../src/slack/command/grammar.js'
import { refusalText } from '../../../src/slack/command/refusal-text.js'
import { isVerb, verbs } from '../../../src/slack/command/verbs.js'
import { likelyWho, whoCandidates } from '../../../src/slack/command/who.js'
import { read, today, typed } from './reading.js'

const allVerbs = Object.keys(verbs).filter(isVerb)

/** Everything that reading a command can run into. */
const readAll = (text: string): void => {
  const { verb, rest } = readCommand(text)
  likelyWho(rest, true)
  const tails = [rest, ...whoCandidates(rest).map(({ tail }) => tail)]
  for (const tail of tails) {
    const details = readDetails(verb, tail, today)
    if (details.kind === 'refusal') refusalText(details, { verb, who: rest })
  }
}

describe('text as typed', () => {
  test.each([
    ['emoji', '👩‍👩‍👧 🎉 #feeling'],
    ['right to left', 'הבת שלי מתחילה ללמוד'],
    ['marks of direction', '\u202Eevil\u202C'],
    ['what would ring', '<!channel> & <https://x|y> <@U1>'],
    ['unbalanced quotes', '“proud" \'of „him'],
    ['bare entities', '&lt; &amp; &gt;'],
    ['formatting', '*bold* _it_ ~no~ `code` ```block```'],
    ['two thousand words', 'word '.repeat(2000).trim()],
    ['four thousand letters', 'x'.repeat(4000)],
    ['four thousand colons', ': '.repeat(1999).trim()],
  ])('%s is kept word for word', (_, text) => {
    expect(read(`note frank ${typed(text)}`).details).toMatchObject({
      kind: 'note',
      text: text.replace(/^: /, ''),
    })
    expect(read(`met frank yesterday: ${typed(text)}`).details).toMatchObject({ kind: 'met', text })
  })

  test('what Slack made of a ring or a link is kept as words', () => {
    expect(read('note frank <!channel> saw <https://x.example|y> &amp; <@U1|ana>').details).toMatchObject({
      text: '@channel saw y & @ana',
    })
  })

  test('a text longer than a note is refused and kept', () => {
    const text = 'x'.repeat(longestNote + 1)
    for (const verb of ['note', 'heard', 'met', 'find'] as const)
      expect(readDetails(verb, ` ${text}`, today)).toMatchObject({ reason: 'too-long', what: 'text', text })
    expect(readDetails('note', ` ${text.slice(1)}`, today)).toMatchObject({ kind: 'note' })
  })

  test('a note is what was typed behind its person, whatever it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (any) => {
        const text = any.replace(/(?!\n)[\p{Cc}\s]+/gu, ' ').trim()
        fc.pre(text !== '')
        expect(read(`note frank: ${typed(text)}`).details).toEqual({ kind: 'note', text })
      }),
    )
  })
})

describe('anything at all', () => {
  test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'every __proto__ weeks'])(
    'the name of what every object has is only a word: %s',
    (word) => {
      for (const verb of allVerbs) expect(() => readAll(`${verb} ${word}`)).not.toThrow()
      for (const verb of allVerbs) expect(() => readAll(`${verb} frank ${word}: x`)).not.toThrow()
    },
  )

  test('is read without an error, behind every verb', () => {
    const word = fc.constantFrom(
      ...allVerbs,
      ...'frank Ortiz : , - – . " “ ” \' at since also by on in for to me here never 12/3 31 may 3 ago weeks friday'.split(
        ' ',
      ),
      ...'2026-02-31 <@U1|a> <#C1> <!here> &lt; < > f@a.example :tada: 99999999999999999999 \uFDD0 \uD83D \n'.split(
        ' ',
      ),
    )
    const text = fc.oneof(
      fc.array(word, { maxLength: 14 }).map((list) => list.join(' ')),
      fc.string({ unit: 'binary', maxLength: 80 }),
    )
    fc.assert(
      fc.property(fc.constantFrom('', ...allVerbs), text, (verb, rest) => {
        readAll(`${verb} ${rest}`)
      }),
      { numRuns: 2000 },
    )
  })

  test.each([
    ['words', 'word '],
    ['letters', 'x'],
    ['colons', ':'],
    ['colons with spaces', ': '],
    ['commas', ','],
    ['spaces', ' '],
    ['brackets', '<'],
    ['addresses', 'a@b.example '],
    ['dots', 'a@b.'],
    ['mentions', '<@U1|a> '],
    ['quotes', '"'],
    ['since', 'since '],
    ['at', 'at '],
    ['days', '1 day ago '],
    ['weekdays', 'sat with '],
    ['dashes', ' - '],
    ['emoji', ':a:'],
    ['marks', 'a\u0301'],
  ])('four thousand letters of %s take no time', (_, part) => {
    const long = part.repeat(Math.ceil(4000 / part.length))
    readAll('met frank friday')
    const began = performance.now()
    for (const verb of allVerbs) readAll(`${verb} frank ${long}`)
    // Twenty verbs, each read behind up to a dozen people.
    expect((performance.now() - began) / allVerbs.length).toBeLessThan(50)
  })
})

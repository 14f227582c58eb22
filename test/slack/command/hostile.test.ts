import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { longestNote } from '../../../src/domain/note.js'
import { tieKinds } from '../../../src/domain/tie.js'
import { dropDelimiter, withoutOuterQuotes } from '../../../src/slack/command/delimiters.js'
import { readCommand, readDetails } from '../../../src/slack/command/grammar.js'
import { refusalText } from '../../../src/slack/command/refusal-text.js'
import { isVerb, verbs } from '../../../src/slack/command/verbs.js'
import { likelyWho, whoCandidates } from '../../../src/slack/command/who.js'
import { plainText, unescapeSlack } from '../../../src/slack/command/words.js'
import { busyMs } from '../../support/busy.js'
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
    for (const verb of [
      'note',
      'heard',
      'met',
      'find',
      'situation',
      'ask',
      'answered',
      'prefers',
      'promise',
      'step',
      'kept',
      'broke',
    ] as const)
      expect(readDetails(verb, ` ${text}`, today)).toMatchObject({ reason: 'too-long', what: 'text', text })
    expect(readDetails('note', ` ${text.slice(1)}`, today)).toMatchObject({ kind: 'note' })
    for (const verb of ['trigger', 'date', 'promise', 'step', 'met'] as const)
      expect(readDetails(verb, ` today: ${text}`, today)).toMatchObject({
        reason: 'too-long',
        text: `today: ${text}`,
      })
    expect(readDetails('date', ` ${text} on 14 march`, today)).toMatchObject({
      reason: 'too-long',
      text: `${text} on 14 march`,
    })
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

/** What people type, and what is near to it. */
const anyWord = fc.constantFrom(
  ...allVerbs,
  ...'frank Ortiz susan : , - – . " “ ” \' at since also by on in for to me here never 12/3 31 may 3 ago weeks friday'.split(
    ' ',
  ),
  ...'2026-02-31 <@U1|a> <#C1> <!here> &lt; < > f@a.example :tada: 99999999999999999999 \uFDD0 \uD83D \n'.split(
    ' ',
  ),
  ...'14 march february 29 30 1971 2027 birthday once yearly renewal today tomorrow yesterday a is of the end'.split(
    ' ',
  ),
  ...tieKinds,
  'is married to',
  'introduced',
)
const anyText = fc.oneof(
  fc.array(anyWord, { maxLength: 14 }).map((list) => list.join(' ')),
  fc.string({ unit: 'binary', maxLength: 80 }),
)

describe('what was typed is never lost', () => {
  const whole = (tail: string): string => plainText(dropDelimiter(tail).text)
  const words = (text: string): string[] =>
    text.split(/[\s,:;.!?…–—"“”„«»'‘’‚-]+/u).filter((each) => each !== '')

  test('a refusal holds all of it, behind every verb', () => {
    fc.assert(
      fc.property(fc.constantFrom(...allVerbs), anyText, (verb, typed) => {
        const tail = ` ${unescapeSlack(typed)}`
        const details = readDetails(verb, tail, today)
        if (details.kind !== 'refusal') return
        const kept = verbs[verb].who ? whole(tail) : plainText(tail).trim()
        expect(withoutOuterQuotes(details.text)).toBe(withoutOuterQuotes(kept))
      }),
      { numRuns: 2000 },
    )
  })

  test('what is read holds every word but those of its day', () => {
    const verb = fc.constantFrom('promise', 'step', 'date', 'trigger', 'situation', 'ask', 'kept', 'prefers')
    fc.assert(
      fc.property(verb, anyText, (each, typed) => {
        const tail = ` ${unescapeSlack(typed)}`
        const details = readDetails(each, tail, today)
        if (details.kind === 'refusal' || !('text' in details)) return
        expect(whole(tail)).toContain(details.text)
        const day = details.kind === 'trigger' || details.kind === 'date'
        const dueOn = 'dueOn' in details ? details.dueOn : null
        const left = words(whole(tail)).length - words(details.text).length
        // "by tuesday, the 3rd of march 2027", and what joined it to a text before it: at most so many.
        expect(left).toBeLessThanOrEqual(day || dueOn !== null ? 12 : 0)
      }),
      { numRuns: 2000 },
    )
  })

  test('a tie has its relation in front and the other one behind', () => {
    fc.assert(
      fc.property(fc.constantFrom(...tieKinds), anyText, (relation, typed) => {
        const who = unescapeSlack(typed).trim()
        const details = readDetails('tie', ` ${relation} ${who}`, today)
        if (details.kind === 'refusal') expect(details.text).toBe(plainText(`${relation} ${who}`).trim())
        else expect(details).toEqual({ kind: 'tie', relation, who: dropDelimiter(` ${who}`).text })
      }),
    )
  })

  test('either reading of an ambiguous day goes on with the text already typed', () => {
    const small = fc.integer({ min: 1, max: 12 })
    const verb = fc.constantFrom('promise', 'step', 'trigger', 'date')
    const year = fc.constantFrom('', '/2031', '/31')
    const text = fc.oneof(
      fc.stringMatching(/^[a-z][a-z :,-]{0,20}[a-z]$/),
      fc.constantFrom('birthday', 'renewal'),
    )
    fc.assert(
      fc.property(verb, small, small, year, text, (each, a, b, typedYear, said) => {
        fc.pre(a !== b)
        const asked = readDetails(each, ` by ${a}/${b}${typedYear}: ${said}`, today)
        if (asked.kind !== 'refusal' || asked.reason !== 'ambiguous-date') throw new Error('not asked about')
        for (const [index, tail] of asked.tails.entries()) {
          const details = readDetails(each, tail, today)
          const on = asked.options[index] ?? ''
          expect(details).toMatchObject({ kind: each, text: said })
          const read =
            details.kind === 'date'
              ? details.monthDay
              : 'dueOn' in details
                ? details.dueOn?.slice(5)
                : 'on' in details
                  ? details.on?.slice(5)
                  : null
          expect(read).toBe(on.slice(5))
        }
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
    fc.assert(
      fc.property(fc.constantFrom('', ...allVerbs), anyText, (verb, rest) => {
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
    ['ins', 'in '],
    ['bys', 'by '],
    ['joints', 'is on: '],
    ['friends', 'is friends with '],
    ['questions', '? '],
    ['years', 'every year '],
    ['apostrophes', "'71 "],
    ['marks', 'a\u0301'],
  ])('four thousand letters of %s take no time', async (_, part) => {
    const long = part.repeat(Math.ceil(4000 / part.length))
    readAll('met frank friday')
    const busy = await busyMs(() => allVerbs.map((verb) => readAll(`${verb} frank ${long}`)))
    // Each verb is read behind up to a dozen people.
    expect(busy / allVerbs.length).toBeLessThan(50)
  })
})

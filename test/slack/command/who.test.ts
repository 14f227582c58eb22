import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fold } from '../../../src/domain/names.js'
import { likelyWho, whoCandidates } from '../../../src/slack/command/who.js'
import { unescapeSlack } from '../../../src/slack/command/words.js'

const texts = (rest: string) => whoCandidates(unescapeSlack(rest)).map(({ text }) => text)

describe('the runs of words that may name somebody', () => {
  test.each([
    ['frank ortiz proud', ['frank ortiz proud', 'frank ortiz', 'frank']],
    ['frank ortiz: proud of', ['frank ortiz', 'frank']],
    ['frank : proud', ['frank']],
    ['frank:', ['frank']],
    ['frank 10:30 call', ['frank 10:30 call', 'frank 10:30', 'frank']],
    ['frank :tada: won', ['frank :tada: won', 'frank :tada:', 'frank']],
    ['frank, ortiz', ['frank, ortiz', 'frank,', 'frank']],
    ['“Frank Ortiz” sings', ['“Frank Ortiz” sings', '“Frank Ortiz”', 'Frank Ortiz', '“Frank']],
    ['frank <@U1>', ['frank']],
    ['frank<@U1>', ['frank']],
    ['<@U1|f o> sings', ['@f o']],
    ['f@a.example: hi', ['f@a.example']],
    ['(f@a.example), hi', ['f@a.example']],
    [
      'a b c d e f g h i j k l m n',
      'a b c d e f g h i j k l'.split(' ').map((_, i, all) => all.slice(0, 12 - i).join(' ')),
    ],
    [': text', []],
    [' \n ', []],
    ['', []],
  ])('%s', (rest, expected) => {
    expect(texts(rest)).toEqual(expected)
  })

  test('a run fills the space up to the first colon or the end, or it does not', () => {
    const fills = (rest: string) =>
      whoCandidates(unescapeSlack(rest))
        .filter((each) => each.fills)
        .map(({ text }) => text)
    expect(fills('fo: sings')).toEqual(['fo'])
    expect(fills('fo : sings')).toEqual(['fo'])
    expect(fills('fo.')).toEqual(['fo.', 'fo'])
    expect(fills('frank ortiz')).toEqual(['frank ortiz'])
    expect(fills('fo - sings')).toEqual(['fo - sings'])
    expect(fills('<@U1>: sings')).toEqual(['<@U1>'])
    expect(fills('<@U1> sings')).toEqual([])
    expect(fills('f@a.example, sings')).toEqual([])
    expect(fills('f@a.example')).toEqual(['f@a.example'])
  })

  test('any name is found at the front of any text, with that text behind it', () => {
    const word = fc.stringMatching(/^[\p{L}\p{M}.'’-]{0,8}\p{L}$/u)
    const name = fc.array(word, { minLength: 1, maxLength: 5 }).map((list) => list.join(' '))
    const tail = fc.oneof(
      fc.constant(''),
      fc.string({ unit: 'grapheme' }).map((text) => `: ${text}`),
      fc.constant(' x y'),
    )
    fc.assert(
      fc.property(name, tail, (who, behind) => {
        const found = whoCandidates(who + behind).find(({ key }) => key === fold(who))
        expect(found?.tail).toBe(behind)
        if (behind.startsWith(':')) expect(found?.fills).toBe(true)
      }),
    )
  })

  test('nothing typed is lost between a candidate and its tail, whatever was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (rest) => {
        for (const { text, tail, kind } of whoCandidates(rest)) {
          expect(rest.endsWith(tail)).toBe(true)
          const front = rest.slice(0, rest.length - tail.length)
          expect(kind === 'mention' || front.includes(text)).toBe(true)
          expect(front.length - text.length).toBeLessThanOrEqual(rest.search(/\S/u) + 8)
        }
      }),
    )
  })
})

describe('who was probably meant, when nobody fits', () => {
  test.each([
    ['susan', 'susan'],
    ['susan mayer: likes tea', 'susan mayer'],
    ['Susan Mayer likes tea very much', 'Susan Mayer'],
    ['Susan Mayer, CFO, likes tea', 'Susan Mayer'],
    ['susan likes tea very much', 'susan'],
    ['susan, who likes tea very much', 'susan'],
    ['<@U1|susan> likes tea', '@susan'],
    ['', null],
  ])('%s', (rest, name) => {
    expect(likelyWho(unescapeSlack(rest), false)?.text ?? null).toBe(name)
  })

  test('leaves something to be kept where the command needs text', () => {
    expect(likelyWho('bob hello there', true)?.text).toBe('bob')
    expect(likelyWho('bob marley: hello there', true)?.text).toBe('bob marley')
    expect(likelyWho('Bob Marley hello there', true)?.text).toBe('Bob Marley')
    expect(likelyWho('bob marley', false)?.text).toBe('bob marley')
  })
})

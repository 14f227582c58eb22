import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isLocalDate } from '../../../src/domain/local-time.js'
import { readCommand, readDetails } from '../../../src/slack/command/grammar.js'
import { firstOfTwo } from '../../../src/slack/command/merge-details.js'
import { refusalText } from '../../../src/slack/command/refusal-text.js'
import { isVerb, verbs } from '../../../src/slack/command/verbs.js'
import { likelyWho, whoCandidates, wholeReadings } from '../../../src/slack/command/who.js'
import { plainText, slackText, unescapeSlack } from '../../../src/slack/command/words.js'
import { cases, patience, tried } from '../support/budget.js'
import { hostileText } from '../support/hostile-text.js'

const allVerbs = Object.keys(verbs).filter(isVerb)
const days = ['2026-11-24', '2024-02-29', '1999-12-31', '2100-02-28']
const sentence = fc.oneof(
  { weight: 3, arbitrary: hostileText(25) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(hostileText(4), fc.integer({ min: 2, max: 2000 }))
      .map(([text, times]) => text.repeat(times).slice(0, 12_000)),
  },
)
const line = fc
  .tuple(
    fc.constantFrom('', ...allVerbs, '/person', 'NOTE', '`note'),
    fc.constantFrom(' ', '  ', '\n', '\u00a0', ': '),
    sentence,
  )
  .map((parts) => parts.join(''))

/** What must be true of text that is kept: no mark of ours, no half sign, nothing without a shape. */
const isKeepable = (text: string): void => {
  expect(text).not.toMatch(/[\uFDD0\uFDD1]|\p{Cs}|(?![\n\t])\p{Cc}/u)
}

/** Every text in a reading, however deep. */
const textsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}

describe('whatever is typed', () => {
  let read = 0

  test('is read without an error, and what is read can be kept and shown', { timeout: patience() }, () => {
    fc.assert(
      fc.property(line, fc.constantFrom(...days), (typed, today) => {
        const command = readCommand(typed)
        isKeepable(plainText(command.whole))
        expect(plainText(command.whole)).toContain(plainText(command.rest))
        likelyWho(command.rest, true)
        const tails = [
          command.rest,
          ...[...whoCandidates(command.rest), ...firstOfTwo(command.rest)].map(({ tail }) => tail),
        ]
        for (const tail of new Set(tails)) {
          const details = readDetails(command.verb, tail, today)
          read += 1
          for (const text of textsIn(details)) isKeepable(plainText(text))
          if (details.kind === 'refusal')
            isKeepable(refusalText(details, { verb: command.verb, who: plainText(command.rest) }))
          for (const key of ['on', 'dueOn', 'sinceOn'] as const) {
            const on = key in details ? Reflect.get(details, key) : null
            if (on !== null) expect(isLocalDate(on)).toBe(true)
          }
        }
      }),
      cases(1500),
    )
    tried('readings of details', read)
  })

  test('names somebody by whole words, and loses nothing behind them', { timeout: patience() }, () => {
    fc.assert(
      fc.property(line, (typed) => {
        const { rest } = readCommand(typed)
        for (const { text, key, tail } of [...whoCandidates(rest), ...wholeReadings(rest)]) {
          expect(key).not.toBe('')
          expect(rest.endsWith(tail)).toBe(true)
          expect(plainText(rest)).toContain(text)
        }
      }),
      cases(2000),
    )
  })

  test('an address ends where a mention begins', () => {
    const [who] = whoCandidates(readCommand('note frank@x.example<#C0X|general>').rest)
    expect(who).toMatchObject({ text: 'frank@x.example' })
  })

  test('is the same after it was put away and taken up again, and once more', { timeout: patience() }, () => {
    fc.assert(
      fc.property(line, (typed) => {
        const marked = unescapeSlack(typed)
        expect(unescapeSlack(slackText(marked))).toBe(marked)
        const { verb, whole } = readCommand(typed)
        expect(readCommand(slackText(whole))).toMatchObject({ verb, whole })
      }),
      cases(2000),
    )
  })
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { needlesFor, withoutNames } from '../../../src/domain/mentions.js'
import { fold, searchWords } from '../../../src/domain/names.js'
import { readPasted } from '../../../src/domain/reading/reading.js'
import { readCommand, readDetails } from '../../../src/slack/command/grammar.js'
import { isVerb, type Verb, verbs } from '../../../src/slack/command/verbs.js'
import { likelyWho, whoCandidates } from '../../../src/slack/command/who.js'
import { plainText, slackText, unescapeSlack } from '../../../src/slack/command/words.js'
import { withoutMention } from '../../../src/slack/listening/messages.js'
import { chunks, clip, inline, userText } from '../../../src/slack/views/blocks.js'
import { cases, patience, tried } from '../support/budget.js'
import { hostileText } from '../support/hostile-text.js'

const needles = needlesFor({
  names: ['Frank Ortiz'],
  addresses: ['frank@acme.example'],
  slackUserIds: ['U0FRANK'],
})
const reads =
  (verb: Verb) =>
  (text: string): void => {
    const { rest } = readCommand(`${verb} frank ${text}`)
    likelyWho(rest, true)
    for (const { tail } of whoCandidates(rest)) readDetails(verb, tail, '2026-11-24')
  }
/** Everything that reads or writes text of any length, by name. */
const readers: readonly (readonly [string, (text: string) => unknown])[] = [
  ...Object.keys(verbs)
    .filter(isVerb)
    .map((verb) => [verb, reads(verb)] as const),
  ['a command of any kind', (text) => whoCandidates(readCommand(text).rest)],
  ["Slack's escapes", (text) => slackText(unescapeSlack(text))],
  ['plain text', (text) => plainText(unescapeSlack(text))],
  ['a mention of the bot', (text) => withoutMention(text, 'U0BOT')],
  ['folding', fold],
  ['words to search', searchWords],
  ['what was pasted', readPasted],
  ['forgetting', (text) => withoutNames(text, needles)],
  ['clipping', (text) => clip(text, 2900)],
  ['escaping', userText],
  ['one line', inline],
  ['pieces', chunks],
]

/** Milliseconds of this process at best: others use this machine. */
const took = (work: (text: string) => unknown, text: string): number => {
  let best = Number.POSITIVE_INFINITY
  for (let tries = 0; tries < 3; tries++) {
    const began = process.cpuUsage()
    work(text)
    const { user, system } = process.cpuUsage(began)
    best = Math.min(best, (user + system) / 1000)
  }
  return best
}

/** Twice as long as a note can be, and as long. */
const [long, half] = [24_000, 12_000]
/** No text of that length needs more, whatever it is; what is quadratic needs a second. */
const plentyMs = 100

test('text of any kind and twice the length takes twice the time', { timeout: patience(60_000) }, () => {
  let texts = 0
  const unit = fc.oneof(
    fc.constantFrom(
      'word ',
      'x',
      ':',
      ': ',
      ',',
      ' ',
      '<',
      '&',
      'a@b.',
      '<@U1|a> ',
      '"',
      'at ',
      'by ',
      '. ',
      '-',
      '\n',
      '--\n',
      'in ',
    ),
    hostileText(3).filter((text) => text !== ''),
    fc
      .tuple(fc.string({ maxLength: 3 }), hostileText(2))
      .map((parts) => parts.join(''))
      .filter((text) => text !== ''),
  )
  const ends = fc.constantFrom('', 'x', '>', '"', ':', 'friday:')
  fc.assert(
    fc.property(unit, ends, fc.constantFrom(...readers), (again, end, [name, work]) => {
      const ofLength = (length: number): string =>
        again.repeat(Math.ceil(length / again.length)).slice(0, length) + end
      texts += 1
      const growth = (): number => {
        const whole = took(work, ofLength(long))
        return whole < plentyMs ? 1 : whole / took(work, ofLength(half))
      }
      let times = growth()
      for (let tries = 0; tries < 2 && times >= 3; tries++) times = Math.min(times, growth())
      expect(times, `${name} of ${JSON.stringify(again)}`).toBeLessThan(3)
    }),
    { ...cases(200), endOnFailure: true },
  )
  tried('long texts', texts)
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  channelMentions,
  plainText,
  slackText,
  unescapeSlack,
  userMentions,
} from '../../../src/slack/command/words.js'
import { typed } from './reading.js'

const plain = (raw: string) => plainText(unescapeSlack(raw))

describe("Slack's escapes are undone once", () => {
  test.each([
    ['R&amp;D &lt;3', 'R&D <3'],
    ['&amp;lt;', '&lt;'],
    ['&quot;', '&quot;'],
    ['<mailto:f@a.example|f@a.example>', 'f@a.example'],
    ['<mailto:f@a.example>', 'f@a.example'],
    ['<mailto:f@a.example|Frank>', 'Frank f@a.example'],
    ['<tel:+15551234|555 1234>', '555 1234'],
    ['<tel:+15551234>', '+15551234'],
    ['<https://u.example?a=1&amp;b=2>', 'https://u.example?a=1&b=2'],
    ['<https://u.example|the R&amp;D page>', 'the R&D page'],
    ['<https://u.example|>', 'https://u.example'],
    ['<!channel> and <!here|here>', '@channel and here'],
    ['<!subteam^S1|@sales> <!subteam^S1>', '@sales @subteam'],
    ['<!date^1^{date}^https://u|1 March>', '1 March'],
    ['<@U1|ana> <@U2>', '@ana <@U2>'],
    ['<#C1|sales> <#C2|> <#C3>', '#sales <#C2> <#C3>'],
    ['a < b > c <> <b>', 'a < b > c <> <b>'],
    ['<@not a user>', '<@not a user>'],
    ['“curly” stays', '“curly” stays'],
    ['one\r\ntwo\rthree\u0000\u0007', 'one\ntwo\nthree'],
    ['\uFDD0@U1\uFDD1', '\uFFFD@U1\uFFFD'],
    ['half an emoji \uD83D', 'half an emoji \uFFFD'],
  ])('%s', (raw, text) => {
    expect(plain(raw)).toBe(text)
  })

  test('signs typed by hand are never a mention', () => {
    const text = unescapeSlack(typed('<@U1> <#C1|x> <!channel>'))
    expect(userMentions(text)).toEqual([])
    expect(channelMentions(text)).toEqual([])
    expect(plainText(text)).toBe('<@U1> <#C1|x> <!channel>')
  })

  test('whatever is typed arrives as typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const shaped = text.replace(/\r\n?/g, '\n').replace(/(?![\n\t])\p{Cc}/gu, '')
        expect(plain(typed(shaped))).toBe(shaped)
      }),
    )
  })
})

describe('mentions', () => {
  test('are told from the text around them', () => {
    const text = unescapeSlack('to <@UANA|ana r> in <#C1|sales>')
    expect(userMentions(text)).toMatchObject([{ id: 'UANA', label: 'ana r' }])
    expect(channelMentions(text)).toMatchObject([{ id: 'C1', label: 'sales' }])
  })
  test('show a name that somebody looked up', () => {
    expect(plainText(unescapeSlack('<@UANA> <@UBEN>'), (id) => (id === 'UANA' ? 'Ana Ruiz' : null))).toBe(
      '@Ana Ruiz <@UBEN>',
    )
  })
  test('survive being put away and read again, with everything else', () => {
    const part = fc.oneof(
      fc.string({ unit: 'grapheme' }).map(typed),
      fc.constantFrom(
        '<@U1|ana &amp; co>',
        '<@U2>',
        '<#C1|x>',
        '<!channel>',
        '<https://u|&lt;t&gt;>',
        '<',
        '>',
        '&amp;amp;',
      ),
    )
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const text = unescapeSlack(parts.join(' '))
        expect(unescapeSlack(slackText(text))).toBe(text)
      }),
    )
  })
})

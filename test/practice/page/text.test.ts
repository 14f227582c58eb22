import { describe, expect, it } from 'vitest'
import type { Inline, Piece } from '../../../src/practice/page/app/text/inline.js'
import { parseMarkdown } from '../../../src/practice/page/app/text/markdown.js'
import { parseMrkdwn } from '../../../src/practice/page/app/text/mrkdwn.js'

/** Pieces as a short text, so that they can be compared by eye: [bold words], {link -> address}. */
const inline = (of: readonly Inline[]): string =>
  of
    .map((one) => {
      switch (one.kind) {
        case 'text':
          return one.text
        case 'code':
          return `[code ${one.text}]`
        case 'link':
          return `{${inline(one.of)} -> ${one.url}}`
        case 'user':
        case 'channel':
          return `[${one.kind} ${one.id}]`
        case 'broadcast':
          return `[ring ${one.range}]`
        case 'emoji':
          return `[emoji ${one.name}]`
        default:
          return `[${one.kind} ${inline(one.of)}]`
      }
    })
    .join('')
const piece = (one: Piece): string => {
  if (one.kind === 'code') return `code(${one.text})`
  if (one.kind === 'heading') return `heading(${inline(one.line)})`
  if (one.kind === 'list') return `list(${one.items.map(inline).join('; ')})`
  return `${one.kind}(${one.lines.map(inline).join('; ')})`
}
const mrkdwn = (text: string, isVerbatim = false) => parseMrkdwn(text, isVerbatim).map(piece).join(' ')
const markdown = (text: string) => parseMarkdown(text).map(piece).join(' ')

describe('mrkdwn', () => {
  it.each([
    ['*bold* and _it_ and ~gone~', 'lines([bold bold] and [italic it] and [strike gone])'],
    ['*bold _and both_*', 'lines([bold bold [italic and both]])'],
    ['2*3*4 and snake_case_name', 'lines(2*3*4 and snake_case_name)'],
    ['* not bold *', 'lines(* not bold *)'],
    ['*not\nbold*', 'lines(*not; bold*)'],
    ['`*code*` &amp; &lt;b&gt;', 'lines([code *code*] & <b>)'],
    ['&gt; said\n&gt; twice\nthen', 'quote(said; twice) lines(then)'],
    ['before ```a *b*\nc``` after', 'lines(before ) code(a *b*\nc) lines( after)'],
    ['<@U1> in <#C1|sales>, <!channel>', 'lines([user U1] in [channel C1], [ring channel])'],
    ['<https://a.example/?x=1&amp;y=2|the *page*>', 'lines({the [bold page] -> https://a.example/?x=1&y=2})'],
    ['<mailto:f@a.example|f@a.example>', 'lines({f@a.example -> mailto:f@a.example})'],
    ['see https://a.example :coffee:', 'lines(see {https://a.example -> https://a.example} [emoji coffee])'],
    ['<!date^1^{date}|Tuesday> at 10:30:15', 'lines(Tuesday at 10:30:15)'],
  ])('%s', (text, read) => {
    expect(mrkdwn(text)).toBe(read)
  })

  it('links no bare address when it is verbatim', () => {
    expect(mrkdwn('see https://a.example', true)).toBe('lines(see https://a.example)')
  })
})

it('reads markdown as Slack does', () => {
  expect(
    markdown('# Title\n**bold** *it* [x](https://a.example)\n- one\n- two\n> said\n```\ncode\n```\nend'),
  ).toBe(
    'heading(Title) lines([bold bold] [italic it] {x -> https://a.example}) list(one; two) quote(said) code(code) lines(end)',
  )
})

import type { Inline, Piece } from './inline.js'
import { plainInline } from './inline.js'

/** Reads what Slack reads of standard markdown in a `markdown` block. */
export function parseMarkdown(text: string): Piece[] {
  const pieces: Piece[] = []
  const fence = /^```[^\n]*\n([\s\S]*?)\n?```\s*$/m
  let rest = text
  for (let match = fence.exec(rest); match; match = fence.exec(rest)) {
    pieces.push(...paragraphs(rest.slice(0, match.index)), { kind: 'code', text: match[1] ?? '' })
    rest = rest.slice(match.index + match[0].length)
  }
  return [...pieces, ...paragraphs(rest)]
}

function paragraphs(text: string): Piece[] {
  const pieces: Piece[] = []
  for (const line of text.replace(/^\n+|\n+$/g, '').split('\n')) {
    const [heading, item, quote] = [
      /^#{1,6} (.*)$/.exec(line),
      /^\s*(?:([-*+])|\d+[.)]) (.*)$/.exec(line),
      /^> ?(.*)$/.exec(line),
    ]
    const last = pieces.at(-1)
    if (heading) pieces.push({ kind: 'heading', line: words(heading[1] ?? '') })
    else if (item) {
      const isOrdered = item[1] === undefined
      if (last?.kind === 'list' && last.isOrdered === isOrdered) last.items.push(words(item[2] ?? ''))
      else pieces.push({ kind: 'list', isOrdered, items: [words(item[2] ?? '')] })
    } else {
      const kind = quote ? 'quote' : 'lines'
      const of = words(quote?.[1] ?? line)
      if (last?.kind === kind) last.lines.push(of)
      else if (line !== '' || pieces.length > 0) pieces.push({ kind, lines: [of] })
    }
  }
  return pieces.filter((piece) => piece.kind !== 'lines' || piece.lines.some((line) => line.length > 0))
}

const marks =
  /\*\*(.+?)\*\*|__(.+?)__|~~(.+?)~~|\*([^*\s](?:[^*]*[^*\s])?)\*|(?<!\w)_([^_]+)_(?!\w)|`([^`]+)`|\[([^\]]+)\]\((https?:[^)\s]+)\)|:([a-z0-9_+-]+):/

function words(text: string): Inline[] {
  const match = marks.exec(text)
  if (!match) return text === '' ? [] : [plainInline(text)]
  const [whole, bold, alsoBold, strike, italic, alsoItalic, code, label, url, emoji] = match
  const before = text.slice(0, match.index)
  const after = text.slice(match.index + whole.length)
  return [...(before ? [plainInline(before)] : []), one(), ...words(after)]

  function one(): Inline {
    if (code) return { kind: 'code', text: code }
    if (emoji) return { kind: 'emoji', name: emoji }
    if (label && url) return { kind: 'link', url, of: words(label) }
    if (strike) return { kind: 'strike', of: words(strike) }
    const strong = bold ?? alsoBold
    return strong
      ? { kind: 'bold', of: words(strong) }
      : { kind: 'italic', of: words(italic ?? alsoItalic ?? '') }
  }
}

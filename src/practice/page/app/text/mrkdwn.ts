import { type Inline, type Piece, plainInline } from './inline.js'

/** Reads Slack's mrkdwn. Marks hold within a line and only at the edges of words, as Slack has it. */
export function parseMrkdwn(text: string, isVerbatim = false): Piece[] {
  return text.split(/```/).flatMap((part, index, all) => {
    // A fence without its end is no fence.
    const isCode = index % 2 === 1 && index < all.length - 1
    if (isCode) return [{ kind: 'code', text: undoEscapes(part.replace(/^\n|\n$/g, '')) }]
    const words = index % 2 === 1 ? `\`\`\`${part}` : part
    const edge = index === 0 ? words : words.replace(/^\n/, '')
    return edge === '' ? [] : flow(index < all.length - 1 ? edge.replace(/\n$/, '') : edge, isVerbatim)
  })
}

function flow(text: string, isVerbatim: boolean): Piece[] {
  const pieces: (Piece & { kind: 'lines' | 'quote' })[] = []
  for (const line of text.split('\n')) {
    const quoted = /^(?:&gt;|>) ?(.*)$/.exec(line)
    const kind = quoted ? 'quote' : 'lines'
    const inline = parseInline(quoted?.[1] ?? line, isVerbatim)
    const last = pieces.at(-1)
    if (last?.kind === kind) last.lines.push(inline)
    else pieces.push({ kind, lines: [inline] })
  }
  return pieces
}

const marks = { '*': 'bold', _: 'italic', '~': 'strike' } as const
const special =
  /<([^<>\n]+)>|`([^`\n]+)`|:(?!\d+:)([a-z0-9_+-]+(?:::skin-tone-\d)?):|[*_~]|https?:\/\/[^\s<>]+/g

function parseInline(text: string, isVerbatim = false): Inline[] {
  const found: Inline[] = []
  let from = 0
  const put = (upTo: number) => {
    if (upTo > from) found.push(plainInline(undoEscapes(text.slice(from, upTo))))
  }
  special.lastIndex = 0
  for (let match = special.exec(text); match; match = special.exec(text)) {
    const { index } = match
    const [whole, escaped, code, emoji] = match
    const end = index + whole.length
    const one = escaped
      ? reference(escaped, isVerbatim)
      : code
        ? ({ kind: 'code', text: undoEscapes(code) } as const)
        : emoji
          ? ({ kind: 'emoji', name: emoji } as const)
          : whole.startsWith('http')
            ? bareLink(whole, isVerbatim)
            : marked(text, index, isVerbatim)
    if (!one) continue
    put(index)
    const isMark = 'of' in one && whole.length === 1
    found.push(one)
    from = isMark ? closing(text, index) + 1 : end
    special.lastIndex = from
  }
  put(text.length)
  return found
}

function bareLink(url: string, isVerbatim: boolean): Inline | undefined {
  return isVerbatim ? undefined : { kind: 'link', url, of: [plainInline(undoEscapes(url))] }
}

function marked(text: string, at: number, isVerbatim: boolean): Inline | undefined {
  const sign = text[at]
  if (sign !== '*' && sign !== '_' && sign !== '~') return undefined
  const end = closing(text, at)
  if (end < 0) return undefined
  // The recursion must not disturb the scan that is under way.
  const scan = special.lastIndex
  const of = parseInline(text.slice(at + 1, end), isVerbatim)
  special.lastIndex = scan
  return { kind: marks[sign], of }
}

/** Where the mark that opens at `at` closes; -1 when it does not open or close anything. */
function closing(text: string, at: number): number {
  const sign = text[at] ?? ''
  const isWord = (char: string | undefined) => char !== undefined && /[\p{L}\p{N}]/u.test(char)
  const next = text[at + 1]
  if (isWord(text[at - 1]) || next === undefined || /\s/.test(next) || next === sign) return -1
  for (let end = text.indexOf(sign, at + 2); end >= 0; end = text.indexOf(sign, end + 1)) {
    if (!/\s/.test(text[end - 1] ?? ' ') && !isWord(text[end + 1])) return end
  }
  return -1
}

function reference(inside: string, isVerbatim: boolean): Inline {
  const bar = inside.indexOf('|')
  const goal = bar < 0 ? inside : inside.slice(0, bar)
  const label = bar < 0 ? undefined : undoEscapes(inside.slice(bar + 1))
  const named = label === undefined ? {} : { label }
  if (goal.startsWith('@')) return { kind: 'user', id: goal.slice(1), ...named }
  if (goal.startsWith('#')) return { kind: 'channel', id: goal.slice(1), ...named }
  if (goal.startsWith('!date')) return plainInline(label ?? '')
  if (goal.startsWith('!')) return { kind: 'broadcast', range: goal.slice(1).split('^')[0] ?? '' }
  const url = undoEscapes(goal)
  const words =
    label === undefined ? [plainInline(url.replace(/^mailto:/, ''))] : parseInline(label, isVerbatim)
  return { kind: 'link', url, of: words }
}

export function undoEscapes(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}

import type { RichTextBlock, RichTextElement } from '@slack/types'
import { chunks, inline } from './blocks.js'
import type { Piece, Words } from './copy.js'

/** Lines one under the other, or what somebody said or wrote, with its own line ends. */
export type RichPart = { readonly lines: readonly Words[] } | { readonly quote: string }

export const richText = (parts: readonly RichPart[]): RichTextBlock => ({
  type: 'rich_text',
  elements: parts.map((part) =>
    'quote' in part
      ? {
          type: 'rich_text_quote',
          elements: chunks(part.quote.trim() || '…').map((text) => ({ type: 'text', text })),
        }
      : { type: 'rich_text_section', elements: filled(merged(joinedLines(part.lines))) },
  ),
})

/** Slack takes no section without a sign in it. */
const filled = (elements: RichTextElement[]): RichTextElement[] =>
  elements.length === 0 ? [{ type: 'text', text: '…' }] : elements

const joinedLines = (lines: readonly Words[]): RichTextElement[] =>
  lines.flatMap((line, i) => [
    ...(i === 0 ? [] : [{ type: 'text', text: '\n' } as const]),
    ...line.flatMap(elementsOf),
  ])

const elementsOf = (piece: Piece): RichTextElement[] => {
  if (piece.kind === 'teammate') return [{ type: 'user', user_id: piece.userId }]
  if (piece.kind === 'channel') return [{ type: 'channel', channel_id: piece.channelId }]
  const isOurs = piece.kind === 'own' || piece.kind === 'picture'
  const texts = chunks(isOurs ? piece.text : inline(piece.text))
  if (piece.kind === 'command') return texts.map((text) => ({ type: 'text', text, style: { code: true } }))
  const style = piece.kind !== 'picture' && piece.bold ? { style: { bold: true } } : {}
  return texts.map((text) => ({ type: 'text', text, ...style }))
}

/** Neighbours of one style are one text, so that a sentence stays a sentence for whoever reads the blocks. */
const merged = (elements: readonly RichTextElement[]): RichTextElement[] => {
  const result: RichTextElement[] = []
  for (const next of elements) {
    const last = result.at(-1)
    const together =
      last?.type === 'text' && next.type === 'text' && last.style === undefined && next.style === undefined
        ? chunks(last.text + next.text)
        : []
    const [text, second] = together
    if (text !== undefined && second === undefined) result[result.length - 1] = { type: 'text', text }
    else result.push(next)
  }
  return result
}

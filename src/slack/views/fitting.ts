import type { KnownBlock, RichTextBlock, RichTextBlockElement, RichTextElement } from '@slack/types'
import { clip, context, limits } from './blocks.js'

const more = context([{ kind: 'own', text: 'There is more than I can show in one message.' }])

const lengthOf = (value: unknown): number => {
  if (typeof value !== 'object' || value === null) return 0
  return Object.entries(value).reduce(
    (sum, [key, inner]) =>
      sum + (key === 'text' && typeof inner === 'string' ? inner.length : lengthOf(inner)),
    0,
  )
}
const costOf = (block: KnownBlock): number => limits.blockCosts + lengthOf(block)

/** What Slack takes in one message; a line says so when there was more. Views page before it comes to that. */
export const fitted = (blocks: readonly KnownBlock[]): KnownBlock[] => {
  const all = blocks.reduce((sum, block) => sum + costOf(block), 0)
  if (blocks.length <= limits.blocks && all <= limits.allText) return [...blocks]
  const kept: KnownBlock[] = []
  let room = limits.allText - costOf(more)
  for (const block of blocks.slice(0, limits.blocks - 1)) {
    const shown = costOf(block) > room && block.type === 'rich_text' ? shortened(block, room) : block
    if (costOf(shown) > room) break
    kept.push(shown)
    room -= costOf(shown)
  }
  return [...kept, more]
}

/** Whether these blocks may stand in one message together. */
export const fits = (blocks: readonly KnownBlock[]): boolean =>
  blocks.length <= limits.blocks && blocks.reduce((sum, block) => sum + costOf(block), 0) <= limits.allText

const shortened = (block: RichTextBlock, room: number): RichTextBlock => {
  let left = room - limits.blockCosts
  const short = (each: RichTextElement): RichTextElement[] => {
    if (left < 2) return []
    if (each.type !== 'text') return [each]
    const text = clip(each.text, left)
    left -= text.length
    return [{ ...each, text }]
  }
  const elements: RichTextBlockElement[] = []
  for (const part of block.elements) {
    if (part.type !== 'rich_text_section' && part.type !== 'rich_text_quote') continue
    const inner = part.elements.flatMap(short)
    if (inner.length > 0) elements.push({ ...part, elements: inner })
  }
  return { ...block, elements }
}

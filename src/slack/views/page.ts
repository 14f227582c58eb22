import type { Button, KnownBlock } from '@slack/types'
import type { Reply } from '../answer.js'
import { actions, context, header, type Pressable, plainWords, section } from './blocks.js'
import { say, spoken, typed, type Words } from './copy.js'
import { fitted } from './fitting.js'
import { type RichPart, richText } from './rich-text.js'
import { standAlone } from './stand-alone.js'

/**
 * One part of a reply. Each part says the same thing twice: in the blocks, and in the text that stands for them,
 * so that nobody has to keep the two alike. Only a picture has words of its own in the text.
 */
export type Part =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'lines'; readonly lines: readonly Words[] }
  /** What somebody said or wrote, with its own line ends. */
  | { readonly kind: 'quote'; readonly text: string }
  /** Small print. */
  | { readonly kind: 'hint'; readonly words: Words }
  /** Words with a button beside them. */
  | { readonly kind: 'row'; readonly lines: readonly Words[]; readonly button: Button }
  /** `spoken` says what the labels offer, where no other part does. */
  | {
      readonly kind: 'buttons'
      readonly elements: readonly Pressable[]
      readonly blockId?: string
      readonly spoken?: Words
    }

export const heading = (text: string): Part => ({ kind: 'heading', text })
export const line = (...lines: readonly Words[]): Part => ({ kind: 'lines', lines })
export const quote = (text: string): Part => ({ kind: 'quote', text })
export const hint = (words: Words): Part => ({ kind: 'hint', words })
export const row = (lines: readonly Words[], beside: Button): Part => ({ kind: 'row', lines, button: beside })
export const buttons = (elements: readonly Pressable[], spoken?: Words): Part => ({
  kind: 'buttons',
  elements,
  ...(spoken === undefined ? {} : { spoken }),
})

/** The parts as a message that Slack takes, whatever is in them. */
export const page = (parts: readonly Part[]): Reply => ({
  text: textOf(parts),
  blocks: fitted(blocksOf(parts)),
})

export const blocksOf = (parts: readonly Part[]): KnownBlock[] => {
  const blocks: KnownBlock[] = []
  let rich: RichPart[] = []
  const flush = () => {
    if (rich.length > 0) blocks.push(richText(rich))
    rich = []
  }
  for (const part of parts) {
    const words = richPart(part)
    if (words === null) flush()
    if (words !== null) rich = withRich(rich, words)
    else if (part.kind === 'heading') blocks.push(header(part.text))
    else if (part.kind === 'hint') blocks.push(context(part.words))
    else if (part.kind === 'row') blocks.push(section(part.lines.map(plainWords).join('\n'), part.button))
    else if (part.kind === 'buttons') blocks.push(actions(part.elements, part.blockId))
  }
  flush()
  return blocks
}

/** Small print is read as markup, so what people typed is never in it: such a hint becomes a line. */
const richPart = (part: Part): RichPart | null => {
  if (part.kind === 'lines') return { lines: part.lines }
  if (part.kind === 'quote') return { quote: part.text }
  if (part.kind === 'hint' && part.words.some((piece) => piece.kind === 'typed'))
    return { lines: [part.words] }
  return null
}

/** Neighbouring lines become one section, since Slack may set two sections on one line. */
const withRich = (rich: readonly RichPart[], next: RichPart): RichPart[] => {
  const last = rich.at(-1)
  if (last === undefined || !('lines' in last) || !('lines' in next)) return [...rich, next]
  return [...rich.slice(0, -1), { lines: [...last.lines, ...next.lines] }]
}

const textOf = (parts: readonly Part[]): string => standAlone(parts.flatMap(spokenIn).map(spoken))

const spokenIn = (part: Part): readonly Words[] => {
  switch (part.kind) {
    case 'heading':
      return [typed(part.text)]
    case 'quote':
      return [say`“${part.text}”`]
    case 'hint':
      return [part.words]
    case 'buttons':
      return part.spoken === undefined ? [] : [part.spoken]
    default:
      return part.lines
  }
}

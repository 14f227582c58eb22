import type {
  ActionsBlock,
  Button,
  ContextBlock,
  ExternalSelect,
  HeaderBlock,
  PlainTextElement,
  PlainTextOption,
  SectionBlock,
  StaticSelect,
} from '@slack/types'
import type { Piece, Words } from './copy.js'

/**
 * The only file that knows Slack's escaping and limits.
 *
 * What people typed is shown in `rich_text` and `plain_text` alone. Slack reads no markup in either: no mention rings,
 * no address becomes a link, no `*` or `:emoji:` is taken for formatting, and the text stays what was typed, sign for
 * sign. In `mrkdwn` that could be had only with invisible signs between the letters, which breaks copying and
 * searching; so `mrkdwn` holds the bot's own words, mentions of teammates, and commands in backticks.
 */
export const limits = {
  blocks: 50,
  /**
   * All texts of a message's blocks together; about 13,200 was reported, less about 125 for each further block.
   * A note of 12,000 fits, with its name, its day and its buttons.
   */
  allText: 13_000,
  blockCosts: 125,
  text: 4_000,
  section: 3_000,
  header: 150,
  button: 75,
  option: 75,
  options: 100,
  optionValue: 150,
  buttonValue: 2_000,
  modalTitle: 24,
  inputLabel: 150,
  inputText: 3_000,
  elements: 25,
  contextElements: 10,
} as const

/** Shortened to at most `most` UTF-16 units, between two code points, with a sign that something is missing. */
export const clip = (text: string, most: number): string => {
  if (text.length <= most) return text
  const cut = text.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, '')
  return `${cut.trimEnd()}…`
}

/** Ids are made by Slack; anything else between the brackets would be markup. */
const slackId = (id: string): string => id.replace(/[^A-Za-z0-9]/g, '')

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** What somebody typed, for a text that Slack reads markup in. */
export const userText = (text: string): string =>
  whole(text).replace(/[&<>]/g, (sign) => entities[sign] ?? '')

/** Halves of signs, and signs without a shape, break the JSON that Slack reads. */
const whole = (text: string): string => text.replace(/\p{Cs}/gu, '\uFFFD').replace(/(?![\n\t])\p{Cc}/gu, '')

const writtenRightToLeft =
  /[\p{sc=Arab}\p{sc=Hebr}\p{sc=Syrc}\p{sc=Thaa}\p{sc=Nkoo}\u202A-\u202E\u2066-\u2069]/u

/** On one line; what is written from right to left is kept apart, so that it does not turn the words around it. */
export const inline = (text: string): string => {
  const line = whole(text).replace(/\s+/gu, ' ').trim()
  return writtenRightToLeft.test(line) ? `\u2068${line}\u2069` : line
}

export const plain = (text: string, most: number): PlainTextElement => ({
  type: 'plain_text',
  text: clip(whole(text).trim(), most) || '…',
  emoji: false,
})

/** Words for a place that knows no mentions, as a button. */
export const plainWords = (words: Words): string => words.map(plainPiece).join('')

const plainPiece = (piece: Piece): string => {
  if (piece.kind === 'typed') return inline(piece.text)
  if (piece.kind === 'teammate') return `@${piece.userId}`
  return piece.kind === 'channel' ? `#${piece.channelId}` : piece.text
}

/** For a text that Slack reads markup in. */
export const marked = (piece: Piece, longestTyped = Number.POSITIVE_INFINITY): string => {
  switch (piece.kind) {
    case 'own':
    case 'picture':
      return userText(piece.text)
    case 'typed':
      return userText(clip(inline(piece.text), longestTyped))
    case 'command':
      return `\`${userText(piece.text.replace(/`/g, "'"))}\``
    case 'teammate':
      return `<@${slackId(piece.userId)}>`
    case 'channel':
      return `<#${slackId(piece.channelId)}>`
  }
}

/** In pieces that Slack takes for one text, cut between code points. */
export const chunks = (text: string): string[] => {
  const parts: string[] = []
  for (let rest = whole(text); rest !== ''; ) {
    const cut = rest.slice(0, limits.section)
    const part = rest.length > cut.length ? cut.replace(/[\uD800-\uDBFF]$/, '') : cut
    parts.push(part)
    rest = rest.slice(part.length)
  }
  return parts
}

export const header = (text: string): HeaderBlock => ({ type: 'header', text: plain(text, limits.header) })

/** What was typed beside a button, as plain text. */
export const section = (text: string, accessory?: Button): SectionBlock => ({
  type: 'section',
  text: plain(text, limits.section),
  ...(accessory === undefined ? {} : { accessory }),
})

/** Small print of the bot's own words. */
export const context = (words: Words): ContextBlock => ({
  type: 'context',
  elements: [
    {
      type: 'mrkdwn',
      text: clip(words.map((piece) => marked(piece)).join(''), limits.section),
      verbatim: true,
    },
  ],
})

export type Pressable = Button | StaticSelect | ExternalSelect
export const actions = (elements: readonly Pressable[], blockId?: string): ActionsBlock => ({
  type: 'actions',
  ...(blockId === undefined ? {} : { block_id: blockId }),
  elements: elements.slice(0, limits.elements),
})

/** `value` is an id to be looked up; one that is too long was forged, and is cut. */
export const button = (
  label: string,
  actionId: string,
  value: string,
  style?: 'primary' | 'danger',
): Button => ({
  type: 'button',
  text: plain(label, limits.button),
  action_id: actionId,
  value: value.slice(0, limits.buttonValue),
  ...(style === undefined ? {} : { style }),
})

/** Whether a button holds all of it. */
export const isLabel = (text: string): boolean => text.length <= limits.button

export type Choice = { readonly label: string; readonly value: string }
export const option = ({ label, value }: Choice): PlainTextOption => ({
  text: plain(label, limits.option),
  value: value.slice(0, limits.optionValue),
})

export const select = (placeholder: string, actionId: string, choices: readonly Choice[]): StaticSelect => ({
  type: 'static_select',
  action_id: actionId,
  placeholder: plain(placeholder, limits.header),
  options: choices.slice(0, limits.options).map(option),
})

/** A field that looks people up while somebody types. */
export const typeAhead = (placeholder: string, actionId: string): ExternalSelect => ({
  type: 'external_select',
  action_id: actionId,
  placeholder: plain(placeholder, limits.header),
  min_query_length: 1,
})

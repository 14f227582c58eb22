/**
 * What Slack delivers, as the words that a user typed.
 *
 * Slack escapes `&`, `<` and `>` and puts mentions into `<@U1|name>`. Once that is undone, a mention and the
 * same signs typed by hand would look alike, so mentions are kept between two code points that Unicode keeps
 * free for a program's own use. Text with such mentions in it is `Marked`; it never leaves this folder for the
 * store: `plainText` makes of it what is stored, `slackText` what Slack sent.
 */
export type Marked = string

const open = '\uFDD0'
const close = '\uFDD1'
const reserved = /[\uFDD0\uFDD1]|\p{Cs}/gu
/** Signs without a shape, line ends and tabs apart; PostgreSQL refuses some of them. */
const control = /(?![\n\t])\p{Cc}/gu
const mention = /\uFDD0([@#])([^|\uFDD1]*)\|?([^\uFDD1]*)\uFDD1/gu

const signs: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' }
const withoutEntities = (text: string): string =>
  text.replace(/&(?:amp|lt|gt);/g, (entity) => signs[entity] ?? '')

/** Undoes Slack's escapes, exactly once. */
export const unescapeSlack = (raw: string): Marked =>
  raw
    .replace(/\r\n?/g, '\n')
    .replace(reserved, '\uFFFD')
    .replace(control, '')
    .replace(/&(?:amp|lt|gt);|<([^<>]*)>/g, (entity, inner?: string) =>
      inner === undefined ? (signs[entity] ?? '') : shown(inner),
    )

/** What stands in Slack's angle brackets, as it was typed. */
const shown = (inner: string): string => {
  const bar = inner.indexOf('|')
  const to = withoutEntities(bar < 0 ? inner : inner.slice(0, bar))
  const label = bar < 0 ? '' : withoutEntities(inner.slice(bar + 1))
  if (/^[@#]\w+$/.test(to)) return `${open}${to}${label === '' ? '' : `|${label}`}${close}`
  // <!channel>, <!subteam^S1|@sales>, <!date^...|March>: they ring or speak for others, so they become words.
  if (/^![\w^]/.test(to)) return label === '' ? `@${to.slice(1).replace(/\^.*$/s, '')}` : label
  if (/^mailto:/i.test(to)) {
    const address = to.slice('mailto:'.length)
    return label === '' || label === address ? address : label.includes('@') ? label : `${label} ${address}`
  }
  if (/^[a-z][a-z\d+.-]*:/i.test(to)) return label === '' ? to.replace(/^tel:/i, '') : label
  return `<${withoutEntities(inner)}>`
}

/**
 * The text as it is stored and shown: a mention is `@name` when Slack or `nameOf` names it, else its bare
 * `<@U1>`. It is plain text; views escape it, so that it rings nobody.
 */
export const plainText = (marked: Marked, nameOf: (id: string) => string | null = () => null): string =>
  marked.replace(mention, (_, sign: string, id: string, label: string) => {
    const name = label === '' ? nameOf(id) : label
    return name === null ? `<${sign}${id}>` : `${sign}${name}`
  })

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', [open]: '<', [close]: '>' }

/** The text as Slack would send it: what a command waiting for a press is kept as. */
export const slackText = (marked: Marked): string =>
  marked.replace(/[&<>\uFDD0\uFDD1]/g, (sign) => entities[sign] ?? '')

type Mention = {
  readonly id: string
  readonly label: string
  readonly from: number
  readonly to: number
}

const mentionsWith = (sign: '@' | '#', marked: Marked): Mention[] =>
  [...marked.matchAll(mention)]
    .filter((found) => found[1] === sign)
    .map((found) => {
      const to = found.index + found[0].length
      return { id: found[2] ?? '', label: found[3] ?? '', from: found.index, to }
    })

/** Every mention of a Slack user, in order; `from` and `to` are offsets in the text. */
export const userMentions = (marked: Marked): Mention[] => mentionsWith('@', marked)
/** Every mention of a channel, in order. */
export const channelMentions = (marked: Marked): Mention[] => mentionsWith('#', marked)

/** Where in a text the first mention begins, or its length. */
export const mentionFrom = (marked: Marked): number => {
  const at = marked.indexOf(open)
  return at < 0 ? marked.length : at
}

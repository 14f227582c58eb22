import { sourceActing } from '../../domain/role-change/source.js'

/**
 * What the bot says, before anybody thinks of Slack: its own words, and between them what people typed. `say` takes
 * every text that is put into it for something typed, so that no name or note can ever be read as markup.
 */
export type Piece =
  /** The bot's own words; bold where they say what stands behind them. */
  | { readonly kind: 'own'; readonly text: string; readonly bold?: true }
  /** What somebody typed: shown as typed, ringing nobody, linking nothing. */
  | { readonly kind: 'typed'; readonly text: string; readonly bold: boolean }
  /** A command to type or paste. */
  | { readonly kind: 'command'; readonly text: string }
  | { readonly kind: 'teammate'; readonly userId: string }
  | { readonly kind: 'channel'; readonly channelId: string }
  /** A tiny picture made of signs, which mean nothing when they are read out; `spoken` says what it shows. */
  | { readonly kind: 'picture'; readonly text: string; readonly spoken: Words }

export type Words = readonly Piece[]

const own = (text: string): Piece => ({ kind: 'own', text })
/** Words of the bot's own that are chosen or counted out. */
export const ours = (text: string): Words => [own(text)]

/** What the rest of a line is, standing out, so that an eye finds it. */
export const label = (text: string): Words => [{ kind: 'own', text, bold: true }]

/** A sentence. Texts that are put into it count as typed; other words are taken in as they are. */
export const say = (strings: TemplateStringsArray, ...values: readonly (string | Words)[]): Words =>
  strings.flatMap((text, i) => {
    const value = values[i]
    if (value === undefined) return [own(text)]
    return [own(text), ...(typeof value === 'string' ? typed(value) : value)]
  })

export const typed = (text: string): Words => [{ kind: 'typed', text, bold: false }]
/** Somebody's name, standing out. */
export const named = (name: string): Words => [{ kind: 'typed', text: name, bold: true }]
/** A command, whole: `/person due`. */
export const command = (text: string): Words => [{ kind: 'command', text }]
/** Who did something: a teammate, or the source that the bot heard it from. */
export const teammate = (userId: string): Words => {
  const source = sourceActing(userId)
  return source === null ? [{ kind: 'teammate', userId }] : typed(source.name)
}
export const channel = (channelId: string): Words => [{ kind: 'channel', channelId }]

/** A picture in signs for who looks, and words of its own for who listens. */
export const picture = (text: string, spoken: Words): Words => [{ kind: 'picture', text, spoken }]

/** As somebody hears it who does not see: words in place of pictures. */
export const spoken = (words: Words): Words =>
  words.flatMap((piece) => (piece.kind === 'picture' ? spoken(piece.spoken) : [piece]))

/** Several words, with a text of the bot's own between them. */
export const joined = (words: readonly Words[], between: string): Words =>
  words.flatMap((each, i) => (i === 0 ? each : [own(between), ...each]))

/** The first letter made a capital, where it is the bot's own. */
export const sentence = (words: Words): Words => {
  const at = words.findIndex((piece) => piece.kind !== 'own' || piece.text !== '')
  return words.map((piece, i) =>
    i === at && piece.kind === 'own' ? own(piece.text.charAt(0).toUpperCase() + piece.text.slice(1)) : piece,
  )
}

/** With a full stop, unless it ends with one, as "Globex Corp." does. */
export const ended = (words: Words): Words => {
  const last = words.findLast((piece) => !('text' in piece) || piece.text !== '')
  return last !== undefined && 'text' in last && last.text.endsWith('.') ? words : [...words, own('.')]
}

const longestCalled = 60

/** Where a name stands in a command, when nobody's can be said: `frank` may be somebody else. */
export const someName = 'NAME'

/** A name as it can stand in a command: one too long to be typed shrinks to its first word. */
export const called = (name: string): string => {
  const [first = ''] = name.split(/\s/u)
  const fits = (text: string) => text !== '' && text.length <= longestCalled && !/[`:\n]/u.test(text)
  return [name, first].find(fits) ?? someName
}

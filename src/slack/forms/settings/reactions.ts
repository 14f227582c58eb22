import { type ReactionMeaning, reactionMeanings } from '../../../domain/reaction-meaning.js'
import type { Settings } from '../../../domain/settings.js'

type ReactionsReading =
  | { readonly kind: 'reactions'; readonly reactions: Settings['reactions'] }
  | { readonly kind: 'complaint'; readonly complaint: string }

const possible = [...reactionMeanings, 'nothing'].join(', ')
/** Slack's own are shorter; all of them must fit into one field. */
const longestName = 60

/** As Slack has them, its own and those that a workspace adds. What rings somebody, or looks like a link, is none. */
const emojiName = /^[\p{L}\p{M}\p{N}_+'-]+$/u

const complain = (complaint: string): ReactionsReading => ({ kind: 'complaint', complaint })

/** One reaction a line: `coffee: met`, `:tada: heard`, `memo: nothing`. Skin tones do not matter. */
export const readReactions = (text: string): ReactionsReading => {
  const reactions = new Map<string, ReactionMeaning | null>()
  for (const [nth, raw] of text.split('\n').entries()) {
    const line = raw.replace(/::skin-tone-\d/gu, '').trim()
    if (line === '') continue
    const [, name = '', meaning = ''] = /^:?([^\s:=]+)[:\s=]+(.+)$/u.exec(line) ?? []
    const where = `Line ${nth + 1}, "${line.slice(0, 40)}"`
    if (name === '') return complain(`${where}: say it as "coffee: met". Possible are ${possible}.`)
    if (!emojiName.test(name) || name.length > longestName)
      return complain(`${where}: that is no emoji's name. Say it as "coffee: met", without the picture.`)
    const emoji = name.toLowerCase()
    const means = meaningIn(meaning)
    if (means === undefined) return complain(`${where}: that is no kind I know. Possible are ${possible}.`)
    if (reactions.has(emoji)) return complain(`${where}: ${emoji.slice(0, 40)} stands there twice.`)
    reactions.set(emoji, means)
  }
  return { kind: 'reactions', reactions: Object.fromEntries(reactions) }
}

/** Null for nothing; undefined when it is none. */
const meaningIn = (typed: string): ReactionMeaning | null | undefined => {
  const word = typed.trim().toLowerCase()
  return word === 'nothing' ? null : reactionMeanings.find((meaning) => meaning === word)
}

import { dropDelimiter } from './delimiters.js'
import type { Refusal } from './refusal.js'
import { channelMentions, type Marked, plainText, userMentions } from './words.js'

/** `here`: the place where it was typed; else `channelId` names another. */
export type HomeDetails =
  | { readonly kind: 'home'; readonly here: true; readonly channelId: null }
  | { readonly kind: 'home'; readonly here: false; readonly channelId: string }

/** `toUserId` null: to the one who asks. */
export type HandDetails = { readonly kind: 'hand'; readonly toUserId: string | null }

/** `home WHO [to|in] #channel|here`. */
export const readHome = (tail: Marked): HomeDetails | Refusal => {
  const typed = dropDelimiter(tail).text
  const words = typed.replace(/^(?:to|in|into|is)\s+/i, '').replace(/[.!]$/, '')
  if (/^here$/i.test(words)) return { kind: 'home', here: true, channelId: null }
  const [channel] = channelMentions(words)
  if (channel?.from === 0 && channel.to === words.length)
    return { kind: 'home', here: false, channelId: channel.id }
  return { kind: 'refusal', reason: 'no-channel', text: plainText(typed) }
}

/** `hand WHO [over] to @teammate|me`. */
export const readHand = (tail: Marked): HandDetails | Refusal => {
  const typed = dropDelimiter(tail).text
  const words = typed
    .replace(/^over\s+/i, '')
    .replace(/^to\s+/i, '')
    .replace(/[.!]$/, '')
  if (/^me$/i.test(words)) return { kind: 'hand', toUserId: null }
  const [mate] = userMentions(words)
  if (mate?.from === 0 && mate.to === words.length) return { kind: 'hand', toUserId: mate.id }
  return { kind: 'refusal', reason: 'no-teammate', text: plainText(typed) }
}

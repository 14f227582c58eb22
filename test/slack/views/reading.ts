import { areBlocksTooLong, messageBlockFaults } from '../../../src/practice/blocks/message-blocks.js'
import { isViewTooLarge, viewFaults } from '../../../src/practice/blocks/view.js'
import { elementsOf } from '../../../src/practice/blocks/walk.js'
import { isObject, type Json, objectAt, textAt } from '../../../src/practice/json.js'
import type { Reply } from '../../../src/slack/answer.js'

/** What Slack would refuse in a reply, or cut; empty when it takes all of it. */
export const faultsIn = (reply: Reply): string[] => {
  const faults = messageBlockFaults(reply.blocks).map(({ pointer, message }) => `${pointer}: ${message}`)
  if (areBlocksTooLong(reply.blocks)) faults.push('all blocks together are too long')
  if (lengthOf(reply.blocks) > 13_000) faults.push('all texts together are too long, rich text counted')
  if (reply.text.trim() === '') faults.push('the text is empty')
  if (reply.text.length > 4_000) faults.push(`the text has ${reply.text.length} characters`)
  for (const text of textsIn(reply.blocks))
    if (text.length > 3_000) faults.push(`a text of ${text.length} characters`)
  if (/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/.test(allText(reply)))
    faults.push('a sign was cut in two')
  return faults
}

export const faultsInForm = (view: unknown): string[] => {
  const faults = viewFaults(view, 'modal').map(({ pointer, message }) => `${pointer}: ${message}`)
  return isViewTooLarge(view) ? [...faults, 'the view is too large'] : faults
}

/** Every text in the blocks, in order, whatever kind of block it stands in. */
export const textsIn = (value: unknown): string[] => {
  if (Array.isArray(value)) return value.flatMap(textsIn)
  if (!isObject(value)) return []
  const own = textAt(value, 'text')
  return [...(own === undefined ? [] : [own]), ...Object.values(value).flatMap(textsIn)]
}

const lengthOf = (blocks: unknown): number => textsIn(blocks).join('').length

/** All of the blocks as one text: what somebody who sees them reads. */
export const blocksText = ({ blocks }: Reply): string => textsIn(blocks).join('')

const allText = (reply: Reply): string => `${reply.text}\n${blocksText(reply)}`

/** Every object in the blocks that Slack reads markup in. */
export const marked = (value: unknown): string[] => {
  if (Array.isArray(value)) return value.flatMap(marked)
  if (!isObject(value)) return []
  const own = value.type === 'mrkdwn' ? [textAt(value, 'text') ?? ''] : []
  return [...own, ...Object.values(value).flatMap(marked)]
}

/** Every inline element of rich text that is no text: mentions, links, emoji. */
export const inlineElements = (value: unknown): Json[] => {
  if (Array.isArray(value)) return value.flatMap(inlineElements)
  if (!isObject(value)) return []
  const inlines = ['user', 'usergroup', 'channel', 'broadcast', 'link', 'emoji']
  const own = typeof value.type === 'string' && inlines.includes(value.type) ? [value] : []
  return [...own, ...Object.values(value).flatMap(inlineElements)]
}

export type Pressable = { readonly label: string; readonly actionId: string; readonly value: string }

/** Everything that can be pressed or chosen, top to bottom. */
export const pressables = ({ blocks }: Reply): Pressable[] =>
  blocks
    .flatMap((block) => (isObject(block) ? elementsOf(block) : []))
    .map((element) => ({
      label: textAt(objectAt(element, 'text') ?? objectAt(element, 'placeholder'), 'text') ?? '',
      actionId: textAt(element, 'action_id') ?? '',
      value: textAt(element, 'value') ?? '',
    }))

import { isObject, textAt } from '../json.js'
import { block } from './layout/block.js'
import { list } from './rules.js'
import { type BlockFault, Spot } from './spot.js'
import { checkUniqueness } from './uniqueness.js'
import { eachTextObject } from './walk.js'

/** Reported by users, not documented: all texts of a message's blocks together. */
const allTextsTogether = 13_000
/** Documented: all `markdown` blocks of a message together. */
const allMarkdownTogether = 12_000

/** What Slack would refuse in a message's blocks; an empty list when it would take them. */
export function messageBlockFaults(blocks: unknown): BlockFault[] {
  const at = new Spot('message', '/blocks')
  list(block, 0, 50)(blocks, at)
  checkUniqueness(blocks, at)
  const markdown = Array.isArray(blocks)
    ? blocks
        .filter((item) => isObject(item) && item.type === 'markdown')
        .map((item) => textAt(item, 'text') ?? '')
    : []
  if (markdown.join('').length > allMarkdownTogether)
    at.refuse(`markdown must be less than ${allMarkdownTogether + 1} characters`)
  return at.faults
}

/** True when the texts together are more than a message holds (`msg_blocks_too_long`). */
export function areBlocksTooLong(blocks: unknown): boolean {
  let length = 0
  eachTextObject(blocks, (text) => {
    length += textAt(text, 'text')?.length ?? 0
  })
  return length > allTextsTogether
}

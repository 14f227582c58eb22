import { elementsOf } from '../blocks/walk.js'
import type { Json } from '../json.js'

/** Slack gives an id to each block and interactive element that has none; `nextId` makes one. */
export function withIds(blocks: readonly Json[], nextId: () => string): Json[] {
  return blocks.map((block) => {
    const copy: Json = structuredClone(block)
    copy.block_id ??= nextId()
    for (const element of elementsOf(copy)) element.action_id ??= nextId()
    return copy
  })
}

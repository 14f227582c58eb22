import { isObject, type Json, objectAt, objectsAt } from '../json.js'

/** An interactive element and the block that it stands in. */
export interface PlacedElement {
  block: Json
  element: Json
  /** The block's place among its siblings, from 0. */
  index: number
}

/** The elements of one block that a user can act on or fill in. */
export function elementsOf(block: Json): Json[] {
  if (block.type === 'actions') return objectsAt(block, 'elements')
  const single = objectAt(block, block.type === 'input' ? 'element' : 'accessory')
  return single && single.type !== 'image' ? [single] : []
}

/** Every such element of all blocks, top to bottom. */
export function placedElements(blocks: readonly Json[]): PlacedElement[] {
  return blocks.flatMap((block, index) => elementsOf(block).map((element) => ({ block, element, index })))
}

/** Calls `visit` with every text object found anywhere inside. */
export function eachTextObject(value: unknown, visit: (text: Json) => void): void {
  if (Array.isArray(value)) {
    for (const item of value) eachTextObject(item, visit)
  } else if (isObject(value)) {
    if ((value.type === 'mrkdwn' || value.type === 'plain_text') && typeof value.text === 'string')
      visit(value)
    else for (const item of Object.values(value)) eachTextObject(item, visit)
  }
}

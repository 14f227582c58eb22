import { placedElements } from '../../../src/practice/blocks/walk.js'
import { isObject } from '../../../src/practice/json.js'
import type { SeenMessage } from '../../../src/practice/sight/seen.js'

/** The value of a button or option that reads like this; all of them where none does. */
export const valueLike = ({ blocks }: SeenMessage, which: RegExp): string => {
  const values = placedElements(blocks.filter(isObject)).map(({ element }) => String(element.value))
  return values.find((value) => which.test(value)) ?? values.join()
}

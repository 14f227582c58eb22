import { imageElement } from '../elements/element.js'
import { byType, list, may, need, oneOf, shape, string } from '../rules.js'
import { anyText } from '../text.js'

const text = anyText(3_000)
const known: Record<string, typeof text | undefined> = { image: imageElement, plain_text: text, mrkdwn: text }

export const context = shape({
  type: need(oneOf('context')),
  block_id: may(string(255)),
  elements: need(
    list(
      byType((type) => known[type]),
      1,
      10,
    ),
  ),
})

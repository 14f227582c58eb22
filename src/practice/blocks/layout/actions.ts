import { actionElements } from '../elements/element.js'
import { byType, list, may, need, oneOf, shape, string } from '../rules.js'

export const actions = shape({
  type: need(oneOf('actions')),
  block_id: may(string(255)),
  elements: need(
    list(
      byType((type) => actionElements[type]),
      1,
      25,
    ),
  ),
})

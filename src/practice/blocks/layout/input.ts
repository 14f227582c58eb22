import { isObject } from '../../json.js'
import { inputElements } from '../elements/element.js'
import { both, byType, type Check, flag, may, need, oneOf, shape, string } from '../rules.js'
import { plainText } from '../text.js'

const confirmIsForActions: Check = (value, at) => {
  if (isObject(value) && isObject(value.element) && value.element.confirm !== undefined) {
    at.in('element').refuse('confirm is not allowed on an element of an input block')
  }
}

export const input = both(
  shape({
    type: need(oneOf('input')),
    block_id: may(string(255)),
    label: need(plainText(2_000)),
    hint: may(plainText(2_000)),
    element: need(byType((type) => inputElements[type])),
    optional: may(flag),
    dispatch_action: may(flag),
  }),
  confirmIsForActions,
)

import { isObject } from '../../json.js'
import { accessories } from '../elements/element.js'
import { both, byType, type Check, flag, list, may, need, oneOf, shape, string } from '../rules.js'
import { anyText } from '../text.js'

const textOrFields: Check = (value, at) => {
  if (isObject(value) && value.text === undefined && value.fields === undefined) {
    at.refuse('missing required field: text or fields')
  }
}

export const section = both(
  shape({
    type: need(oneOf('section')),
    block_id: may(string(255)),
    text: may(anyText(3_000)),
    fields: may(list(anyText(2_000), 1, 10)),
    accessory: may(byType((type) => accessories[type])),
    expand: may(flag),
  }),
  textOrFields,
)

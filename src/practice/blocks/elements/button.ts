import { confirm } from '../confirm.js'
import { may, need, oneOf, shape, string, webAddress } from '../rules.js'
import { plainText } from '../text.js'

export const button = shape({
  type: need(oneOf('button')),
  text: need(plainText(75)),
  action_id: may(string(255)),
  value: may(string(2_000)),
  url: may(webAddress),
  style: may(oneOf('primary', 'danger')),
  confirm: may(confirm),
  accessibility_label: may(string(75)),
})

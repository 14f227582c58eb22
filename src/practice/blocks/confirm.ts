import { may, need, oneOf, shape } from './rules.js'
import { anyText, plainText } from './text.js'

/** The dialog that asks "are you sure?" before an element acts. */
export const confirm = shape({
  title: need(plainText(100)),
  text: need(anyText(300)),
  confirm: need(plainText(30)),
  deny: need(plainText(30)),
  style: may(oneOf('primary', 'danger')),
})

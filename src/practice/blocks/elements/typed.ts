import { isObject } from '../../json.js'
import {
  both,
  type Check,
  flag,
  list,
  may,
  need,
  oneOf,
  pattern,
  shape,
  string,
  wholeNumber,
} from '../rules.js'
import { plainText } from '../text.js'

const dispatch = shape({
  trigger_actions_on: may(list(oneOf('on_enter_pressed', 'on_character_entered'), 1, 2)),
})
const common = {
  type: need(string(255)),
  action_id: may(string(255)),
  placeholder: may(plainText(150)),
  dispatch_action_config: may(dispatch),
  focus_on_load: may(flag),
}
const number = pattern(/^-?\d+(\.\d+)?$/, 'number')

const initialWithinLength: Check = (value, at) => {
  if (!isObject(value) || typeof value.initial_value !== 'string') return
  const { length } = value.initial_value
  if (typeof value.max_length === 'number' && length > value.max_length) {
    at.in('initial_value').refuse(`must be less than ${value.max_length + 1} characters`)
  }
  if (typeof value.min_length === 'number' && length < value.min_length) {
    at.in('initial_value').refuse(`must be more than ${value.min_length - 1} characters`)
  }
}

/** Fields that a user types into. */
export const typed: Record<string, Check> = {
  plain_text_input: both(
    shape({
      ...common,
      initial_value: may(string(3_000, 0)),
      multiline: may(flag),
      min_length: may(wholeNumber(0, 3_000)),
      max_length: may(wholeNumber(1, 3_000)),
    }),
    initialWithinLength,
  ),
  email_text_input: shape({ ...common, initial_value: may(pattern(/^[^\s@]+@[^\s@]+$/, 'email')) }),
  url_text_input: shape({ ...common, initial_value: may(pattern(/^https?:\/\/\S+$/, 'URL')) }),
  number_input: shape({
    ...common,
    is_decimal_allowed: need(flag),
    initial_value: may(number),
    min_value: may(number),
    max_value: may(number),
  }),
}

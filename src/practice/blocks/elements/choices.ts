import { confirm } from '../confirm.js'
import { initialIsAnOption, markedOption, overflowOption } from '../option.js'
import { both, type Check, flag, list, may, need, oneOf, shape, string } from '../rules.js'

/** Choices that lie open: overflow menus, radio buttons, checkboxes. */
export const choices: Record<string, Check> = {
  overflow: shape({
    type: need(oneOf('overflow')),
    action_id: may(string(255)),
    options: need(list(overflowOption, 2, 5)),
    confirm: may(confirm),
  }),
  radio_buttons: both(
    shape({
      type: need(oneOf('radio_buttons')),
      action_id: may(string(255)),
      options: need(list(markedOption, 1, 10)),
      initial_option: may(markedOption),
      confirm: may(confirm),
      focus_on_load: may(flag),
    }),
    initialIsAnOption,
  ),
  checkboxes: both(
    shape({
      type: need(oneOf('checkboxes')),
      action_id: may(string(255)),
      options: need(list(markedOption, 1, 10)),
      initial_options: may(list(markedOption, 1, 10)),
      confirm: may(confirm),
      focus_on_load: may(flag),
    }),
    initialIsAnOption,
  ),
}

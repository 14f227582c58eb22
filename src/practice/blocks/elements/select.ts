import { confirm } from '../confirm.js'
import { eitherOptionsOrGroups, initialIsAnOption, optionFields, selectOption } from '../option.js'
import { both, type Check, flag, list, may, need, oneOf, shape, string, wholeNumber } from '../rules.js'
import { plainText } from '../text.js'

const id = string(255)
const common = {
  action_id: may(id),
  placeholder: may(plainText(150)),
  confirm: may(confirm),
  focus_on_load: may(flag),
}
const many = { ...common, max_selected_items: may(wholeNumber(1)) }
const filter = shape({
  include: may(list(oneOf('im', 'mpim', 'private', 'public'), 1, 4)),
  exclude_external_shared_channels: may(flag),
  exclude_bot_users: may(flag),
})
const conversation = { default_to_current_conversation: may(flag), filter: may(filter) }
const responding = { response_url_enabled: may(flag) }

function withOptions(check: Check): Check {
  return both(check, both(eitherOptionsOrGroups, initialIsAnOption))
}

/** Every kind of select menu, one choice or several. */
export const selects: Record<string, Check> = {
  static_select: withOptions(
    shape({ type: need(id), ...common, ...optionFields, initial_option: may(selectOption) }),
  ),
  external_select: shape({
    type: need(id),
    ...common,
    initial_option: may(selectOption),
    min_query_length: may(wholeNumber(0)),
  }),
  users_select: shape({ type: need(id), ...common, initial_user: may(id) }),
  conversations_select: shape({
    type: need(id),
    ...common,
    ...conversation,
    ...responding,
    initial_conversation: may(id),
  }),
  channels_select: shape({ type: need(id), ...common, ...responding, initial_channel: may(id) }),
  multi_static_select: withOptions(
    shape({ type: need(id), ...many, ...optionFields, initial_options: may(list(selectOption, 1, 100)) }),
  ),
  multi_external_select: shape({
    type: need(id),
    ...many,
    initial_options: may(list(selectOption, 1, 100)),
    min_query_length: may(wholeNumber(0)),
  }),
  multi_users_select: shape({ type: need(id), ...many, initial_users: may(list(id, 0, 100)) }),
  multi_conversations_select: shape({
    type: need(id),
    ...many,
    ...conversation,
    initial_conversations: may(list(id, 0, 100)),
  }),
  multi_channels_select: shape({ type: need(id), ...many, initial_channels: may(list(id, 0, 100)) }),
}

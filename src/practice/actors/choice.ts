import { type Json, objectAt, objectsAt, textAt } from '../json.js'

/** What a user gives an element: an option's text or value, an id, a date, typed text, or a list of such. */
export type Given = string | number | readonly (string | Json)[] | Json | null

/** The new state of an element, as `actions[]` and `state.values` carry it. Throws for a choice that is not offered. */
export function choice(element: Json, given: Given): Json {
  const type = String(element.type)
  const many = () => (Array.isArray(given) ? given : given === null ? [] : [given])
  switch (type) {
    case 'static_select':
    case 'radio_buttons':
    case 'overflow':
    case 'external_select':
      return { type, selected_option: given === null ? null : option(element, given) }
    case 'checkboxes':
    case 'multi_static_select':
    case 'multi_external_select':
      return { type, selected_options: many().map((one) => option(element, one)) }
    case 'users_select':
      return { type, selected_user: given }
    case 'multi_users_select':
      return { type, selected_users: many() }
    case 'conversations_select':
      return { type, selected_conversation: given }
    case 'multi_conversations_select':
      return { type, selected_conversations: many() }
    case 'channels_select':
      return { type, selected_channel: given }
    case 'multi_channels_select':
      return { type, selected_channels: many() }
    case 'datepicker':
      return { type, selected_date: given }
    case 'timepicker':
      return { type, selected_time: given }
    case 'datetimepicker':
      return { type, selected_date_time: given }
    case 'file_input':
      return { type, files: many() }
    default:
      return { type, value: given === '' ? null : given }
  }
}

function option(element: Json, given: unknown): Json {
  // An option of an external select was offered by `suggest`, so it comes whole.
  if (typeof given === 'object' && given !== null) return given as Json
  const groups = objectsAt(element, 'option_groups').flatMap((group) => objectsAt(group, 'options'))
  const offered = [...objectsAt(element, 'options'), ...groups]
  const found =
    offered.find((one) => textAt(one, 'value') === given) ??
    offered.find((one) => textAt(objectAt(one, 'text'), 'text') === given)
  if (found) return found
  const there = offered.map((one) => textAt(objectAt(one, 'text'), 'text')).join(', ')
  throw new Error(`"${String(given)}" is not among the options: ${there || '(none; use suggest first)'}`)
}

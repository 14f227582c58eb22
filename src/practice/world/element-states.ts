import { placedElements } from '../blocks/walk.js'
import { isObject, type Json, textAt } from '../json.js'

/** What an element holds before anybody touched it, in the form of `state.values`; undefined for buttons and menus. */
function initialState(element: Json): Json | undefined {
  const type = String(element.type)
  const { initial_option, initial_options, initial_user, initial_users, initial_value } = element
  switch (type) {
    case 'button':
    case 'overflow':
      return undefined
    case 'static_select':
    case 'external_select':
    case 'radio_buttons':
      return { type, selected_option: initial_option ?? null }
    case 'checkboxes':
    case 'multi_static_select':
    case 'multi_external_select':
      return { type, selected_options: initial_options ?? [] }
    case 'users_select':
      return { type, selected_user: initial_user ?? null }
    case 'multi_users_select':
      return { type, selected_users: initial_users ?? [] }
    case 'conversations_select':
      return { type, selected_conversation: element.initial_conversation ?? null }
    case 'multi_conversations_select':
      return { type, selected_conversations: element.initial_conversations ?? [] }
    case 'channels_select':
      return { type, selected_channel: element.initial_channel ?? null }
    case 'multi_channels_select':
      return { type, selected_channels: element.initial_channels ?? [] }
    case 'datepicker':
      return { type, selected_date: element.initial_date ?? null }
    case 'timepicker':
      return { type, selected_time: element.initial_time ?? null }
    case 'datetimepicker':
      return { type, selected_date_time: element.initial_date_time ?? null }
    case 'file_input':
      return { type, files: [] }
    default:
      return { type, value: initial_value ?? null }
  }
}

/** What users have filled in and chosen, for each surface (a view, or one user's sight of a message). */
export class ElementStates {
  readonly #chosen = new Map<string, Json>()

  /** Remembers what an element of a surface now holds. */
  set(surface: string, blockId: string, actionId: string, state: Json): void {
    this.#chosen.set(JSON.stringify([surface, blockId, actionId]), state)
  }

  /**
   * `state.values` of a surface. What was chosen is kept through an update as long as block_id, action_id and
   * element type stay the same; that is how Slack does it.
   */
  values(surface: string, blocks: readonly Json[]): Json {
    const values: Record<string, Json> = {}
    for (const { block, element } of placedElements(blocks)) {
      const blockId = textAt(block, 'block_id') ?? ''
      const actionId = textAt(element, 'action_id') ?? ''
      const initial = initialState(element)
      if (!initial) continue
      const chosen = this.#chosen.get(JSON.stringify([surface, blockId, actionId]))
      const kept = isObject(chosen) && chosen.type === element.type ? chosen : initial
      values[blockId] = { ...values[blockId], [actionId]: kept }
    }
    return values
  }
}

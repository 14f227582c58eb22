import { elementsOf } from '../blocks/walk.js'
import { type Json, objectAt, objectsAt, textAt } from '../json.js'

/** Something on a message or form that can be pressed, chosen or filled in. */
export interface Control {
  /** What to send: `block_id/action_id`. */
  name: string
  kind:
    | 'button'
    | 'choice'
    | 'several'
    | 'suggest'
    | 'person'
    | 'place'
    | 'date'
    | 'time'
    | 'text'
    | 'long text'
  label: string
  value?: string
  options?: { text: string; value: string }[]
  /** A field of a form: nothing is sent before the form is. */
  waits: boolean
}

const kinds: Record<string, Control['kind'] | undefined> = {
  button: 'button',
  static_select: 'choice',
  overflow: 'choice',
  radio_buttons: 'choice',
  checkboxes: 'several',
  multi_static_select: 'several',
  external_select: 'suggest',
  users_select: 'person',
  conversations_select: 'place',
  channels_select: 'place',
  datepicker: 'date',
  timepicker: 'time',
}

/** A block's elements in simple form; kinds that this page does not draw become text fields. */
export function controlsOf(block: Json): Control[] {
  return elementsOf(block).map((element) => {
    const label =
      textAt(objectAt(block, 'label'), 'text') ??
      textAt(objectAt(element, 'text'), 'text') ??
      textAt(objectAt(element, 'placeholder'), 'text') ??
      (element.type === 'overflow' ? '…' : '')
    const value =
      textAt(element, 'initial_value') ??
      textAt(element, 'initial_date') ??
      textAt(element, 'initial_time') ??
      textAt(element, 'initial_user') ??
      textAt(objectAt(element, 'initial_option'), 'value')
    const groups = objectsAt(element, 'option_groups').flatMap((group) => objectsAt(group, 'options'))
    const options = [...objectsAt(element, 'options'), ...groups].map(simpleOption)
    return {
      name: `${textAt(block, 'block_id')}/${textAt(element, 'action_id')}`,
      kind: kinds[String(element.type)] ?? (element.multiline === true ? 'long text' : 'text'),
      label,
      waits: block.type === 'input' && block.dispatch_action !== true,
      ...(value === undefined ? {} : { value }),
      ...(options.length > 0 ? { options } : {}),
    }
  })
}

export function simpleOption(option: Json): { text: string; value: string } {
  return { text: textAt(objectAt(option, 'text'), 'text') ?? '', value: textAt(option, 'value') ?? '' }
}

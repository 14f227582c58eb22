import type { ElementProps } from '../acting.js'
import { Button } from './button.js'
import { Boxes, Radios } from './choices.js'
import { DayOrTime } from './day-or-time.js'
import { Files } from './files.js'
import { Overflow } from './overflow.js'
import { ManyOf, OneOf } from './select.js'
import { TypeAhead } from './type-ahead.js'
import { Typed } from './typed.js'

/** Anything that can be pressed, chosen or filled in. */
export function Element(props: ElementProps) {
  switch (props.element.type) {
    case 'button':
      return <Button {...props} />
    case 'overflow':
      return <Overflow {...props} />
    case 'radio_buttons':
      return <Radios {...props} />
    case 'checkboxes':
      return <Boxes {...props} />
    case 'static_select':
    case 'users_select':
    case 'conversations_select':
    case 'channels_select':
      return <OneOf {...props} />
    case 'multi_static_select':
    case 'multi_users_select':
    case 'multi_conversations_select':
    case 'multi_channels_select':
      return <ManyOf {...props} />
    case 'external_select':
    case 'multi_external_select':
      return <TypeAhead {...props} />
    case 'datepicker':
    case 'timepicker':
    case 'datetimepicker':
      return <DayOrTime {...props} />
    case 'file_input':
      return <Files {...props} />
    default:
      return <Typed {...props} />
  }
}

import { Menu } from '../../overlay/menu.js'
import { objectsAt, textAt } from '../../text/json.js'
import { type ElementProps, useElement } from '../acting.js'
import { choiceOf } from './options.js'

export function Overflow(props: ElementProps) {
  const { choose } = useElement(props)
  const items = objectsAt(props.element, 'options').map((option) => {
    const { value, text } = choiceOf(option)
    return {
      label: text,
      pick: () => {
        const url = textAt(option, 'url')
        if (url) window.open(url, '_blank', 'noreferrer')
        void choose(value)
      },
    }
  })
  return (
    <Menu label="More choices" items={items} class="block-button">
      ⋯
    </Menu>
  )
}

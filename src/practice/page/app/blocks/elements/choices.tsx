import { useId, useState } from 'preact/hooks'
import { objectAt, objectsAt, textAt } from '../../text/json.js'
import { TextObject } from '../../text/text-object.js'
import { type ElementProps, useElement } from '../acting.js'
import { heldValues } from './options.js'

export function Radios(props: ElementProps) {
  const { choose, held, label } = useElement(props)
  const group = useId()
  const [chosen, setChosen] = useState(() => heldValues(held)[0])
  return (
    <div class="choices" role="radiogroup" aria-label={label}>
      {objectsAt(props.element, 'options').map((option) => {
        const value = textAt(option, 'value')
        return (
          <label key={value}>
            <input
              type="radio"
              name={group}
              checked={chosen === value}
              onChange={() => {
                setChosen(value)
                void choose(value)
              }}
            />
            <OptionWords option={option} />
          </label>
        )
      })}
    </div>
  )
}

export function Boxes(props: ElementProps) {
  const { choose, held, label } = useElement(props)
  const [chosen, setChosen] = useState(() => heldValues(held))
  return (
    // biome-ignore lint/a11y/useSemanticElements: as a field it stands in a fieldset already
    <div class="choices" role="group" aria-label={label}>
      {objectsAt(props.element, 'options').map((option) => {
        const value = textAt(option, 'value')
        return (
          <label key={value}>
            <input
              type="checkbox"
              checked={chosen.includes(value)}
              onChange={({ currentTarget }) => {
                const others = chosen.filter((other) => other !== value)
                const next = currentTarget.checked ? [...others, value] : others
                setChosen(next)
                void choose(next)
              }}
            />
            <OptionWords option={option} />
          </label>
        )
      })}
    </div>
  )
}

function OptionWords({ option }: { option: Record<string, unknown> }) {
  const [text, description] = [objectAt(option, 'text'), objectAt(option, 'description')]
  return (
    <span>
      {text && <TextObject of={text} />}
      {description && (
        <small>
          <TextObject of={description} />
        </small>
      )}
    </span>
  )
}

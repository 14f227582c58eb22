import { useState } from 'preact/hooks'
import { useScene } from '../../live/live.js'
import { objectAt, textAt } from '../../text/json.js'
import { type ElementProps, useElement } from '../acting.js'
import { choiceGroups, heldValues } from './options.js'

/** A select of one: the browser's own, which every keyboard and screen reader knows. */
export function OneOf(props: ElementProps) {
  const { choose, held, label, isBusy, error, errorId, waits } = useElement(props)
  const scene = useScene()
  const { block, element } = props
  const [chosen, setChosen] = useState(() => heldValues(held)[0] ?? '')
  const groups = choiceGroups(element, scene)
  const isField = block.type === 'input'
  const take = (value: string) => {
    setChosen(value)
    if (value !== '' || waits) void choose(value)
  }
  return (
    <select
      id={isField ? `field-${textAt(block, 'block_id')}` : undefined}
      class="block-select"
      aria-label={isField ? undefined : label}
      aria-invalid={error !== undefined}
      aria-describedby={errorId}
      aria-busy={isBusy}
      // A message's menu acts: it is there again for the next choice.
      value={isField ? chosen : (heldValues(held)[0] ?? '')}
      autofocus={element.focus_on_load === true}
      onChange={({ currentTarget }) => take(currentTarget.value)}
    >
      <option value="">{textAt(objectAt(element, 'placeholder'), 'text') || 'Choose'}</option>
      {groups.map((group) =>
        group.label ? (
          <optgroup key={group.label} label={group.label}>
            <Options of={group.choices} />
          </optgroup>
        ) : (
          <Options key="alone" of={group.choices} />
        ),
      )}
    </select>
  )
}

function Options({ of }: { of: { value: string; text: string }[] }) {
  return (
    <>
      {of.map(({ value, text }) => (
        <option key={value} value={value}>
          {text}
        </option>
      ))}
    </>
  )
}

/** A select of several, as boxes that lie open. */
export function ManyOf(props: ElementProps) {
  const { choose, held, label } = useElement(props)
  const scene = useScene()
  const [chosen, setChosen] = useState(() => heldValues(held))
  const toggle = (value: string, isOn: boolean) => {
    const next = isOn ? [...chosen, value] : chosen.filter((other) => other !== value)
    setChosen(next)
    void choose(next)
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: as a field it stands in a fieldset already
    <div class="many-of" role="group" aria-label={label}>
      {choiceGroups(props.element, scene).flatMap(({ choices }) =>
        choices.map(({ value, text }) => (
          <label key={value}>
            <input
              type="checkbox"
              checked={chosen.includes(value)}
              onChange={({ currentTarget }) => toggle(value, currentTarget.checked)}
            />
            <span dir="auto">{text}</span>
          </label>
        )),
      )}
    </div>
  )
}

import { useId, useRef, useState } from 'preact/hooks'
import type { Json } from '../../../wire.js'
import { useLive } from '../../live/live.js'
import { objectAt, objectsAt, textAt } from '../../text/json.js'
import { type ElementProps, useElement } from '../acting.js'
import { choiceOf } from './options.js'

/** A select whose options the bot gives while one types; of one, or of several. */
export function TypeAhead(props: ElementProps) {
  const { choose, held, label, where, name, error, errorId } = useElement(props)
  const { block, element } = props
  const live = useLive()
  const list = useId()
  const isMany = element.type === 'multi_external_select'
  const [chosen, setChosen] = useState<Json[]>(() => {
    const one = objectAt(held, 'selected_option')
    return isMany ? objectsAt(held, 'selected_options') : one ? [one] : []
  })
  const [query, setQuery] = useState(isMany ? '' : chosen[0] ? choiceOf(chosen[0]).text : '')
  const [options, setOptions] = useState<Json[]>()
  const [active, setActive] = useState(0)
  const asked = useRef(0)

  const ask = async (typed: string) => {
    setQuery(typed)
    asked.current += 1
    const mine = asked.current
    const outcome = await live.act({ do: 'suggest', where, name, query: typed })
    // A slower answer to what was typed before must not replace this one.
    if (mine !== asked.current) return
    setOptions(outcome.options ?? [])
    setActive(0)
  }
  const take = (option: Json) => {
    const next = isMany ? [...chosen, option] : [option]
    setChosen(next)
    setQuery(isMany ? '' : choiceOf(option).text)
    setOptions(undefined)
    void choose(isMany ? next : option)
  }
  const onKey = (event: KeyboardEvent) => {
    if (!options) {
      if (event.key === 'ArrowDown') void ask(query)
      return
    }
    if (event.key === 'Escape') {
      event.stopPropagation()
      event.preventDefault()
      setOptions(undefined)
    } else if (event.key === 'Enter') {
      event.preventDefault()
      const option = options[active]
      if (option) take(option)
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      const step = event.key === 'ArrowDown' ? 1 : -1
      setActive((active + step + options.length) % Math.max(options.length, 1))
    }
  }
  const isField = block.type === 'input'
  return (
    <div class="type-ahead">
      {isMany &&
        chosen.map((option) => (
          <button
            key={textAt(option, 'value')}
            type="button"
            class="chip"
            aria-label={`Take ${choiceOf(option).text} away`}
            onClick={() => {
              const next = chosen.filter((other) => other !== option)
              setChosen(next)
              void choose(next)
            }}
          >
            {choiceOf(option).text} ×
          </button>
        ))}
      <input
        id={isField ? `field-${textAt(block, 'block_id')}` : undefined}
        class="block-field"
        role="combobox"
        aria-label={isField ? undefined : label}
        aria-expanded={options !== undefined}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={options?.[active] ? `${list}-${active}` : undefined}
        aria-invalid={error !== undefined}
        aria-describedby={errorId}
        autocomplete="off"
        dir="auto"
        placeholder={textAt(objectAt(element, 'placeholder'), 'text') || 'Type to look'}
        value={query}
        onInput={({ currentTarget }) => void ask(currentTarget.value)}
        onFocus={() => {
          if (element.min_query_length === 0) void ask(query)
        }}
        onBlur={() => setOptions(undefined)}
        onKeyDown={onKey}
      />
      <div class="suggestions" id={list} role="listbox" aria-label={label} hidden={!options}>
        {options?.map((option, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the box above has the keys
          <div
            key={textAt(option, 'value')}
            id={`${list}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => take(option)}
          >
            <span dir="auto">{choiceOf(option).text}</span>
          </div>
        ))}
        {options?.length === 0 && <p class="no-suggestions">Nobody and nothing like that</p>}
      </div>
    </div>
  )
}

import { useEffect, useRef, useState } from 'preact/hooks'
import { objectAt, textAt } from '../../text/json.js'
import { type ElementProps, useElement } from '../acting.js'
import { heldValues } from './options.js'

const kinds: Record<string, string> = {
  email_text_input: 'email',
  url_text_input: 'url',
  number_input: 'text',
}
/** What is half typed is told to the server this long after the last key, so that a reload keeps it. */
const restMs = 250

export function Typed(props: ElementProps) {
  const { choose, keep, held, label, error, errorId, waits, name } = useElement(props)
  const { block, element } = props
  const [value, setValue] = useState(() => heldValues(held)[0] ?? '')
  const timer = useRef<number>()
  useEffect(() => keep(value), [])
  useEffect(() => () => clearTimeout(timer.current), [])
  const type = (text: string) => {
    setValue(text)
    keep(text)
    clearTimeout(timer.current)
    if (waits) timer.current = window.setTimeout(() => void choose(text), restMs)
  }
  const isField = block.type === 'input'
  const common = {
    id: isField ? `field-${textAt(block, 'block_id')}` : undefined,
    class: 'block-field',
    'data-field': name,
    dir: 'auto' as const,
    placeholder: textAt(objectAt(element, 'placeholder'), 'text'),
    'aria-label': isField ? undefined : label,
    'aria-invalid': error !== undefined,
    'aria-describedby': errorId,
    autofocus: element.focus_on_load === true,
    value,
  }
  if (element.multiline === true)
    return <textarea {...common} rows={4} onInput={({ currentTarget }) => type(currentTarget.value)} />
  return (
    <input
      {...common}
      type={kinds[String(element.type)] ?? 'text'}
      inputMode={element.type === 'number_input' ? 'decimal' : undefined}
      autocomplete="off"
      onInput={({ currentTarget }) => type(currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || waits) return
        event.preventDefault()
        void choose(value)
      }}
    />
  )
}

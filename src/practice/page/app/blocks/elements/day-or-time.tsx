import { useState } from 'preact/hooks'
import { textAt } from '../../text/json.js'
import { type ElementProps, useElement } from '../acting.js'
import { heldValues } from './options.js'

const kinds: Record<string, string> = {
  datepicker: 'date',
  timepicker: 'time',
  datetimepicker: 'datetime-local',
}

/** Dates and times, by the browser's own pickers. */
export function DayOrTime(props: ElementProps) {
  const { choose, held, label, error, errorId } = useElement(props)
  const { block, element } = props
  const isBoth = element.type === 'datetimepicker'
  const [value, setValue] = useState(() => {
    const [first = ''] = heldValues(held)
    return isBoth && first ? localMinute(Number(first)) : first
  })
  const isField = block.type === 'input'
  return (
    <input
      id={isField ? `field-${textAt(block, 'block_id')}` : undefined}
      class="block-field"
      type={kinds[String(element.type)] ?? 'date'}
      aria-label={isField ? undefined : label}
      aria-invalid={error !== undefined}
      aria-describedby={errorId}
      value={value}
      onChange={({ currentTarget }) => {
        setValue(currentTarget.value)
        void choose(isBoth ? epochSeconds(currentTarget.value) : currentTarget.value)
      }}
    />
  )
}

const epochSeconds = (local: string): number | null =>
  local === '' ? null : Math.floor(new Date(local).getTime() / 1_000)

const localMinute = (seconds: number): string => {
  const at = new Date(seconds * 1_000)
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
}

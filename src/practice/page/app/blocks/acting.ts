import { createContext } from 'preact'
import { useContext, useState } from 'preact/hooks'
import type { Json, Where } from '../../wire.js'
import { useLive } from '../live/live.js'
import { askFirst } from '../overlay/asking.js'
import { objectAt, textAt } from '../text/json.js'

/** Where elements stand, what they hold, and, in a form, what to say of a field and how to fill it in. */
export interface Acting {
  where: Where
  values: Json
  /** In a form: what was filled in here and is handed in with it, by `block_id/action_id`. */
  filled?: Map<string, unknown>
  errors?: Record<string, string>
}

export const ActingContext = createContext<Acting | undefined>(undefined)

export interface ElementProps {
  block: Json
  element: Json
}

/** What an element is called where the bot gave it no words. */
const unnamed: Record<string, string> = {
  datepicker: 'A day',
  timepicker: 'A time',
  datetimepicker: 'A day and time',
}

/** What an element can do: act at once, or wait in its form until that is handed in. */
export function useElement({ block, element }: ElementProps) {
  const acting = useContext(ActingContext)
  if (!acting) throw new Error('An element stands nowhere')
  const live = useLive()
  const [isBusy, setBusy] = useState(false)
  const name = `${textAt(block, 'block_id')}/${textAt(element, 'action_id')}`
  const { where, filled, errors, values } = acting
  const blockId = textAt(block, 'block_id')
  const held = objectAt(objectAt(values, blockId), textAt(element, 'action_id')) ?? {}
  const label =
    textAt(objectAt(block, 'label'), 'text') ||
    textAt(objectAt(element, 'placeholder'), 'text') ||
    textAt(objectAt(block, 'text'), 'text') ||
    (unnamed[String(element.type)] ?? 'Choose')
  /** Nothing is told to the bot by filling it in. */
  const waits = block.type === 'input' && block.dispatch_action !== true

  const act = async (deed: { do: 'press' } | { do: 'choose'; value: unknown }): Promise<void> => {
    const confirm = objectAt(element, 'confirm')
    if (confirm && !(await askFirst(confirm))) return
    if (waits) return live.keep({ ...deed, where, name })
    setBusy(true)
    await live.act({ ...deed, where, name })
    setBusy(false)
  }
  return {
    name,
    held,
    label,
    waits,
    isBusy,
    where,
    error: errors?.[blockId],
    errorId: errors?.[blockId] ? `error-${blockId}` : undefined,
    press: () => act({ do: 'press' }),
    choose: (value: unknown) => {
      filled?.set(name, value)
      return act({ do: 'choose', value })
    },
    /** Remembers what is half typed, so that it goes with the form even if it is never sent by itself. */
    keep: (value: unknown) => void filled?.set(name, value),
  }
}

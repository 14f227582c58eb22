import type { ComponentChildren } from 'preact'
import { useEffect, useId, useRef, useState } from 'preact/hooks'

export interface MenuItem {
  label: string
  pick: () => void
}

/** A button that opens a menu; arrows walk it, Escape closes it, and the focus comes back to the button. */
export function Menu(props: {
  label: string
  items: readonly MenuItem[]
  class?: string
  children: ComponentChildren
}) {
  const [isOpen, setOpen] = useState(false)
  const id = useId()
  const opener = useRef<HTMLButtonElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const buttons = () => [...(list.current?.querySelectorAll('button') ?? [])]
  useEffect(() => {
    if (isOpen) buttons()[0]?.focus()
  }, [isOpen])
  const shut = () => {
    setOpen(false)
    opener.current?.focus()
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.stopPropagation()
      event.preventDefault()
      shut()
    }
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    event.preventDefault()
    const all = buttons()
    const now = all.findIndex((button) => button.matches(':focus'))
    all[(now + (event.key === 'ArrowDown' ? 1 : -1) + all.length) % all.length]?.focus()
  }
  return (
    <div
      class="menu"
      onFocusOut={(event) => {
        const next = event.relatedTarget
        if (!(next instanceof Node && event.currentTarget.contains(next))) setOpen(false)
      }}
    >
      <button
        ref={opener}
        type="button"
        class={props.class}
        aria-label={props.label}
        title={props.label}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        {props.children}
      </button>
      {isOpen && (
        <div class="menu-items" role="menu" id={id} ref={list} aria-label={props.label} onKeyDown={onKey}>
          {props.items.map(({ label, pick }) => (
            <button
              key={label}
              type="button"
              role="menuitem"
              tabIndex={-1}
              onClick={() => {
                shut()
                pick()
              }}
            >
              {label}
            </button>
          ))}
        </div>
      )}
    </div>
  )
}

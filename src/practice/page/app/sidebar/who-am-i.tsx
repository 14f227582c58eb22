import { useEffect, useId, useRef, useState } from 'preact/hooks'
import type { Person } from '../../wire.js'
import { useLive, useScene } from '../live/live.js'
import { Avatar } from '../talk/avatar.js'

const standingWords = ({ standing, organisation }: Person): string =>
  ({
    teammate: 'teammate',
    guest: 'guest',
    outsider: organisation ? `from ${organisation}` : 'from another organisation',
    bot: 'app',
  })[standing]

/** Who one is; choosing somebody else shows what that one sees. */
export function WhoAmI() {
  const live = useLive()
  const { me, selves } = useScene()
  const [isOpen, setOpen] = useState(false)
  const id = useId()
  const opener = useRef<HTMLButtonElement>(null)
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isOpen) list.current?.querySelector<HTMLElement>('[aria-pressed="true"]')?.focus()
  }, [isOpen])
  const shut = () => {
    setOpen(false)
    opener.current?.focus()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only hears Escape and the focus go
    <div
      class="who"
      onKeyDown={(event) => {
        if (event.key === 'Escape' && isOpen) shut()
      }}
      onFocusOut={(event) => {
        const next = event.relatedTarget
        if (!(next instanceof Node && event.currentTarget.contains(next))) setOpen(false)
      }}
    >
      <button
        ref={opener}
        type="button"
        class="who-now"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        <Avatar of={me} size={34} />
        <span class="who-words">
          <span class="who-label">You are</span>
          <strong dir="auto">{me.name}</strong>
          <span class="who-standing">{standingWords(me)}</span>
        </span>
        <span class="who-turn" aria-hidden="true">
          ⇅
        </span>
      </button>
      {isOpen && (
        // biome-ignore lint/a11y/useSemanticElements: a list of buttons, no field of a form
        <div class="who-list" id={id} ref={list} role="group" aria-label="Be somebody else">
          {selves.map((self) => (
            <button
              key={self.id}
              type="button"
              aria-pressed={self.id === me.id}
              onClick={() => {
                live.be(self.id)
                shut()
              }}
            >
              <Avatar of={self} size={28} />
              <span class="who-words">
                <strong dir="auto">{self.name}</strong>
                <span class="who-standing">{standingWords(self)}</span>
              </span>
            </button>
          ))}
        </div>
      )}
    </div>
  )
}

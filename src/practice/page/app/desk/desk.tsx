import { useEffect, useRef } from 'preact/hooks'
import { Icon } from '../icons.js'
import { ClockCard } from './clock-card.js'
import { Guide } from './guide.js'
import { NextCard } from './next-card.js'

/** What moves the workspace: the clock, what the bot thinks of next, and the guide. */
export function Desk({ isDrawer, close }: { isDrawer: boolean; close: () => void }) {
  const aside = useRef<HTMLElement>(null)
  useEffect(() => {
    if (isDrawer) aside.current?.querySelector('button')?.focus()
  }, [isDrawer])
  return (
    <aside
      ref={aside}
      class={`side desk${isDrawer ? ' is-drawer' : ''}`}
      aria-label="Clock and guide"
      onKeyDown={(event) => {
        if (isDrawer && event.key === 'Escape') close()
      }}
    >
      {isDrawer && (
        <div class="side-head">
          <h2>Clock and guide</h2>
          <button type="button" class="icon-button" aria-label="Close" onClick={close}>
            <Icon name="close" />
          </button>
        </div>
      )}
      <ClockCard />
      <NextCard />
      <Guide />
    </aside>
  )
}

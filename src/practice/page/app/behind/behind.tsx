import { useEffect, useRef, useState } from 'preact/hooks'
import { Icon } from '../icons.js'
import { useScene } from '../live/live.js'
import { BotLog } from './bot-log.js'
import { Problems } from './problems.js'
import { Switchboard } from './switchboard.js'
import { TrafficList } from './traffic-list.js'

const views = ['traffic', 'refused', 'trouble', 'log'] as const
const names = { traffic: 'Traffic', refused: 'Refused', trouble: 'Make trouble', log: 'Bot’s log' }
export type BehindView = (typeof views)[number]

/** The drawer with what goes over the wire, what Slack would have refused, and switches for faults. */
export function Behind({ first, close }: { first: BehindView; close: () => void }) {
  const { problems, bot } = useScene()
  const [view, setView] = useState<BehindView>(first)
  const panel = useRef<HTMLElement>(null)
  useEffect(() => {
    const before = document.activeElement
    panel.current?.querySelector<HTMLElement>('[role=tab][aria-selected=true]')?.focus()
    return () => {
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])
  const shown = views.filter((each) => each !== 'log' || bot.isOurs)
  return (
    <section
      ref={panel}
      class="behind"
      aria-label="Behind the scenes"
      onKeyDown={(event) => {
        if (event.key === 'Escape') close()
      }}
    >
      <header class="side-head">
        <h2>Behind the scenes</h2>
        <button type="button" class="icon-button" aria-label="Close" onClick={close}>
          <Icon name="close" />
        </button>
      </header>
      <div class="tabs" role="tablist" aria-label="Behind the scenes">
        {shown.map((each) => (
          <button
            key={each}
            type="button"
            role="tab"
            aria-selected={view === each}
            onClick={() => setView(each)}
          >
            {names[each]}
            {each === 'refused' && problems.length > 0 && <span class="count">{problems.length}</span>}
          </button>
        ))}
      </div>
      <div class="behind-body" role="tabpanel" aria-label={names[view]}>
        {view === 'traffic' && <TrafficList />}
        {view === 'refused' && <Problems />}
        {view === 'trouble' && <Switchboard />}
        {view === 'log' && <BotLog />}
      </div>
    </section>
  )
}

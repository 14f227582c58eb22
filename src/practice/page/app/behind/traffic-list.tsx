import { useEffect, useState } from 'preact/hooks'
import type { ShownTraffic } from '../../wire.js'
import { clockTime } from '../live/days.js'
import { useLive, useScene } from '../live/live.js'

const arrows = { in: '←', out: '→', withheld: '⊘' }
const directions = { in: 'from the bot', out: 'to the bot', withheld: 'withheld' }
/** Calls that only look something up are many; they are shown on request. */
const isLookup = ({ name, kind }: ShownTraffic) =>
  kind === 'socket' ||
  (kind === 'method' &&
    /\.(info|list|test|members|history|replies|open)$/.test(name) &&
    !name.startsWith('views'))

export function TrafficList() {
  const live = useLive()
  const scene = useScene()
  const [all, setAll] = useState<ShownTraffic[]>([])
  const [withLookups, setWithLookups] = useState(false)
  useEffect(() => {
    let isGone = false
    const look = async () => {
      const answer: unknown = await (await fetch('/page/traffic?after=0')).json()
      if (!isGone && Array.isArray(answer)) setAll(answer as ShownTraffic[])
    }
    void look().catch(() => {})
    const stop = live.onChange(() => void look().catch(() => {}))
    return () => {
      isGone = true
      stop()
    }
  }, [scene.era])
  const shown = all.filter((one) => withLookups || one.faults.length > 0 || !isLookup(one)).toReversed()
  return (
    <>
      <label class="lookups">
        <input
          type="checkbox"
          checked={withLookups}
          onChange={({ currentTarget }) => setWithLookups(currentTarget.checked)}
        />
        With look-ups and connections
      </label>
      {shown.length === 0 && <p class="quiet">Nothing yet. Type something.</p>}
      <ol class="traffic">
        {shown.map((one) => (
          <li key={one.number}>
            <Entry one={one} zone={scene.me.zone} />
          </li>
        ))}
      </ol>
    </>
  )
}

function Entry({ one, zone }: { one: ShownTraffic; zone: string }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary class={one.faults.length > 0 ? 'is-faulty' : one.direction}>
        <span class="traffic-arrow" aria-hidden="true">
          {arrows[one.direction]}
        </span>
        <span class="traffic-name">{one.name}</span>
        <span class="traffic-kind">
          {one.kind}, {directions[one.direction]}
        </span>
        <time>{clockTime(new Date(one.at), zone)}</time>
        {one.faults.map((fault) => (
          <span key={fault} class="traffic-fault">
            {fault}
          </span>
        ))}
        {one.note && <span class="traffic-note">{one.note}</span>}
      </summary>
      {isOpen && (
        <>
          <h3>Sent</h3>
          <Payload of={one.body} />
          {one.answer !== undefined && (
            <>
              <h3>Answered</h3>
              <Payload of={one.answer} />
            </>
          )}
        </>
      )}
    </details>
  )
}

function Payload({ of }: { of: unknown }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <pre class="code" tabIndex={0}>
      {JSON.stringify(of, null, 2)}
    </pre>
  )
}

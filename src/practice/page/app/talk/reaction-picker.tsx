import { useEffect, useId, useRef, useState } from 'preact/hooks'
import type { ShownMessage } from '../../wire.js'
import { Icon } from '../icons.js'
import { useLive, useScene } from '../live/live.js'
import { commonEmoji } from '../text/emoji.js'
import { Emoji } from '../text/written.js'

/** What a reaction means, as one would say it. */
const meanings: Record<string, string> = {
  called: 'I called them',
  emailed: 'I emailed them',
  met: 'I met them',
  messaged: 'I messaged them',
  heard: 'Their own words',
  note: 'Keep as a note',
}

/** Opens the reactions, those that mean something to the bot first. */
export function ReactionPicker({ message, class: className }: { message: ShownMessage; class?: string }) {
  const live = useLive()
  const { abilities, me } = useScene()
  const [isOpen, setOpen] = useState(false)
  const id = useId()
  const opener = useRef<HTMLButtonElement>(null)
  const panel = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!isOpen) return
    panel.current?.querySelector('button')?.focus()
    panel.current?.scrollIntoView({ block: 'nearest' })
  }, [isOpen])
  const shut = () => {
    setOpen(false)
    opener.current?.focus()
  }
  const react = (emoji: string) => {
    shut()
    const off = message.reactions[emoji]?.includes(me.id) === true
    void live.act({ do: 'react', channel: message.channelId, ts: message.ts, emoji, off })
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only hears Escape and the focus go
    <div
      class="picker"
      onFocusOut={(event) => {
        const next = event.relatedTarget
        if (!(next instanceof Node && event.currentTarget.contains(next))) setOpen(false)
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !isOpen) return
        event.stopPropagation()
        shut()
      }}
    >
      <button
        ref={opener}
        type="button"
        class={className}
        aria-label="Add a reaction"
        title="Add a reaction"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        <Icon name="smile" size={18} />
      </button>
      {isOpen && (
        <div class="picker-panel" id={id} ref={panel} role="dialog" aria-label="Reactions">
          {abilities.meaningful.length > 0 && (
            <div class="picker-meaning">
              {abilities.meaningful.map(({ name, means }) => (
                <button key={name} type="button" onClick={() => react(name)}>
                  <Emoji name={name} /> <span>{meanings[means] ?? means}</span>
                </button>
              ))}
            </div>
          )}
          <div class="picker-others">
            {commonEmoji.map((name) => (
              <button key={name} type="button" title={`:${name}:`} onClick={() => react(name)}>
                <Emoji name={name} />
              </button>
            ))}
          </div>
        </div>
      )}
    </div>
  )
}

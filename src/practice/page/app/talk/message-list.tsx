import { useEffect, useRef } from 'preact/hooks'
import type { Person, Place, ShownMessage } from '../../wire.js'
import { dayKey, dayName, saidAt } from '../live/days.js'
import { useScene } from '../live/live.js'
import { Message } from './message.js'
import { inChannel, repliesTo } from './threads.js'

/** What one person says within this time stands under one name. */
const togetherMs = 5 * 60_000

export function MessageList({ openThread }: { openThread: (ts: string) => void }) {
  const { messages, me, clock, here, places } = useScene()
  const shown = inChannel(messages)
  const list = useRef<HTMLDivElement>(null)
  useFollowing(list, here, messages, asksFor(shown, me, new Date(clock.now)))
  const place = places.find(({ id }) => id === here)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <div class="messages" ref={list} tabIndex={0} role="log" aria-label="Messages" aria-live="polite">
      <div class="messages-inner">
        {place && <Beginning place={place} isEmpty={shown.length === 0} />}
        {shown.map((message, index) => {
          const before = shown[index - 1]
          const at = saidAt(message.ts)
          const isNewDay = !before || dayKey(saidAt(before.ts), me.zone) !== dayKey(at, me.zone)
          return (
            <div key={message.ts}>
              {isNewDay && (
                <div class="day">
                  <span>{dayName(at, new Date(clock.now), me.zone)}</span>
                </div>
              )}
              <Message
                message={message}
                isFollowing={!isNewDay && follows(before, message)}
                replies={repliesTo(messages, message.ts)}
                openThread={openThread}
              />
            </div>
          )
        })}
      </div>
    </div>
  )
}

function follows(before: ShownMessage | undefined, message: ShownMessage): boolean {
  return (
    before?.user === message.user &&
    before.isEphemeral === message.isEphemeral &&
    !message.isEphemeral &&
    saidAt(message.ts).getTime() - saidAt(before.ts).getTime() < togetherMs
  )
}

/** What one waits for: one's own newest message or answer, and the day to which the clock was moved. */
function asksFor(shown: readonly ShownMessage[], me: Person, now: Date): string {
  const mine = shown.findLast(({ isEphemeral, user }) => isEphemeral || user === me.id)
  return `${mine?.ts} ${dayKey(now, me.zone)}`
}

/** Stays at the newest message, unless one has scrolled up to read and asked for nothing since. */
function useFollowing(
  list: { current: HTMLDivElement | null },
  here: string,
  messages: unknown,
  asked: string,
) {
  const isAtEnd = useRef(true)
  useEffect(() => {
    const box = list.current
    if (!box) return
    let lastTop = box.scrollTop
    // A message that comes between a scroll and its event is no scrolling up.
    const look = () => {
      if (box.scrollHeight - box.scrollTop - box.clientHeight < 60) isAtEnd.current = true
      else if (box.scrollTop < lastTop) isAtEnd.current = false
      lastTop = box.scrollTop
    }
    box.addEventListener('scroll', look, { passive: true })
    // Text that wraps anew, or a guide that opens, must not hide the newest message either.
    const follow = new ResizeObserver(() => {
      if (isAtEnd.current) box.scrollTop = box.scrollHeight
    })
    follow.observe(box)
    if (box.firstElementChild) follow.observe(box.firstElementChild)
    return () => {
      box.removeEventListener('scroll', look)
      follow.disconnect()
    }
  }, [])
  useEffect(() => {
    isAtEnd.current = true
    if (list.current) list.current.scrollTop = list.current.scrollHeight
  }, [here, asked])
  useEffect(() => {
    if (isAtEnd.current && list.current) list.current.scrollTop = list.current.scrollHeight
  }, [messages])
}

/** Where a place begins, so that a new one is no blank page. */
function Beginning({ place, isEmpty }: { place: Place; isEmpty: boolean }) {
  const { abilities } = useScene()
  const isDirect = place.kind === 'dm' || place.kind === 'group'
  const command = abilities.commands[0]?.name
  return (
    <div class="beginning">
      <p class="beginning-title" dir="auto">
        {isDirect ? place.name : `# ${place.name}`}
      </p>
      <p>
        {isDirect
          ? `Only you and ${place.name} read what is said here.`
          : `This is where #${place.name} begins.`}
        {isEmpty && command && ` Type ${command} to see what ${isDirect ? place.name : 'the app'} knows.`}
      </p>
    </div>
  )
}

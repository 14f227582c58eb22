import { useEffect, useRef } from 'preact/hooks'
import { Composer } from '../compose/composer.js'
import { Icon } from '../icons.js'
import { useScene } from '../live/live.js'
import { Message } from './message.js'
import { repliesTo } from './threads.js'

/** A message with its replies, beside the channel. */
export function Thread({ ts, close }: { ts: string; close: () => void }) {
  const { messages, places, here } = useScene()
  const end = useRef<HTMLDivElement>(null)
  const parent = messages.find((message) => message.ts === ts)
  const replies = repliesTo(messages, ts)
  useEffect(() => end.current?.scrollIntoView({ block: 'nearest' }), [replies.length])
  if (!parent) return null
  return (
    <aside class="side thread" aria-label="Thread">
      <header class="side-head">
        <h2>Thread</h2>
        <span class="side-note">#{places.find(({ id }) => id === here)?.name}</span>
        <button type="button" class="icon-button" aria-label="Close the thread" onClick={close}>
          <Icon name="close" />
        </button>
      </header>
      <div class="thread-messages" role="log" aria-label="Replies">
        {[parent, ...replies].map((message) => (
          <Message key={message.ts} message={message} isFollowing={false} replies={[]} />
        ))}
        <div ref={end} />
      </div>
      <Composer thread={ts} />
    </aside>
  )
}

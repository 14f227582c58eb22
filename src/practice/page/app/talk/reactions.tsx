import type { ShownMessage } from '../../wire.js'
import { useLive, useScene } from '../live/live.js'
import { Emoji } from '../text/written.js'
import { ReactionPicker } from './reaction-picker.js'

export function Reactions({ message }: { message: ShownMessage }) {
  const live = useLive()
  const { me, people } = useScene()
  const all = Object.entries(message.reactions)
  if (all.length === 0) return null
  const nameOf = (id: string) => (id === me.id ? 'you' : (people.find((one) => one.id === id)?.name ?? '?'))
  const { channelId: channel, ts } = message
  return (
    <div class="reactions">
      {all.map(([emoji, users]) => {
        const isMine = users.includes(me.id)
        return (
          <button
            key={emoji}
            type="button"
            class="reaction"
            aria-pressed={isMine}
            title={`${users.map(nameOf).join(', ')} reacted with :${emoji}:`}
            onClick={() => void live.act({ do: 'react', channel, ts, emoji, off: isMine })}
          >
            <Emoji name={emoji} /> {users.length}
          </button>
        )
      })}
      <ReactionPicker message={message} class="reaction is-add" />
    </div>
  )
}

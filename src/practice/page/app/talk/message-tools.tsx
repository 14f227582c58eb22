import type { ShownMessage } from '../../wire.js'
import { Icon } from '../icons.js'
import { useLive, useScene } from '../live/live.js'
import { Menu, type MenuItem } from '../overlay/menu.js'
import { ReactionPicker } from './reaction-picker.js'
import { isReply } from './threads.js'

/** What can be done with a message; shown where the pointer or the focus is. */
export function MessageTools(props: {
  message: ShownMessage
  openThread: ((ts: string) => void) | undefined
  edit: () => void
}) {
  const { message, openThread, edit } = props
  const live = useLive()
  const { me, abilities } = useScene()
  if (message.isEphemeral) return null
  const { channelId: channel, ts } = message
  const items: MenuItem[] = [
    ...(me.standing === 'outsider'
      ? []
      : abilities.shortcuts
          .filter(({ on }) => on === 'message')
          .map(({ callbackId, name }) => ({
            label: name,
            pick: () => void live.act({ do: 'shortcut', callbackId, channel, ts }),
          }))),
    ...(message.user === me.id
      ? [
          { label: 'Change the message', pick: edit },
          { label: 'Delete the message', pick: () => void live.act({ do: 'remove', channel, ts }) },
        ]
      : []),
  ]
  return (
    // biome-ignore lint/a11y/useSemanticElements: a toolbar has no element of its own
    <div class="tools" role="group" aria-label="With this message">
      <ReactionPicker message={message} />
      {openThread && (
        <button
          type="button"
          aria-label="Reply in a thread"
          title="Reply in a thread"
          onClick={() => openThread(isReply(message) ? (message.threadTs ?? ts) : ts)}
        >
          <Icon name="reply" size={18} />
        </button>
      )}
      {items.length > 0 && (
        <Menu label="More" items={items}>
          <Icon name="more" size={18} />
        </Menu>
      )}
    </div>
  )
}

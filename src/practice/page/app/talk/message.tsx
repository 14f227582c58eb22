import { useState } from 'preact/hooks'
import type { ShownFile, ShownMessage } from '../../wire.js'
import { ActingContext } from '../blocks/acting.js'
import { Blocks } from '../blocks/blocks.js'
import { clockTime, saidAt } from '../live/days.js'
import { useLive, useScene } from '../live/live.js'
import { parseMrkdwn } from '../text/mrkdwn.js'
import { Pieces } from '../text/written.js'
import { Avatar } from './avatar.js'
import { EditBox } from './edit-box.js'
import { MessageTools } from './message-tools.js'
import { Reactions } from './reactions.js'

interface Props {
  message: ShownMessage
  /** Under the name of the one before. */
  isFollowing: boolean
  replies: readonly ShownMessage[]
  /** Absent within a thread. */
  openThread?: (ts: string) => void
}

export function Message({ message, isFollowing, replies, openThread }: Props) {
  const { people, me } = useScene()
  const live = useLive()
  const [isEditing, setEditing] = useState(false)
  const by = people.find(({ id }) => id === message.user)
  const time = clockTime(saidAt(message.ts), me.zone)
  const name = message.isFromSlack ? 'Slack' : (by?.name ?? 'Somebody')
  const where = { channel: message.channelId, ts: message.ts }
  return (
    <article
      class={`message${isFollowing ? ' is-following' : ''}${message.isEphemeral ? ' is-ephemeral' : ''}`}
      aria-label={`${name}, ${time}${message.isEphemeral ? ', only visible to you' : ''}`}
      data-ts={message.ts}
    >
      <div class="message-gutter">
        {isFollowing ? <time class="message-time">{time}</time> : <Avatar of={by} />}
      </div>
      <div class="message-body">
        {message.isEphemeral && (
          <p class="ephemeral-mark">
            <span aria-hidden="true">👁️</span> Only visible to you
          </p>
        )}
        {!isFollowing && (
          <p class="message-head">
            <strong dir="auto">{name}</strong>
            {by?.standing === 'bot' && <span class="badge">APP</span>}
            {by?.standing === 'guest' && <span class="badge">guest</span>}
            {by?.organisation && <span class="badge">{by.organisation}</span>}
            <time class="message-time">{time}</time>
          </p>
        )}
        {isEditing ? (
          <EditBox
            text={message.text}
            save={(text) => live.act({ do: 'edit', ...where, text })}
            close={() => setEditing(false)}
          />
        ) : (
          <ActingContext.Provider value={{ where, values: message.values }}>
            <Content message={message} />
          </ActingContext.Provider>
        )}
        <Reactions message={message} />
        {openThread && replies.length > 0 && (
          <button type="button" class="thread-link" onClick={() => openThread(message.ts)}>
            {replies.length === 1 ? '1 reply' : `${replies.length} replies`}
          </button>
        )}
      </div>
      {!isEditing && <MessageTools message={message} openThread={openThread} edit={() => setEditing(true)} />}
    </article>
  )
}

function Content({ message }: { message: ShownMessage }) {
  return (
    <div class="message-content">
      {message.blocks.length > 0 ? (
        <Blocks of={message.blocks} />
      ) : (
        message.text !== '' && <Pieces of={parseMrkdwn(message.text)} />
      )}
      {message.files?.map((file) => (
        <p key={file.id} class="file">
          <span aria-hidden="true">📄</span> <FileName of={file} />
          {file.alt !== undefined && <img class="file-picture" src={file.address} alt={file.alt} />}
        </p>
      ))}
      {message.isEdited && <span class="edited">(edited)</span>}
    </div>
  )
}

function FileName({ of: { name, address } }: { of: ShownFile }) {
  if (!address) return <span dir="auto">{name}</span>
  return (
    <a href={address} target="_blank" rel="noopener" dir="auto">
      {name}
    </a>
  )
}

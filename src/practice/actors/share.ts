import { seen } from '../sight/seen.js'
import type { Channel } from '../world/channel.js'
import type { User } from '../world/user.js'
import type { ActorParts } from './parts.js'
import { deed, type Said } from './talk.js'

/** Drops a file into a place: `file_shared`. What is in it stays on the disk it came from. */
export function share(
  parts: ActorParts,
  user: User,
  channel: Channel,
  { name, size }: { name: string; size: number },
): Said {
  const { workspace, posts, announce } = parts
  const { manifest, clock } = workspace
  if (!manifest.botEvents.has('file_shared') || !workspace.isBotIn(channel))
    throw new Error(`${manifest.appName} does not read files here. Type what it should know instead.`)
  const id = workspace.nextId('F')
  const message = posts.post({
    channelId: channel.id,
    userId: user.id,
    text: '',
    files: [{ id, name, size }],
  })
  announce({
    subscription: 'file_shared',
    scopes: ['files:read'],
    channel,
    membersOnly: true,
    event: {
      type: 'file_shared',
      file_id: id,
      user_id: user.id,
      file: { id },
      channel_id: channel.id,
      event_ts: clock.nextTs(),
    },
  })
  return { ...seen(message), ...deed(parts, user, message.number, channel.id) }
}

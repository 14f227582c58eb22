import { isObject } from '../json.js'
import { seen } from '../sight/seen.js'
import type { Channel } from '../world/channel.js'
import type { SharedFile } from '../world/message.js'
import { subscriptions } from '../world/posts.js'
import { fileObject, fileType, type StoredFile } from '../world/stored-file.js'
import type { User } from '../world/user.js'
import type { ActorParts } from './parts.js'
import { deed, type Said } from './talk.js'

/** What is in a file; a number is a size alone: nobody can read what is in it. */
export type FileContent = string | Buffer | number

/** Brings a file from somebody's disk into the workspace, where nobody sees it yet; answers its id. */
export function bring(parts: ActorParts, user: User, name: string, content: FileContent): string {
  return parts.files.bring(user.id, name, typeof content === 'string' ? Buffer.from(content) : content).id
}

/** Drops a file into a place: the message says so, `file_share`, and so does `file_shared`. */
export function share(
  parts: ActorParts,
  user: User,
  channel: Channel,
  { id, text }: { id: string; text: string },
): Said {
  const { workspace, posts, announce } = parts
  const { manifest, clock } = workspace
  const hears = manifest.botEvents.has('file_shared') || manifest.botEvents.has(subscriptions[channel.kind])
  if (!hears || !workspace.isBotIn(channel))
    throw new Error(`${manifest.appName} does not read files here. Type what it should know instead.`)
  const file = sharedFile(parts, ownFile(parts, user, id))
  const message = posts.post({ channelId: channel.id, userId: user.id, text, files: [file] })
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

/** Hands a file to the app in a field of a form: what the field holds then. Throws what Slack's client would refuse. */
export function handIn(parts: ActorParts, user: User, element: unknown, id: string): SharedFile {
  const file = ownFile(parts, user, id)
  const wanted = isObject(element) && Array.isArray(element.filetypes) ? element.filetypes : []
  if (wanted.length > 0 && !wanted.includes(fileType(file.name)))
    throw new Error(`Slack takes only these files here: ${wanted.join(', ')}`)
  if (file.size > largestInForm) throw new Error('Slack takes files of up to 10 MB in a form')
  file.isHandedIn = true
  return sharedFile(parts, file)
}

const largestInForm = 10 * 1024 * 1024

function ownFile({ workspace }: ActorParts, user: User, id: string): StoredFile {
  const file = workspace.files.get(id)
  if (file?.userId !== user.id) throw new Error(`${user.name} has brought no file ${id}`)
  return file
}

function sharedFile({ workspace, origin }: ActorParts, file: StoredFile): SharedFile {
  const { id, name, size } = file
  const { teamId } = workspace.identity
  return { ...fileObject(file, { teamId, origin: origin() }), id, name, size }
}

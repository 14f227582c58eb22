import { isObject, textAt } from '../../json.js'
import { fileObject, type StoredFile } from '../../world/stored-file.js'
import { botMethod, type MethodCall } from '../method.js'
import { refuse } from '../refusal.js'
import { memberChannel } from '../sight.js'
import { uploadPath } from '../uploads.js'

const largest = 1024 ** 3
const longestAltText = 1_000
const mostChannels = 100

/** Begins an upload: where to send the bytes, and the id that the file will have. */
export const filesGetUploadUrlExternal = botMethod(['files:write'], (call) => {
  const { args } = call
  const name = args.needText('filename')
  const size = Number(args.needText('length'))
  if (size === 0) refuse('missing_argument')
  if (!Number.isInteger(size) || size < 0)
    invalid('[ERROR] must be an integer greater than 0 [json-pointer:/length]')
  if (size > largest) refuse('file_upload_size_restricted')
  const alt = args.text('alt_txt')
  if ((alt?.length ?? 0) > longestAltText) refuse('alt_txt_too_large')
  const file = call.files.announce(name, size, alt)
  return { upload_url: `${call.origin()}${uploadPath}${file.ticket}`, file_id: file.id }
})

/** Ends it, once: all the files stand in one message, or belong to the app alone when no place is named. */
export const filesCompleteUploadExternal = botMethod(['files:write'], (call) => {
  const { args, posts, workspace } = call
  const files = filesOf(call)
  const places = placesOf(call).map((id) => {
    const channel = memberChannel(call, id)
    if (channel.archived) refuse('posting_to_channel_denied')
    return channel
  })
  for (const { file, title } of files) {
    file.isFinished = true
    file.title = title ?? file.name
  }
  const { botUserId, botId } = workspace.identity
  const threadTs = args.text('thread_ts')
  for (const channel of places)
    posts.post({
      channelId: channel.id,
      userId: botUserId,
      botId,
      text: args.text('initial_comment') ?? '',
      files: files.map(({ file: { id, name, size, title, alt } }) => ({
        id,
        name,
        size,
        title: title ?? name,
        ...(alt === undefined ? {} : { alt_txt: alt }),
      })),
      ...(threadTs ? { threadTs } : {}),
    })
  return { files: files.map(({ file: { id, title } }) => ({ id, title })) }
})

/** What there is to know of a file, and where its bytes are. */
export const filesInfo = botMethod(['files:read'], (call) => {
  const file = call.files.readable(call.args.needText('file')) ?? refuse('file_not_found')
  const { teamId } = call.workspace.identity
  return {
    file: fileObject(file, { teamId, origin: call.origin() }),
    comments: [],
    response_metadata: { next_cursor: '' },
  }
})

/** Takes a file of the app's own away. Where it was shown, the message stays. */
export const filesDelete = botMethod(['files:write'], (call) => {
  if (!call.files.remove(call.args.needText('file'))) refuse('file_not_found')
  return {}
})

function filesOf({ args, files }: MethodCall): { file: StoredFile; title: string | undefined }[] {
  const given = args.json('files')
  if (!Array.isArray(given) || given.length === 0)
    invalid('[ERROR] missing required field: files [json-pointer:/files]')
  return given.map((each: unknown, n) => {
    const id = isObject(each) ? textAt(each, 'id') : undefined
    if (!id) invalid(`[ERROR] missing required field: id [json-pointer:/files/${n}]`)
    const file = files.uploaded(id) ?? refuse('file_not_found')
    return { file, title: textAt(each, 'title') }
  })
}

/** Slack takes ids of places alone here, not of people: a DM has to be opened first. */
function placesOf({ args }: MethodCall): string[] {
  const one = args.text('channel_id')
  if (one && !/^[CGDZ][A-Z0-9]{8,}$/.test(one))
    invalid('[ERROR] input must match regex pattern: ^[CGDZ][A-Z0-9]{8,}$ [json-pointer:/channel_id]')
  const several = args.list('channels')
  if (several.length > mostChannels) refuse('channels_limit_exceeded')
  return [...new Set([...(one ? [one] : []), ...several])]
}

function invalid(message: string): never {
  refuse('invalid_arguments', { response_metadata: { messages: [message] } })
}

import type { PracticeSlack } from '../../../src/practice/slack.js'
import { clientOf } from './client.js'

/** Hands a file over as a bot does, in a place; answers its id. */
export async function upload(
  slack: PracticeSlack,
  channelId: string,
  filename: string,
  text: string,
): Promise<string> {
  const client = clientOf(slack)
  const length = Buffer.byteLength(text)
  const { upload_url: address = '', file_id: id = '' } = await client.files.getUploadURLExternal({
    filename,
    length,
  })
  await fetch(address, { method: 'POST', body: text })
  await client.files.completeUploadExternal({ files: [{ id, title: filename }], channel_id: channelId })
  return id
}

import type { Recorder, Traffic } from '../record.js'
import type { Files } from '../world/files.js'

/** Where an app sends the bytes of a file, behind this Slack's address. */
export const uploadPath = '/upload/v1/'

/** Takes the bytes of a file. Slack's answer is its status: 200, or the upload failed. */
export function receiveUpload(
  record: Recorder,
  all: readonly Files[],
  path: string,
  bytes: Buffer | undefined,
  entry: Traffic,
): { status: number; body: string } {
  const refuse = (status: number, why: string) => {
    record.problem('refused_upload', `An upload was refused: ${why}`, entry, why)
    return { status, body: why }
  }
  const ticket = path.slice(uploadPath.length)
  const file = all.map((files) => files.waitingAt(ticket)).find((waiting) => waiting !== undefined)
  if (!file) return refuse(404, 'no file is awaited at this address')
  if (bytes?.length !== file.size) return refuse(400, `${file.size} bytes were announced`)
  file.bytes = bytes
  return { status: 200, body: `OK - ${bytes.length}` }
}

/** The bytes of a file, sent raw or as the first file of a form; undefined when the form has none. */
export async function uploadedBytes(contentType: string, body: Buffer): Promise<Buffer | undefined> {
  if (!contentType.startsWith('multipart/form-data')) return body
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': contentType } })
    .formData()
    .catch(() => undefined)
  const file = [...(form?.values() ?? [])].find((value) => typeof value !== 'string')
  return file && Buffer.from(await file.arrayBuffer())
}

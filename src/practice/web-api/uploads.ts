import type { Traffic } from '../record.js'
import type { Files } from '../world/files.js'
import type { Workspace } from '../world/workspace.js'

/** Where an app sends the bytes of a file, behind this Slack's address. */
export const uploadPath = '/upload/v1/'

/** Takes the bytes of a file. Slack's answer is its status: 200, or the upload failed. */
export function receiveUpload(
  workspace: Workspace,
  files: Files,
  path: string,
  bytes: Buffer | undefined,
  entry: Traffic,
): { status: number; body: string } {
  const refuse = (status: number, why: string) => {
    workspace.record.problem('refused_upload', `An upload was refused: ${why}`, entry, why)
    return { status, body: why }
  }
  const file = files.waitingAt(path.slice(uploadPath.length))
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

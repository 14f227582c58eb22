import type { Recorder, Traffic } from '../record.js'
import type { Files } from '../world/files.js'
import { downloadPath } from '../world/stored-file.js'
import type { Holder } from './holder.js'

/** Where Slack sends whoever may not read a file: a page to sign in, with status 200. */
export const signInPath = '/signin'

/** Who asks, by a good token, and the files of a workspace where it is good. */
export interface Reader {
  holder: Holder
  filesOf: (teamId: string) => Files | undefined
}

export interface Download {
  status: number
  headers: Record<string, string>
  body: string | Buffer
}

/**
 * Gives the bytes of a file to a bot with a right token, the scope and sight of it. To any other Slack says nothing of
 * errors: it leads to its sign-in page.
 */
export function download(
  record: Recorder,
  path: string,
  reader: Reader | undefined,
  entry: Traffic,
): Download {
  const refused = (kind: 'missing_scope' | 'refused_method', why: string): Download => {
    record.problem(kind, `A file was not given: ${why}`, entry, why)
    return { status: 302, headers: { location: `${signInPath}?redir=${encodeURIComponent(path)}` }, body: '' }
  }
  if (reader?.holder.kind !== 'bot')
    return refused('refused_method', 'the header Authorization does not carry the bot token')
  if (!reader.holder.scopes.has('files:read')) return refused('missing_scope', 'files:read')
  const [, teamId, id] = new RegExp(`^${downloadPath}([A-Z0-9]+)-([A-Z0-9]+)/`).exec(path) ?? []
  const file = teamId === undefined || id === undefined ? undefined : reader.filesOf(teamId)?.readable(id)
  if (!file?.bytes) return refused('refused_method', 'there is no such file, or the bot does not see it')
  return {
    status: 200,
    headers: { 'content-type': 'application/octet-stream', 'content-length': String(file.bytes.length) },
    body: file.bytes,
  }
}

export const signInPage: Download = {
  status: 200,
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body: '<!DOCTYPE html><html><head><title>Sign in | Slack</title></head><body>Sign in</body></html>',
}

import type { Traffic } from '../record.js'
import type { Files } from '../world/files.js'
import { downloadPath } from '../world/stored-file.js'
import type { Workspace } from '../world/workspace.js'

/** Where Slack sends whoever may not read a file: a page to sign in, with status 200. */
export const signInPath = '/signin'

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
  workspace: Workspace,
  files: Files,
  path: string,
  authorization: string | undefined,
  entry: Traffic,
): Download {
  const { identity, manifest, record } = workspace
  const refused = (kind: 'missing_scope' | 'refused_method', why: string): Download => {
    record.problem(kind, `A file was not given: ${why}`, entry, why)
    return { status: 302, headers: { location: `${signInPath}?redir=${encodeURIComponent(path)}` }, body: '' }
  }
  if (authorization !== `Bearer ${identity.botToken}`)
    return refused('refused_method', 'the header Authorization does not carry the bot token')
  if (!manifest.botScopes.has('files:read')) return refused('missing_scope', 'files:read')
  const [, teamId, id] = new RegExp(`^${downloadPath}([A-Z0-9]+)-([A-Z0-9]+)/`).exec(path) ?? []
  const file = teamId === identity.teamId && id !== undefined ? files.readable(id) : undefined
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

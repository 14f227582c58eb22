import type { Workspace } from '../world/workspace.js'
import { seenBy } from './seen.js'

/** What is in a file that stands in a message which this user sees; undefined for any other. */
export function fileSeenBy(
  workspace: Workspace,
  userId: string,
  fileId: string,
): { name: string; bytes: Buffer; alt?: string } | undefined {
  const { users, channels, files } = workspace
  const file = files.get(fileId)
  if (!file?.bytes || !users.has(userId)) return undefined
  const isSeen = [...channels.keys()].some((channelId) =>
    seenBy(workspace, userId, channelId).some((message) => message.files?.some(({ id }) => id === fileId)),
  )
  const { name, bytes, alt } = file
  return isSeen ? { name, bytes, ...(alt === undefined ? {} : { alt }) } : undefined
}

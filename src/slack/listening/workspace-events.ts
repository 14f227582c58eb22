import type { Log } from '../../logging.js'
import { type EventBody, placeEvent, revokedEvent } from './payloads.js'

/** What the directory remembers, to be dropped when Slack says that it changed. */
export type Forgetting = {
  forgetChannel(channelId: string): void
  forgetMembers(channelId: string): void
  forgetUser(userId: string): void
}

/** Changes of places and users: the next question is asked anew. */
export const onWorkspaceChange = (directory: Forgetting, { event }: EventBody): void => {
  const read = placeEvent.safeParse(event)
  if (!read.success) return
  const { channel, old_channel_id: before, new_channel_id: after, user } = read.data
  for (const id of [channel, before, after]) {
    if (id === undefined) continue
    directory.forgetChannel(id)
    directory.forgetMembers(id)
  }
  if (user !== undefined) directory.forgetUser(user)
}

/** The app was removed, or its bot token was: nothing works any more until it is installed again. */
export const onRevoked = (log: Log, { event }: EventBody, revoked: () => void): void => {
  const read = revokedEvent.safeParse(event)
  // Users may take back tokens of their own, which the bot does not use.
  if (event.type === 'tokens_revoked' && read.data?.tokens && !read.data.tokens.bot?.length) return
  log.error(
    'Slack has taken the bot out of the workspace: install the app again and set SLACK_BOT_TOKEN anew',
    {
      event: event.type,
    },
  )
  revoked()
}

import type { HeardOf } from '../../app/ports/heard.js'
import type { Log } from '../../logging.js'
import { type EventBody, placeEvent, revokedEvent } from './payloads.js'

/** What the directory remembers, to be dropped when Slack says that it changed. */
export type Forgetting = {
  forgetChannel(channelId: string): void
  forgetMembers(channelId: string): void
  forgetUser(userId: string): void
}

/** What an event says is not as it was. */
export const changedIn = ({ event }: EventBody): readonly HeardOf[] => {
  const read = placeEvent.safeParse(event)
  if (!read.success) return []
  const { channel, old_channel_id: before, new_channel_id: after, user } = read.data
  const channels = [channel, before, after].filter((id) => id !== undefined)
  return [
    ...channels.map((id) => ({ kind: 'channel', id }) as const),
    ...(user === undefined ? [] : [{ kind: 'user', id: user } as const]),
  ]
}

/** The next question about it is asked anew. */
export const forget = (directory: Forgetting, { kind, id }: HeardOf): void => {
  if (kind === 'user') directory.forgetUser(id)
  else if (kind === 'channel') {
    directory.forgetChannel(id)
    directory.forgetMembers(id)
  }
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

import { z } from 'zod'
import type { Edge } from './edge.js'
import { isHuman } from './messages.js'
import { type EventBody, messageEvent } from './payloads.js'
import { teamOf } from './team-of.js'
import { readyReply } from './typed.js'

/** How Slack calls the places where people talk among themselves, and what it has to be asked for to tell of them. */
export const talkIn = {
  channel: 'message.channels',
  group: 'message.groups',
  mpim: 'message.mpim',
} as const

const talk = z.object({
  event: z.object({
    type: z.literal('message'),
    channel_type: z.enum(['channel', 'group', 'mpim']),
    channel: z.string(),
  }),
})

/** The channel, or group, in which somebody said something; null for every other delivery. */
export const channelOfTalk = (body: unknown): string | null =>
  talk.safeParse(body).data?.event.channel ?? null

/**
 * What people say to each other. Nearly all of it is none of the bot's business, so it is not remembered that it came, and
 * what goes wrong over it is no reason to hear it once more. Whoever mentions the bot is answered as such.
 */
export const onTalk = async (edge: Edge, envelope: EventBody): Promise<void> => {
  const { me, listeners, replies, log } = edge
  const read = messageEvent.safeParse(envelope.event)
  if (!read.success || envelope.is_ext_shared_channel || !isHuman(edge, read.data)) return
  const { user: userId, channel: channelId, thread_ts: threadTs, text, ts } = read.data
  if (text.includes(`<@${me.botUserId}`)) return
  try {
    const answer = await listeners.talk({
      workspaceId: me.workspaceId,
      teamId: teamOf(me, { teams: [read.data.user_team, read.data.team] }),
      userId,
      channelId,
      threadTs,
      delivery: envelope.event_id ?? `${channelId}:${ts}`,
      ts,
      text,
    })
    const shown = readyReply(answer)
    if (shown !== null) await replies.whisper({ userId, channelId, threadTs }, shown)
  } catch (error) {
    log.warn('What was said in a channel could not be looked at', { err: error })
  }
}

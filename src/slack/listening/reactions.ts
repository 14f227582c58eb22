import { SlackUnavailable, StoreUnavailable } from '../../app/ports.js'
import { type Answer, nothing, reply } from '../answer.js'
import { pause } from '../connection/backoff.js'
import type { Reaction } from '../incoming.js'
import { answeredOnce } from './answered-once.js'
import { apologyFor, withoutTyped } from './apology.js'
import type { Edge } from './edge.js'
import { type EventBody, reactionEvent } from './payloads.js'
import { teamOf } from './team-of.js'
import { readyReply } from './typed.js'

/** A reaction on a message, or its taking off; what is answered only the reactor sees. */
export const onReaction = async (edge: Edge, envelope: EventBody): Promise<void> => {
  const read = reactionEvent.safeParse(envelope.event)
  if (!read.success) return
  const { user, user_team: userTeam, reaction: emoji, item, event_ts: eventTs, type } = read.data
  const reaction: Reaction = {
    workspaceId: edge.me.workspaceId,
    teamId: teamOf(edge.me, { teams: [userTeam] }),
    userId: user,
    channelId: item.channel,
    threadTs: null,
    delivery: envelope.event_id ?? `${type}:${item.channel}:${item.ts}:${user}:${emoji}:${eventTs}`,
    messageTs: item.ts,
    emoji,
    added: type === 'reaction_added',
    eventTs,
  }
  const answer = await answerReaction(edge, reaction)
  const shown = readyReply(answer)
  if (shown === null) return
  const threadTs = (answer.kind === 'reply' ? answer.threadTs : undefined) ?? null
  await answeredOnce(edge, envelope.event_id, () =>
    edge.replies.tell({ userId: user, channelId: item.channel, threadTs, responseUrl: null }, shown),
  )
}

/**
 * A reaction is not typed again: when Slack is silent, it is tried again here; when the database is, it is left to Slack,
 * which delivers it once more.
 */
const answerReaction = async (edge: Edge, reaction: Reaction): Promise<Answer> => {
  for (const gap of [...edge.replies.gaps, null]) {
    try {
      return await edge.listeners.reacted(reaction)
    } catch (error) {
      if (error instanceof StoreUnavailable && error.trouble === 'gone') throw error
      if (!(error instanceof SlackUnavailable)) return apologise(edge, reaction, error)
      edge.log.warn('Slack could not be asked about a reaction', { again: gap !== null, err: error })
      if (gap !== null) await pause(gap)
    }
  }
  return nothing
}

/** Reactions of guests and people from outside do nothing, silently; so does whoever cannot be looked up. */
const apologise = async (edge: Edge, reaction: Reaction, error: unknown): Promise<Answer> => {
  const sentence = apologyFor(error, edge.log)
  const reactor = await edge.directory.user(reaction.userId).catch(() => null)
  return reactor?.standing === 'member' ? reply(withoutTyped(sentence)) : nothing
}

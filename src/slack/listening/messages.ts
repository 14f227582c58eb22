import { type Answer, reply } from '../answer.js'
import type { Dropped, Typed } from '../incoming.js'
import { answeredOnce, saidAgain } from './answered-once.js'
import { apologyFor, withoutTyped } from './apology.js'
import type { Edge } from './edge.js'
import { type EventBody, messageEvent } from './payloads.js'
import { teamOf } from './team-of.js'
import { answerTyped, readyReply } from './typed.js'

/** Messages of a person who typed something; edits, joins, bots' posts and the like are not. */
const humanSubtypes = new Set([undefined, null, 'file_share', 'thread_broadcast', 'me_message'])
const formsNeedACommand = withoutTyped(
  'Slack opens forms only from a command or a button. Please type it after /person instead.',
)

type Message = ReturnType<typeof messageEvent.parse>

const typedBy = (edge: Edge, envelope: EventBody, by: 'message' | 'mention', message: Message): Typed => ({
  workspaceId: edge.me.workspaceId,
  teamId: teamOf(edge.me, { teams: [message.user_team, message.team] }),
  userId: message.user,
  channelId: message.channel,
  threadTs: message.thread_ts,
  delivery: envelope.event_id ?? `${message.channel}:${message.ts}`,
  by,
  text: message.text,
  triggerId: null,
})

const isDirect = (message: Message): boolean =>
  message.channel_type === 'im' || (message.channel_type == null && message.channel.startsWith('D'))

export const isHuman = (edge: Edge, message: Message): boolean =>
  humanSubtypes.has(message.subtype) &&
  !message.bot_id &&
  !message.hidden &&
  message.edited === undefined &&
  message.user !== edge.me.botUserId

/** A DM to the bot: answered in it, in the thread if it was typed in one. */
export const onDirectMessage = async (edge: Edge, envelope: EventBody): Promise<void> => {
  const read = messageEvent.safeParse(envelope.event)
  if (!read.success || !isDirect(read.data) || !isHuman(edge, read.data)) return
  const { channel, thread_ts: threadTs, files, text, user } = read.data
  // What is answered there only its author may read, whatever place an event names.
  if ((await edge.replies.directOf(user)) !== channel) {
    edge.log.warn('A direct message was not in the DM of its author')
    return
  }
  const typed = typedBy(edge, envelope, 'message', read.data)
  const { event_id: eventId } = envelope
  const post = async (answer: Answer) => {
    const shown = answer.kind === 'modal' ? formsNeedACommand : readyReply(answer)
    if (shown !== null) await edge.replies.post(channel, threadTs, shown)
  }
  // A file is read while its messages tell how far it is: all of that is the answer.
  if (files.length > 0)
    await answeredOnce(edge, eventId && `${eventId} file`, async () =>
      post(await answerDropped(edge, { ...typed, fileIds: files })),
    )
  // Who drops a file says no more than the file does, unless they do.
  if (files.length > 0 && /^\s*(?:import)?\s*$/iu.test(text)) return
  const answer = await saidAgain(await answerTyped(edge, typed))
  if (answer.kind !== 'nothing') await answeredOnce(edge, eventId, () => post(answer))
}

const answerDropped = async (edge: Edge, dropped: Dropped): Promise<Answer> => {
  try {
    return await edge.listeners.dropped(dropped)
  } catch (error) {
    return reply(withoutTyped(apologyFor(error, edge.log)))
  }
}

/** A mention of the bot in a channel or thread: answered there, seen by the author alone. */
export const onMention = async (edge: Edge, envelope: EventBody): Promise<void> => {
  const read = messageEvent.safeParse(envelope.event)
  // In a DM the same words arrive as a message too.
  if (!read.success || isDirect(read.data) || !isHuman(edge, read.data)) return
  const text = withoutMention(read.data.text, edge.me.botUserId)
  const typed = typedBy(edge, envelope, 'mention', { ...read.data, text })
  const answer = await saidAgain(await answerTyped(edge, typed))
  const shown = answer.kind === 'modal' ? formsNeedACommand : readyReply(answer)
  if (shown === null) return
  const { userId, channelId, threadTs } = typed
  await answeredOnce(edge, envelope.event_id, () =>
    edge.replies.tell({ userId, channelId, threadTs, responseUrl: null }, shown),
  )
}

/** What stands after the mention; when nothing does, what stands before it. */
export const withoutMention = (text: string, botUserId: string): string => {
  const mention = new RegExp(`<@${botUserId}(?:\\|[^>]*)?>`)
  const [before = '', ...after] = text.split(mention)
  return after.join(' ').trim() || before.trim()
}

import { type Answer, type Reply, reply } from '../answer.js'
import type { Typed } from '../incoming.js'
import { apologyFor, withTypedAgain } from './apology.js'
import type { Edge } from './edge.js'
import { commandBody } from './payloads.js'
import type { Whom } from './replies.js'
import { teamOf } from './team-of.js'
import { within } from './within.js'

export type Acknowledge = (response?: unknown) => Promise<void>

/** What the handler answers; when it fails, an apology with the text in it. Never rejects. */
export const answerTyped = async (edge: Edge, typed: Typed): Promise<Answer> => {
  try {
    return await edge.listeners.typed(typed)
  } catch (error) {
    const slash = typed.by === 'command' ? '/person ' : ''
    return reply(withTypedAgain(apologyFor(error, edge.log), `${slash}${typed.text}`))
  }
}

/**
 * `/person`: acknowledged within 3 s and answered once. An answer that is ready at once travels in the
 * acknowledgement; one that is not, or whose acknowledgement found its connection closed, goes by response_url.
 */
export const onCommand = async (edge: Edge, body: unknown, ack: Acknowledge): Promise<void> => {
  const command = commandBody.parse(body)
  const delivery = `command:${command.user_id}:${command.trigger_id}`
  if (edge.seen.get(delivery)) return quietly(ack)
  edge.seen.put(delivery, true)
  const typed: Typed = {
    workspaceId: edge.me.workspaceId,
    teamId: teamOf(edge.me, { teams: [command.team_id], enterpriseId: command.enterprise_id }),
    userId: command.user_id,
    channelId: command.channel_id,
    threadTs: null,
    delivery: command.trigger_id,
    by: 'command',
    text: command.text,
    triggerId: command.trigger_id,
  }
  const whom: Whom = {
    userId: command.user_id,
    channelId: command.channel_id,
    threadTs: null,
    responseUrl: command.response_url,
  }
  const work = answerTyped(edge, typed)
  const early = await within(work, edge.patience.commandMs)
  const shown = early.done ? readyReply(early.value) : null
  if (shown !== null) {
    const response = { response_type: 'ephemeral', text: shown.text, blocks: [...shown.blocks] }
    if (await taken(ack, response)) return
    await edge.replies.tell(whom, shown)
  } else {
    const acknowledged = quietly(ack)
    await finish(edge, typed, whom, await work)
    await acknowledged
  }
}

/** Does what a handler of typed text answered, where there is no acknowledgement left to carry it. */
const finish = async (edge: Edge, typed: Typed, whom: Whom, answer: Answer): Promise<void> => {
  const shown = readyReply(answer)
  if (shown !== null) return edge.replies.tell(whom, shown)
  if (answer.kind !== 'modal' || typed.triggerId === null) return
  const trouble = await edge.forms.open(typed.triggerId, answer.view, typed.userId)
  if (trouble === null) return
  edge.log.warn('A form could not be opened', { code: trouble.code })
  const sentence = 'Slack waits three seconds for a form, and this one came too late. Please try again.'
  await edge.replies.tell(whom, withTypedAgain(sentence, `/person ${typed.text}`))
}

/** The message in an answer to typed text; null when it is a form, or nothing. */
export const readyReply = (answer: Answer): Reply | null => {
  if (answer.kind === 'reply' || answer.kind === 'replace') return answer.reply
  if (answer.kind === 'errors') return errorsAsReply(answer.errors)
  return null
}

export const errorsAsReply = (errors: Readonly<Record<string, string>>): Reply =>
  withTypedAgain(Object.values(errors).join(' '), '')

/** Whether the acknowledgement went out: a connection may have closed under it. */
export const taken = async (ack: Acknowledge, response?: unknown): Promise<boolean> => {
  try {
    await ack(response)
    return true
  } catch {
    return false
  }
}
export const quietly = async (ack: Acknowledge): Promise<void> => {
  await taken(ack)
}

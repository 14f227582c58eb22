import { type Answer, nothing, reply } from '../answer.js'
import type { Shortcut } from '../incoming.js'
import { type ShortcutId, shortcuts } from '../listeners.js'
import { apologyFor, withoutTyped } from './apology.js'
import type { Edge } from './edge.js'
import { noticeView } from './notice-view.js'
import { shortcutBody } from './payloads.js'
import type { Whom } from './replies.js'
import { teamOf } from './team-of.js'
import { type Acknowledge, quietly, readyReply } from './typed.js'

type ShortcutBody = ReturnType<typeof shortcutBody.parse>

const tooLate = withoutTyped(
  'Slack waits three seconds for a form, and this one came too late. Try it again.',
)

/** A shortcut: acknowledged at once, then answered in a modal, since nothing was typed that could be answered. */
export const onShortcut = async (edge: Edge, body: unknown, ack: Acknowledge): Promise<void> => {
  const acknowledged = quietly(ack)
  const used = shortcutBody.parse(body)
  const delivery = `shortcut:${used.user.id}:${used.trigger_id}`
  if (edge.seen.get(delivery)) return acknowledged
  edge.seen.put(delivery, true)
  const shortcut = shortcutOf(edge, used)
  await show(edge, shortcut, used, await answerShortcut(edge, shortcut))
  await acknowledged
}

const shortcutOf = ({ me }: Edge, body: ShortcutBody): Shortcut => {
  const { message } = body
  return {
    workspaceId: me.workspaceId,
    teamId: teamOf(me, { teams: [body.user.team_id, body.team?.id], enterpriseId: body.enterprise?.id }),
    userId: body.user.id,
    channelId: body.channel?.id ?? null,
    threadTs: message?.thread_ts ?? null,
    delivery: body.trigger_id,
    callbackId: body.callback_id,
    triggerId: body.trigger_id,
    message: message
      ? {
          ts: message.ts,
          text: message.text,
          userId: message.user,
          isOurs: message.user === me.botUserId || message.bot_id === me.botId,
        }
      : null,
  }
}

const answerShortcut = async (edge: Edge, shortcut: Shortcut): Promise<Answer> => {
  const { callbackId } = shortcut
  if (!isKnown(callbackId)) {
    edge.log.warn('A shortcut was used that nobody listens to', { callbackId })
    return nothing
  }
  try {
    return await edge.listeners.shortcuts[callbackId](shortcut)
  } catch (error) {
    return reply(withoutTyped(apologyFor(error, edge.log)))
  }
}

const isKnown = (callbackId: string): callbackId is ShortcutId => Object.hasOwn(shortcuts, callbackId)

const show = async (edge: Edge, shortcut: Shortcut, body: ShortcutBody, answer: Answer): Promise<void> => {
  const message = readyReply(answer)
  const view = answer.kind === 'modal' ? answer.view : message && noticeView(message, shortcut, false)
  if (view === null) return
  const trouble = await edge.forms.open(shortcut.triggerId, view, shortcut.userId)
  if (trouble === null) return
  edge.log.warn('A form could not be opened', { code: trouble.code })
  const { userId, channelId, threadTs } = shortcut
  const whom: Whom = { userId, channelId, threadTs, responseUrl: body.response_url }
  await edge.replies.tell(whom, message ?? tooLate)
}

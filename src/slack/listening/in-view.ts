import { actionIds } from '../action-ids.js'
import type { Answer } from '../answer.js'
import type { Press } from '../incoming.js'
import type { SlackTrouble } from '../slack-error.js'
import type { Edge } from './edge.js'
import { noticeView } from './notice-view.js'
import type { View } from './payloads.js'
import { readyReply } from './typed.js'

/** From these one comes back: what was pressed stays beneath. */
const leadsOn: ReadonlySet<string> = new Set([actionIds.card, actionIds.more])

/**
 * Shows the answer to a press in a Home or a modal, where there is no message to answer beside: from Home in a modal,
 * from a modal on top of it, or in its place when the answer stands for what was pressed. Answers what Slack had
 * against it.
 */
export const showInView = async (
  { forms }: Pick<Edge, 'forms'>,
  press: Press,
  view: View,
  answer: Answer,
): Promise<SlackTrouble | null> => {
  const message = readyReply(answer)
  const shown =
    answer.kind === 'modal' ? answer.view : message && noticeView(message, press, view.clear_on_close)
  if (shown === null) return null
  if (view.type !== 'modal') return forms.open(press.triggerId, shown, press.userId)
  if (answer.kind === 'replace' && !leadsOn.has(press.actionId))
    return forms.replace(view.id, shown, press.userId)
  const trouble = await forms.push(press.triggerId, shown, press.userId)
  // Three views lie on each other at most.
  return trouble?.code === 'push_limit_reached' ? forms.replace(view.id, shown, press.userId) : trouble
}

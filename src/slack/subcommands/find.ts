import { find } from '../../app/people/find.js'
import { type Answer, reply } from '../answer.js'
import type { FindDetails } from '../command/text-details.js'
import { type Bot, type Turn, viewContext } from '../conversation/bot.js'
import { putAside } from '../conversation/drafts.js'
import { findingsView } from '../views/findings-view.js'

/** `find WORDS`. */
export const runFind = async (bot: Bot, turn: Turn, { text }: FindDetails): Promise<Answer> => {
  const findings = await find(bot.uow, turn.asker, text, 0)
  const draftId = findings.more ? await putAside(bot, turn, { kind: 'find', text }) : ''
  return reply(findingsView(findings, text, draftId, viewContext(turn)))
}

import type { PersonName } from '../../app/ports.js'
import { leaveRole } from '../../app/roles/leave-role.js'
import type { Answer } from '../answer.js'
import type { LeftDetails } from '../command/role-details.js'
import { answerWith } from '../conversation/answer-with.js'
import { type Bot, type Turn, viewContext } from '../conversation/bot.js'
import { roleLeftView } from '../views/saved-views.js'

/** `left WHO`. */
export const runLeft = async (
  bot: Bot,
  turn: Turn,
  person: PersonName,
  { company, on }: LeftDetails,
): Promise<Answer> => {
  const outcome = await leaveRole(bot, turn.asker, { personId: person.id, company, on })
  return answerWith(turn, outcome, (left) => roleLeftView(left, viewContext(turn)))
}

import type { PersonName } from '../../app/ports.js'
import { takeRole } from '../../app/roles/take-role.js'
import type { Answer } from '../answer.js'
import type { RoleDetails } from '../command/role-details.js'
import { answerWith } from '../conversation/answer-with.js'
import { type Bot, type Turn, viewContext } from '../conversation/bot.js'
import { roleTakenView } from '../views/saved-views.js'

/** `role WHO [also] TITLE at COMPANY [since DAY]`. */
export const runRole = async (
  bot: Bot,
  turn: Turn,
  person: PersonName,
  { also, title, company, sinceOn }: RoleDetails,
): Promise<Answer> => {
  const outcome = await takeRole(bot, turn.asker, { personId: person.id, also, title, company, sinceOn })
  return answerWith(turn, outcome, (taken) => roleTakenView(taken, viewContext(turn)))
}

import { commit } from '../../app/commitments/commit.js'
import type { PersonName } from '../../app/ports.js'
import type { Answer } from '../answer.js'
import type { PromiseDetails } from '../command/promise-details.js'
import { answerWith } from '../conversation/answer-with.js'
import { type Bot, type Turn, viewContext } from '../conversation/bot.js'
import { committedView } from '../views/saved-views.js'

/** `promise WHO [by DAY]: TEXT` and `step WHO [by DAY]: TEXT`. */
export const runCommit = async (
  bot: Bot,
  turn: Turn,
  person: PersonName,
  { kind, dueOn, text }: PromiseDetails,
): Promise<Answer> => {
  const outcome = await commit(bot, turn.asker, { personId: person.id, kind, dueOn, text })
  return answerWith(turn, outcome, (committed) => committedView(committed, viewContext(turn)))
}

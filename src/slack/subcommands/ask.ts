import type { PersonName } from '../../app/ports.js'
import { ask } from '../../app/questions/ask.js'
import type { Answer } from '../answer.js'
import type { AskDetails } from '../command/text-details.js'
import { answerWith } from '../conversation/answer-with.js'
import { type Bot, type Turn, viewContext } from '../conversation/bot.js'
import { toAskView } from '../views/saved-views.js'

/** `ask WHO TEXT`. */
export const runAsk = async (
  bot: Bot,
  turn: Turn,
  person: PersonName,
  { text }: AskDetails,
): Promise<Answer> => {
  const outcome = await ask(bot, turn.asker, person.id, text)
  return answerWith(turn, outcome, (asked) => toAskView(asked, viewContext(turn)))
}

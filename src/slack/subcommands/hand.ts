import { handOver } from '../../app/people/hand-over.js'
import type { PersonName } from '../../app/ports.js'
import type { Answer } from '../answer.js'
import type { HandDetails } from '../command/place-details.js'
import { answerWith } from '../conversation/answer-with.js'
import { type Bot, type Turn, viewContext } from '../conversation/bot.js'
import { handedView } from '../views/saved-views.js'

/** `hand WHO to @teammate`. */
export const runHand = async (
  bot: Bot,
  turn: Turn,
  person: PersonName,
  { toUserId }: HandDetails,
): Promise<Answer> => {
  const to = toUserId ?? turn.asker.userId
  const outcome = await handOver(bot, turn.asker, person.id, to)
  return answerWith(turn, outcome, (handed) => handedView(handed, to, viewContext(turn)))
}

import { prefer } from '../../app/people/prefer.js'
import type { PersonName } from '../../app/ports.js'
import type { Answer } from '../answer.js'
import type { PrefersDetails } from '../command/text-details.js'
import { answerWith } from '../conversation/answer-with.js'
import { type Bot, type Turn, viewContext } from '../conversation/bot.js'
import { preferredView } from '../views/saved-views.js'

/** `prefers WHO TEXT`. */
export const runPrefers = async (
  bot: Bot,
  turn: Turn,
  person: PersonName,
  { text }: PrefersDetails,
): Promise<Answer> => {
  const outcome = await prefer(bot, turn.asker, person.id, text)
  return answerWith(turn, outcome, (reached) => preferredView(reached, viewContext(turn)))
}

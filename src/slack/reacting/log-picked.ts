import type { PersonName } from '../../app/ports.js'
import { logReaction, type ReactionDetails } from '../../app/reactions/log-reaction.js'
import { type Answer, nothing } from '../answer.js'
import { answerWith } from '../conversation/answer-with.js'
import { type Bot, type Turn, viewContext } from '../conversation/bot.js'
import { reactionView } from '../views/saved-views.js'

/** Logs what a reaction says about one person. */
export const logPicked = async (
  bot: Bot,
  turn: Turn,
  details: ReactionDetails,
  person: PersonName,
): Promise<Answer> => {
  const outcome = await logReaction(bot, turn.asker, person.id, details)
  // A reaction that was taken off meanwhile is not spoken of; a question that waited for a press is answered.
  if (!outcome.ok && outcome.why.reason === 'reaction-off' && turn.triggerId === null) return nothing
  return answerWith(turn, outcome, (logged) => reactionView(logged, viewContext(turn)))
}

import { card } from '../../app/people/card.js'
import type { PersonName } from '../../app/ports.js'
import { type Answer, reply } from '../answer.js'
import type { ShowDetails } from '../command/text-details.js'
import { slackText } from '../command/words.js'
import { refused } from '../conversation/answer-with.js'
import { type Bot, type Turn, viewContext } from '../conversation/bot.js'
import { pendingCommand, putAside } from '../conversation/drafts.js'
import { cardView } from '../views/card-view.js'

/** `WHO`, or `show WHO`. Words left over are offered as a note. */
export const runShow = async (
  bot: Bot,
  turn: Turn,
  person: PersonName,
  { rest }: ShowDetails,
): Promise<Answer> => {
  const outcome = await card(bot.uow, bot.questions, turn.asker, person.id)
  if (!outcome.ok) return refused(turn, outcome.why)
  if (rest === '') return reply(cardView(outcome.value, viewContext(turn), null))
  const note = pendingCommand(turn, { verb: 'note', who: person.name, tail: slackText(rest) })
  const draftId = await putAside(bot, turn, { ...note, personId: person.id })
  return reply(cardView(outcome.value, viewContext(turn), { draftId, text: rest }))
}

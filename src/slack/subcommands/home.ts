import { changeHome } from '../../app/people/change-home.js'
import type { PersonName } from '../../app/ports.js'
import { type Answer, reply } from '../answer.js'
import type { HomeDetails } from '../command/place-details.js'
import { answerWith } from '../conversation/answer-with.js'
import { type Bot, type Turn, viewContext } from '../conversation/bot.js'
import { called } from '../views/copy.js'
import { refusedTextView } from '../views/rejection-view.js'
import { movedView } from '../views/saved-views.js'

/** `home WHO #channel`, or `home WHO here`. */
export const runHome = async (
  bot: Bot,
  turn: Turn,
  person: PersonName,
  details: HomeDetails,
): Promise<Answer> => {
  const channelId = details.here ? turn.from.channelId : details.channelId
  if (channelId === null)
    return reply(
      refusedTextView(
        `Which channel? Name it: \`/person home ${called(person.name)} #channel\`.`,
        turn.typed,
      ),
    )
  const outcome = await changeHome(bot, turn.asker, person.id, channelId)
  return answerWith(turn, outcome, (moved) => movedView(moved, viewContext(turn)))
}

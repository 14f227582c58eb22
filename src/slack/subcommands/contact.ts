import { logContact } from '../../app/interactions/log-contact.js'
import type { PersonName } from '../../app/ports.js'
import type { Answer } from '../answer.js'
import type { ContactDetails } from '../command/contact-details.js'
import { answerWith } from '../conversation/answer-with.js'
import { type Bot, type Turn, viewContext } from '../conversation/bot.js'
import { loggedView } from '../views/saved-views.js'

/** `met`, `called`, `emailed`, `messaged WHO [DAY]: TEXT`. */
export const runContact = async (
  bot: Bot,
  turn: Turn,
  person: PersonName,
  { kind, on, text }: ContactDetails,
): Promise<Answer> => {
  const outcome = await logContact(bot, turn.asker, { personId: person.id, kind, on, text })
  return answerWith(turn, outcome, (logged) => loggedView(logged, viewContext(turn)))
}

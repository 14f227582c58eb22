import { showPerson } from '../../app/people/show-person.js'
import type { PersonName } from '../../app/ports.js'
import { type Answer, reply } from '../answer.js'
import { refused } from '../conversation/answer-with.js'
import type { Bot, Turn } from '../conversation/bot.js'
import { openEditForm } from '../conversation/edit-person.js'
import { openFormView } from '../views/draft-view.js'

/** `edit WHO`: a form. Slack opens forms from commands and buttons alone, so a message gets a button. */
export const runEdit = async (bot: Bot, turn: Turn, { id }: PersonName): Promise<Answer> => {
  const outcome = await showPerson(bot.uow, turn.asker, id)
  if (!outcome.ok) return refused(turn, outcome.why)
  if (turn.triggerId === null) return reply(openFormView(outcome.value))
  return openEditForm(bot, turn, outcome.value)
}

import { whatGoes } from '../../app/forgetting/what-goes.js'
import type { PersonName } from '../../app/ports.js'
import type { Answer } from '../answer.js'
import { answerWith } from '../conversation/answer-with.js'
import type { Bot, Turn } from '../conversation/bot.js'
import { forgetView } from '../views/forget-view.js'

/** `forget WHO`: asks first, and says what goes. */
export const runForget = async (bot: Bot, turn: Turn, { id }: PersonName): Promise<Answer> =>
  answerWith(turn, await whatGoes(bot.uow, turn.asker, id), forgetView)

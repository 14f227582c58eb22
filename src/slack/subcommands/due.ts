import { comingUp } from '../../app/people/coming-up.js'
import { type Answer, reply } from '../answer.js'
import { type Bot, type Turn, viewContext } from '../conversation/bot.js'
import { comingUpView } from '../views/coming-up-view.js'

/** `due`: who comes up, in what order, on which day. */
export const runDue = async (bot: Bot, turn: Turn): Promise<Answer> =>
  reply(comingUpView(await comingUp(bot.uow, turn.asker, 0), viewContext(turn)))

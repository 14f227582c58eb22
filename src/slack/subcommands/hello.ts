import { greet } from '../../app/people/greet.js'
import { type Answer, reply } from '../answer.js'
import { type Bot, type Turn, viewContext } from '../conversation/bot.js'
import { greetingView } from '../views/greeting-view.js'

/** The bare `/person`. */
export const runHello = async (bot: Bot, turn: Turn): Promise<Answer> =>
  reply(greetingView(await greet(bot.uow, turn.asker), viewContext(turn)))

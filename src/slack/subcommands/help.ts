import { type Answer, reply } from '../answer.js'
import type { HelpDetails } from '../command/grammar.js'
import type { Bot, Turn } from '../conversation/bot.js'
import { helpView } from '../views/help-view.js'

/** `help [VERB]`. */
export const runHelp = async (_bot: Bot, _turn: Turn, { verb, word }: HelpDetails): Promise<Answer> =>
  reply(verb === null && word !== '' ? helpView(null, word) : helpView(verb))

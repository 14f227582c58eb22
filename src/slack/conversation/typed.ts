import type { Answer } from '../answer.js'
import { readCommand } from '../command/grammar.js'
import { plainText } from '../command/words.js'
import type { Typed } from '../incoming.js'
import type { Bot } from './bot.js'
import { runCommand } from './run-command.js'
import { takeTurn } from './turn.js'

/** What is typed after `/person`, in a DM, or after a mention. */
export const onTyped =
  (bot: Bot) =>
  (typed: Typed): Promise<Answer> => {
    const read = readCommand(typed.text)
    const turn = { from: typed, triggerId: typed.triggerId, typed: plainText(read.whole) }
    return takeTurn(bot, turn, (taken) => runCommand(bot, taken, read))
  }

import type { Answer } from '../answer.js'
import { readCommand } from '../command/grammar.js'
import { isPersonaMessage, readPersona } from '../command/persona-command.js'
import { plainText } from '../command/words.js'
import type { Typed } from '../incoming.js'
import { runPersona } from '../subcommands/persona.js'
import type { Bot } from './bot.js'
import { runCommand } from './run-command.js'
import { takeTurn } from './turn.js'

/** What is typed after a command, in a DM, or after a mention. */
export const onTyped =
  (bot: Bot) =>
  (typed: Typed): Promise<Answer> => {
    if (typed.by === 'command' ? typed.command === '/persona' : isPersonaMessage(typed.text)) {
      const { command, whole } = readPersona(typed.text)
      const turn = { from: typed, triggerId: typed.triggerId, typed: plainText(whole) }
      return takeTurn(bot, turn, (taken) => runPersona(bot, taken, command))
    }
    const read = readCommand(typed.text)
    const turn = { from: typed, triggerId: typed.triggerId, typed: plainText(read.whole) }
    return takeTurn(bot, turn, (taken) => runCommand(bot, taken, read))
  }

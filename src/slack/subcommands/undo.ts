import { takeBack } from '../../app/take-back.js'
import type { Answer } from '../answer.js'
import { answerWith } from '../conversation/answer-with.js'
import { type Bot, type Turn, viewContext } from '../conversation/bot.js'
import { takenBackView } from '../views/saved-views.js'

/** `undo`: the asker's last act. */
export const runUndo = async (bot: Bot, turn: Turn): Promise<Answer> => {
  const outcome = await takeBack(bot, turn.asker, null)
  return answerWith(turn, outcome, (taken) => takenBackView(taken, viewContext(turn)))
}

import { chooseMinding } from '../../app/minding/mind.js'
import { type Answer, replace } from '../answer.js'
import { refused } from '../conversation/answer-with.js'
import type { Bot, Turn } from '../conversation/bot.js'
import { mindingAgainView, mindingStoppedView } from '../views/minded-view.js'
import type { OnPress } from './press.js'

/** Whoever presses chooses for themselves, whatever the value says. */
export const pressStopMinding: OnPress = (bot, turn) => chosen(bot, turn, true)
export const pressMindAgain: OnPress = (bot, turn) => chosen(bot, turn, false)

const chosen = async (bot: Bot, turn: Turn, stopped: boolean): Promise<Answer> => {
  const outcome = await chooseMinding(bot, turn.asker, stopped)
  // Pressed twice, it is as they want it.
  if (!outcome.ok && outcome.why.reason !== 'nothing-changed') return refused(turn, outcome.why)
  return replace(stopped ? mindingStoppedView() : mindingAgainView())
}

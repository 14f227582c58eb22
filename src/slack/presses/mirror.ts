import { teammateHome } from '../../domain/audience.js'
import { type Answer, nothing } from '../answer.js'
import { refused } from '../conversation/answer-with.js'
import type { Bot, Turn } from '../conversation/bot.js'
import { setOneSetting } from '../conversation/set-one-setting.js'
import type { OnPress } from './press.js'

/** Whoever presses has their own mirror shown or put away, whatever the value says: their Home is made anew. */
export const pressMirrorOn: OnPress = (bot, turn) => turned(bot, turn, true)
export const pressMirrorOff: OnPress = (bot, turn) => turned(bot, turn, false)

const turned = async (bot: Bot, turn: Turn, mirror: boolean): Promise<Answer> => {
  const outcome = await setOneSetting(bot, turn.asker, teammateHome(turn.asker.userId), { mirror })
  // Pressed twice, it is as they want it.
  return outcome.ok || outcome.why.reason === 'nothing-changed' ? nothing : refused(turn, outcome.why)
}

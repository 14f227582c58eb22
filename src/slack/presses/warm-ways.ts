import { warmWays } from '../../app/warm-ways/warm-ways.js'
import { replace } from '../answer.js'
import { inPlace, refused } from '../conversation/answer-with.js'
import { viewContext } from '../conversation/bot.js'
import { warmWaysView } from '../views/warm-ways-view.js'
import type { OnPress } from './press.js'

/** *Warm ways in*, on *more* of a card. */
export const pressWarmWays: OnPress = async (bot, turn, press) => {
  const outcome = await warmWays(bot, turn.asker, press.value)
  return outcome.ok
    ? replace(warmWaysView(outcome.value, viewContext(turn)))
    : inPlace(refused(turn, outcome.why))
}

import { forget } from '../../app/forgetting/forget.js'
import { answerWith, inPlace } from '../conversation/answer-with.js'
import { forgottenView } from '../views/forget-view.js'
import type { OnPress } from './press.js'

/** The confirmation is pressed: it gives way to what went, which names nobody. */
export const pressForget: OnPress = async (bot, turn, { value: personId }) =>
  inPlace(answerWith(turn, await forget(bot.uow, turn.asker, personId), forgottenView))

import { reply } from '../answer.js'
import { answerWith, refused } from '../conversation/answer-with.js'
import { homeIn } from '../conversation/open-settings.js'
import { setOneSetting } from '../conversation/set-one-setting.js'
import { weekStoppedView } from '../views/week-view.js'
import type { OnPress } from './press.js'

/** *Stop these* under a week: by whoever may set the place that it names, looked up for whoever presses. */
export const pressWeekStop: OnPress = async (bot, turn, { value }) => {
  const home = homeIn(value)
  if (home === null) return refused(turn, { reason: 'entry-gone' })
  const outcome = await setOneSetting(bot, turn.asker, home, { week: false })
  if (!outcome.ok && outcome.why.reason === 'nothing-changed') return reply(weekStoppedView(home, false))
  return answerWith(turn, outcome, () => weekStoppedView(home, true))
}

import { showSettings } from '../../app/settings/show-settings.js'
import { refused } from '../conversation/answer-with.js'
import { homeIn, openSettings } from '../conversation/open-settings.js'
import type { OnPress } from './press.js'

/** The form for the place that a button names, looked up for whoever presses. */
export const pressSettings: OnPress = async (bot, turn, press) => {
  const home = homeIn(press.value)
  if (home === null) return refused(turn, { reason: 'entry-gone' })
  const outcome = await showSettings(bot, turn.asker, home)
  return outcome.ok ? openSettings(bot, turn, outcome.value) : refused(turn, outcome.why)
}

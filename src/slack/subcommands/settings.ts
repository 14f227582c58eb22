import { showSettings } from '../../app/settings/show-settings.js'
import { channelHome } from '../../domain/audience.js'
import { type Answer, reply } from '../answer.js'
import { refused } from '../conversation/answer-with.js'
import type { Bot, Turn } from '../conversation/bot.js'
import { openSettings } from '../conversation/open-settings.js'
import { settingsView } from '../views/settings-view.js'

/** `settings`: a form. Slack opens forms from commands and buttons alone, so a message gets a button. */
export const runSettings = async (bot: Bot, turn: Turn): Promise<Answer> => {
  const { seenBy, home, channelId } = turn.asker.place
  const isElsewhere = seenBy.kind === 'you' && seenBy.because !== 'dm' && channelId !== null
  // What is typed where others read is its author's own, but their own settings are not meant there.
  const outcome = await showSettings(bot, turn.asker, isElsewhere ? channelHome(channelId) : home)
  // Nothing was typed that could be lost.
  if (!outcome.ok) return refused({ ...turn, typed: '' }, outcome.why)
  if (turn.triggerId === null) return reply(settingsView(outcome.value, turn.asker.today))
  return openSettings(bot, turn, outcome.value)
}

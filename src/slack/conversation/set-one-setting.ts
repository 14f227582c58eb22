import type { Asker } from '../../app/asker.js'
import type { Outcome } from '../../app/outcome.js'
import { changeSettings, type SettingsChanged } from '../../app/settings/change-settings.js'
import { showSettings } from '../../app/settings/show-settings.js'
import type { Home } from '../../domain/audience.js'
import { type Settings, settingsOf } from '../../domain/settings.js'
import type { Bot } from './bot.js'

/** One press sets one thing of a place, for whoever may set it; what else is set there stays. */
export const setOneSetting = async (
  bot: Bot,
  asker: Asker,
  home: Home,
  patch: Partial<Pick<Settings, 'week' | 'mindful' | 'mirror'>>,
): Promise<Outcome<SettingsChanged>> => {
  const shown = await showSettings(bot, asker, home)
  if (!shown.ok) return shown
  const seen = settingsOf(shown.value)
  return changeSettings(bot, asker, home, seen, { ...seen, ...patch })
}

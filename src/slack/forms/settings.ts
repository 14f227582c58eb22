import { changeSettings } from '../../app/settings/change-settings.js'
import { showSettings } from '../../app/settings/show-settings.js'
import type { Home } from '../../domain/audience.js'
import { meanwhile, seenAgain } from '../../domain/meanwhile.js'
import { type Settings, settingsOf } from '../../domain/settings.js'
import { type Answer, modal } from '../answer.js'
import { answerWith, refused } from '../conversation/answer-with.js'
import type { Bot, Turn } from '../conversation/bot.js'
import { takeUp } from '../conversation/drafts.js'
import { homeIn, rememberSettings } from '../conversation/open-settings.js'
import { settingsFormAgain, settingsTyped } from '../views/settings-form.js'
import { settingsSavedView } from '../views/settings-view.js'
import type { OnForm } from './form.js'
import { type FormMetadata, metadataAgain } from './metadata.js'
import { settingsIn } from './settings/values.js'

/** The form of `settings`. */
export const submitSettings: OnForm = async (bot, turn, { metadata, value }) => {
  const home = homeIn(metadata.home ?? '')
  if (home === null) return refused(turn, { reason: 'entry-gone' })
  const draft = metadata.seenId === undefined ? null : await takeUp(bot, turn, metadata.seenId)
  const seen = draft?.kind === 'settings-form' ? draft.seen : null
  const read = settingsIn(value, turn.asker.today, seen)
  if ('errors' in read) return { kind: 'errors', errors: read.errors }
  const outcome = await changeSettings(bot, turn.asker, home, seen, read.settings)
  if (!outcome.ok && outcome.why.reason === 'set-meanwhile')
    return comeBack(bot, turn, metadata, home, seen, read.settings)
  return answerWith({ ...turn, typed: settingsTyped(read.settings) }, outcome, settingsSavedView)
}

/** The same form, with what was typed and what somebody else set meanwhile. */
const comeBack = async (
  bot: Bot,
  turn: Turn,
  metadata: FormMetadata,
  home: Home,
  seen: Settings | null,
  typed: Settings,
): Promise<Answer> => {
  const outcome = await showSettings(bot, turn.asker, home)
  if (!outcome.ok) return refused(turn, outcome.why)
  const now = settingsOf(outcome.value)
  const changed = meanwhile(seen === null ? null : settingsOf(seen), typed, now)
  const again = metadataAgain(metadata, await rememberSettings(bot, turn, seenAgain(seen, now, changed)))
  return modal(settingsFormAgain(home, typed, now, changed, again))
}

import { changeSettings } from '../../app/settings/change-settings.js'
import { showSettings } from '../../app/settings/show-settings.js'
import { showSources } from '../../app/sources/source-model.js'
import { switchSources } from '../../app/sources/switch-sources.js'
import type { Home } from '../../domain/audience.js'
import { isLiveSource, type LiveSource, liveSources } from '../../domain/live-source.js'
import { meanwhile, seenAgain } from '../../domain/meanwhile.js'
import { type Settings, settingsOf } from '../../domain/settings.js'
import { fieldIds } from '../action-ids.js'
import { type Answer, modal, reply } from '../answer.js'
import { answerWith, refused } from '../conversation/answer-with.js'
import type { Bot, Turn } from '../conversation/bot.js'
import { takeUp } from '../conversation/drafts.js'
import { homeIn, rememberSettings } from '../conversation/open-settings.js'
import { page } from '../views/page.js'
import { settingsFormAgain, settingsTyped } from '../views/settings-form.js'
import { settingsSavedView } from '../views/settings-view.js'
import { sourcesBlocks, sourcesTurned } from '../views/sources-view.js'
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
  const nothing = !outcome.ok && outcome.why.reason === 'nothing-changed'
  const on = value(fieldIds.sources).split(',').filter(isLiveSource)
  const turned = outcome.ok || nothing ? await turnSources(bot, turn, metadata, on) : []
  if (nothing && turned.length > 0) return reply(page(sourcesTurned(turned, on)))
  return answerWith({ ...turn, typed: settingsTyped(home, read.settings) }, outcome, (saved) =>
    settingsSavedView(saved, turned.length === 0 ? [] : sourcesTurned(turned, on)),
  )
}

/** What differs from what the form showed; what somebody else switched meanwhile stays. */
const turnSources = async (
  bot: Bot,
  turn: Turn,
  { sourcesOn }: FormMetadata,
  on: readonly LiveSource[],
): Promise<readonly LiveSource[]> => {
  if (sourcesOn === undefined) return []
  const wished = liveSources
    .filter((source) => bot.sourcesSetUp.has(source) && on.includes(source) !== sourcesOn.includes(source))
    .map((source) => [source, on.includes(source) ? 'on' : 'off'] as const)
  return switchSources(bot, turn.asker, new Map(wished))
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
  const sources = sourcesBlocks(await showSources(bot, turn.asker), turn.asker.today)
  return modal(settingsFormAgain(home, typed, now, changed, again, sources))
}

import type { PlaceSettings } from '../../app/ports.js'
import { showSources } from '../../app/sources/source-model.js'
import { channelHome, type Home, teammateHome } from '../../domain/audience.js'
import { type Settings, settingsOf } from '../../domain/settings.js'
import { type Answer, modal } from '../answer.js'
import { formMetadata } from '../forms/metadata.js'
import { settingsForm } from '../views/settings-form.js'
import { sourcesBlocks } from '../views/sources-view.js'
import type { Bot, Turn } from './bot.js'
import { putAside } from './drafts.js'

/** Opens the form of `settings`, and remembers what it was filled with. */
export const openSettings = async (bot: Bot, turn: Turn, place: PlaceSettings): Promise<Answer> => {
  const seenId = await rememberSettings(bot, turn, place)
  const model = await showSources(bot, turn.asker)
  const sourcesOn = model.sources.filter(({ state }) => state === 'on').map(({ source }) => source)
  const metadata = formMetadata(turn, { personId: '', home: place.home, seenId, sourcesOn })
  return modal(settingsForm(place, metadata, sourcesBlocks(model, turn.asker.today)))
}

/** Puts aside what the form is filled with; answers its id. */
export const rememberSettings = (bot: Bot, turn: Turn, settings: Settings): Promise<string> => {
  const { days, holidays, reactions, ...seen } = settingsOf(settings)
  const own = { days: [...days], holidays: [...holidays], reactions: { ...reactions } }
  return putAside(bot, turn, { kind: 'settings-form', seen: { ...seen, ...own } })
}

/** The home that a button or a form names; null when it names none. */
export const homeIn = (text: string): Home | null => {
  const [, kind = '', id = ''] = /^(channel|teammate):(\w+)$/u.exec(text) ?? []
  if (kind === '') return null
  return kind === 'channel' ? channelHome(id) : teammateHome(id)
}

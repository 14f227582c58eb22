import type { NoticeModel } from '../../app/nudges/compose-notice.js'
import type { PlaceSettings } from '../../app/ports.js'
import type { SettingsChanged } from '../../app/settings/change-settings.js'
import { channelOf, type Home } from '../../domain/audience.js'
import { rhythmText } from '../../domain/cadence.js'
import type { LocalDate } from '../../domain/local-time.js'
import { type Settings, settingText } from '../../domain/settings.js'
import { actionIds } from '../action-ids.js'
import type { Reply } from '../answer.js'
import { button } from './blocks.js'
import { channel, command, joined, ours, say, teammate, typed, type Words } from './copy.js'
import { buttons, hint, line, type Part, page } from './page.js'
import { changesWords, dayList, daysWords, reactionWords } from './settings-words.js'

/** "in #customers", "in your DM". */
export const whereWords = (home: Home): Words => {
  const channelId = channelOf(home)
  return channelId === null ? say`in your DM with me` : say`in ${channel(channelId)}`
}

/** How a place is set, with a button that opens the form. */
export const settingsView = (place: PlaceSettings, today: LocalDate): Reply => {
  const { digestHour, days, fromHour, toHour, zone, cap } = place
  return page([
    line(
      say`How I work ${whereWords(place.home)}:`,
      say`People come up at ${ours(String(digestHour))}, ${ours(daysWords(days))}, at most ${ours(String(cap))} in a day. Working time is ${ours(`${fromHour} to ${toHour}`)}, ${typed(zone)} time.`,
      rhythmWords(place),
      ...own(place, today),
    ),
    buttons([button('Change this', actionIds.settings, place.home)]),
  ])
}

const rhythmWords = ({ rhythm }: Settings): Words =>
  rhythm === 'never'
    ? say`People who are introduced here do not come up by themselves until somebody says how often.`
    : say`People who are introduced here come up every ${ours(rhythmText(rhythm))} until somebody says otherwise.`

const own = (place: Settings, today: LocalDate): Words[] => {
  const ahead = place.holidays.filter((on) => on >= today)
  const reactions = settingText.reactions(place)
  return [
    ...(ahead.length === 0 ? [] : [say`Days off: ${ours(dayList(ahead))}.`]),
    ...(reactions === '' ? [] : [say`Reactions: ${joined(reactions.split(',').map(reactionWords), '; ')}.`]),
    ...(place.week ? [say`At the end of each week I say what we heard.`] : []),
    ...(place.mindful
      ? [say`Whoever speaks of people as if they were numbers hears a quiet word from me, alone.`]
      : []),
  ]
}

/** After the form. */
export const settingsSavedView = (
  { home, changes, botIsIn }: SettingsChanged,
  beside: readonly Part[] = [],
): Reply => {
  const channelId = channelOf(home)
  const told =
    channelId === null
      ? []
      : botIsIn
        ? [say`I say so once in ${channel(channelId)}.`]
        : [
            say`I am not in ${channel(channelId)}, so I say nothing there until somebody types ${command('/invite @Personable')}.`,
          ]
  return page([
    line(say`Saved for ${place(home)}: ${changesWords(changes)}.`, ...told),
    hint(say`${command('/person undo')} takes it back.`),
    ...beside,
  ])
}

const place = (home: Home): Words => {
  const channelId = channelOf(home)
  return channelId === null ? ours('your DM with me') : channel(channelId)
}

/** Told once in the channel that was set. */
export const settingsNoticeView = ({ by, said }: Extract<NoticeModel, { kind: 'settings' }>): Reply =>
  page([
    line(
      say`${teammate(by)} changed how I work here: ${changesWords(said)}. ${command('/person settings')} changes it.`,
    ),
  ])

import type { KnownBlock, ModalView } from '@slack/types'
import type { PlaceSettings } from '../../app/ports.js'
import { channelOf, type Home } from '../../domain/audience.js'
import { rhythmText } from '../../domain/cadence.js'
import { type Changed, filledAgain } from '../../domain/meanwhile.js'
import { mostPeopleADay, type Settings, settingText } from '../../domain/settings.js'
import { fieldIds, formIds, isOn } from '../action-ids.js'
import { plainWords } from './blocks.js'
import { ours, say } from './copy.js'
import { checkboxesInput, choiceInput, form, textInput, words } from './form-inputs.js'
import { type Field, meanwhileNotice } from './meanwhile-view.js'
import { whereWords } from './settings-view.js'
import { daysWords } from './settings-words.js'

/** How a place is set, to be changed. */
export const settingsForm = (
  place: PlaceSettings,
  metadata: string,
  sources: readonly KnownBlock[] = [],
): ModalView => settingsModal(place.home, place, metadata, [], sources)

/** The same form, with what was typed still in it, after somebody else set the same meanwhile. */
export const settingsFormAgain = (
  home: Home,
  wished: Settings,
  now: Settings,
  changed: Changed,
  metadata: string,
  sources: readonly KnownBlock[] = [],
): ModalView => {
  const again = [meanwhileNotice(settingsFields(home, now), changed)]
  return settingsModal(home, filledAgain(wished, now, changed), metadata, again, sources)
}

/** What was filled in, field by field: given back when none of it can be kept, since the form is closed by then. */
export const settingsTyped = (home: Home, wished: Settings): string =>
  settingsFields(home, wished)
    .map(({ label, reads }) => [label, 'text' in reads ? reads.text : plainWords(reads.words)] as const)
    .flatMap(([label, filled]) => (filled === '' ? [] : [`${label}: ${filled}`]))
    .join('\n')

const settingsModal = (
  home: Home,
  settings: Settings,
  metadata: string,
  notice: readonly ReturnType<typeof meanwhileNotice>[],
  sources: readonly KnownBlock[],
): ModalView =>
  form({
    id: formIds.settings,
    title: 'How I work here',
    submit: notice.length === 0 ? 'Save' : 'Save mine',
    metadata,
    blocks: [
      ...notice,
      words(say`How I work ${whereWords(home)}.`),
      ...settingsFields(home, settings).map(({ input }) => input),
      ...sources,
    ],
  })

const hour = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, n) => ({ label: String(from + n), value: String(from + n) }))

const settingsFields = (home: Home, settings: Settings): Field[] => {
  const { digestHour, days, fromHour, toHour, zone, cap } = settings
  const number = (
    key: string,
    id: string,
    label: string,
    value: number,
    from: number,
    to: number,
  ): Field => ({
    key,
    label,
    input: choiceInput(id, label, hour(from, to), String(value)),
    reads: { words: ours(String(value)) },
  })
  return [
    number('digestHour', fieldIds.digestHour, 'At which hour people come up', digestHour, 0, 23),
    {
      key: 'days',
      label: 'Working days',
      input: checkboxesInput(fieldIds.days, 'Working days', weekdays, days.map(String)),
      reads: { words: ours(daysWords(days)) },
    },
    number('fromHour', fieldIds.fromHour, 'Working time from', fromHour, 0, 23),
    number('toHour', fieldIds.toHour, 'Working time to', toHour, 1, 24),
    text('zone', fieldIds.zone, 'Time zone', zone, 'As "America/Chicago", or a city.'),
    number('cap', fieldIds.cap, 'How many people come up in a day at most', cap, 1, mostPeopleADay),
    text(
      'rhythm',
      fieldIds.rhythm,
      'How often to be in touch with people introduced here from now on',
      rhythmText(settings.rhythm),
      'As "3 weeks", "2 months" or "never".',
    ),
    text(
      'reactions',
      fieldIds.reactions,
      'What reactions mean here, where it differs from everywhere',
      settingText
        .reactions(settings)
        .replaceAll(',', '\n')
        .replaceAll(/:(?=\w+$)/gm, ': '),
      'One on each line: "coffee: met". Also called, emailed, messaged, heard, note, nothing.',
      'many',
    ),
    text(
      'holidays',
      fieldIds.holidays,
      'Days off',
      settings.holidays.join('\n'),
      'One on each line: "2026-12-25" or "25 December 2026".',
      'many',
    ),
    ...(channelOf(home) === null ? [ownMirror(settings)] : inChannels(settings)),
  ]
}

/** What only a channel can be given. */
const inChannels = ({ week, mindful }: Settings): Field[] => [
  tick('week', fieldIds.week, 'The week, heard', 'At the end of each week I say what we heard', week),
  tick('mindful', fieldIds.mindful, 'Mind the person', 'A quiet word when people become numbers', mindful),
]

const ownMirror = ({ mirror }: Settings): Field =>
  tick(
    'mirror',
    fieldIds.mirror,
    'Your own mirror',
    'On my Home, how I listened lately; for me alone',
    mirror,
  )

const tick = (key: string, id: string, label: string, choice: string, on: boolean): Field => ({
  key,
  label,
  input: checkboxesInput(id, label, [{ label: choice, value: isOn }], on ? [isOn] : [], true),
  reads: { words: ours(on ? 'yes' : 'no') },
})

const text = (
  key: string,
  id: string,
  label: string,
  value: string,
  hint: string,
  lines: 'one' | 'many' = 'one',
): Field => {
  const multiline = lines === 'many'
  const input = textInput(id, label, { initial: value, optional: multiline, multiline, hint })
  return { key, label, input, reads: { text: value } }
}

const weekdays = [1, 2, 3, 4, 5, 6, 7].map((day) => ({ label: daysWords([day]), value: String(day) }))

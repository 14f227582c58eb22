import type { KnownBlock } from '@slack/types'
import type { SourceModel, SourcesModel } from '../../app/sources/source-model.js'
import type { LiveSource } from '../../domain/live-source.js'
import type { LocalDate } from '../../domain/local-time.js'
import { fieldIds } from '../action-ids.js'
import { header } from './blocks.js'
import { joined, ours, say, type Words } from './copy.js'
import { plainDay } from './days.js'
import { checkboxesInput, words } from './form-inputs.js'
import { hint, line, type Part } from './page.js'

const sourceNames: Readonly<Record<LiveSource, string>> = {
  people: 'Our own webhook',
  hubspot: 'HubSpot',
  slack: 'Titles in Slack profiles',
  pasted: 'Signatures and automatic replies that you show me',
}

/** In the form of the settings: where role changes come from, for admins to switch. */
export const sourcesBlocks = ({ sources, mayTurn }: SourcesModel, today: LocalDate): KnownBlock[] => {
  const setUp = sources.filter(({ state }) => state !== 'unset')
  return [
    header('Where role changes come from'),
    words(
      say`The same in every channel. Files are imported with /person import; these speak by themselves:`,
      ...sources.map((source) => sourceWords(source, today)),
    ),
    ...(mayTurn && setUp.length > 0
      ? [
          checkboxesInput(
            fieldIds.sources,
            'Switched on, for the whole workspace',
            setUp.map(({ source }) => ({ label: sourceNames[source], value: source })),
            setUp.filter(({ state }) => state === 'on').map(({ source }) => source),
            true,
          ),
        ]
      : [words(say`Admins of the workspace switch them on and off.`)]),
  ]
}

const sourceWords = ({ source, state, lastSpokeOn, waiting, held }: SourceModel, today: LocalDate): Words => {
  const name = ours(sourceNames[source])
  if (state === 'unset') return say`• ${name}: not set up by whoever runs me.`
  const spoke =
    lastSpokeOn === null ? ours('never spoke') : say`last spoke ${ours(plainDay(lastSpokeOn, today))}`
  if (state === 'off') return say`• ${name}: switched off, ${spoke}.`
  return say`• ${name}: on, ${spoke}.${waitingWords(waiting)}${heldWords(held)}`
}

const waitingWords = (waiting: number): Words =>
  waiting === 0 ? ours('') : ours(` About ${people(waiting)} it may not have finished.`)
const heldWords = (held: number): Words =>
  held === 0
    ? ours('')
    : ours(
        ` About ${people(held)} whom nobody introduced I keep what it said for 30 days, in case somebody does.`,
      )
const people = (count: number): string => (count === 1 ? 'one person' : `${count} people`)

/** Which of them were switched, after the form. */
export const sourcesTurned = (turned: readonly LiveSource[], on: readonly LiveSource[]): Part[] => {
  const names = (which: readonly LiveSource[]): Words =>
    joined(
      which.map((source) => ours(sourceNames[source])),
      ', ',
    )
  const [isOn, isOff] = [
    turned.filter((each) => on.includes(each)),
    turned.filter((each) => !on.includes(each)),
  ]
  return [
    line(
      ...(isOn.length === 0 ? [] : [say`Switched on: ${names(isOn)}.`]),
      ...(isOff.length === 0 ? [] : [say`Switched off: ${names(isOff)}.`]),
    ),
    hint(say`Sources are switched back in the same form.`),
  ]
}

import type { StaticSelect } from '@slack/types'
import type { Preview, PreviewRow } from '../../../app/imports/preview.js'
import type { Home } from '../../../domain/audience.js'
import type { Rhythm } from '../../../domain/cadence.js'
import { actionIds } from '../../action-ids.js'
import type { Reply } from '../../answer.js'
import { button, type Choice, clip, option, select } from '../blocks.js'
import { command, label, ours, say, type Words } from '../copy.js'
import { buttons, hint, line, type Part, page } from '../page.js'
import {
  countsWords,
  fileName,
  formatWords,
  grouped,
  people,
  peopleIn,
  rowWords,
  seenByWords,
} from './import-words.js'

/** How often people who come by a file are brought up. Thousands of connections must not become thousands of nudges. */
const rhythms: readonly (Choice & { readonly rhythm: Rhythm })[] = [
  { label: 'Do not bring up those who are new', value: 'never', rhythm: 'never' },
  { label: 'Bring them up every month', value: '1-month', rhythm: { every: 1, unit: 'month' } },
  { label: 'Bring them up every 3 months', value: '3-month', rhythm: { every: 3, unit: 'month' } },
  { label: 'Bring them up every 6 months', value: '6-month', rhythm: { every: 6, unit: 'month' } },
]

/** The rhythm that was chosen; null for what was never offered. Nothing chosen is the first. */
export const rhythmChosen = (value: string): Rhythm | null =>
  value === '' ? 'never' : (rhythms.find((each) => each.value === value)?.rhythm ?? null)

/** What a file would bring, before anything is written down. */
export const previewView = ({ now, first }: Preview, openToAll: readonly Home[]): Reply => {
  const { counts, name, format, home, id } = now
  const isNews = counts.new + counts.changed + counts.asked + counts.unclear > 0
  const mayBeNew = counts.new + counts.unclear > 0
  return page([
    line(
      isNews
        ? say`Import ${people(peopleIn(counts))} from ${fileName(name)}?`
        : say`Nothing is new in ${fileName(name)}: ${people(counts.same)}, all as you know them. Import it all the same?`,
      say`I read it as ${formatWords(format)}: ${countsWords(counts)}. ${seenByWords(home, openToAll)}`,
    ),
    ...listed('New', first.new, counts.new),
    ...listed('Changed: of new roles the team will hear', first.changed, counts.changed),
    ...listed('Different from what you were told: I will ask', first.asked, counts.asked),
    ...listed('As they were', first.same, counts.same),
    ...listed('Unclear: I will ask you afterwards who is meant', first.unclear, counts.unclear),
    ...listed('Skipped', first.skipped, counts.skipped),
    ...(counts.forgotten === 0
      ? []
      : [line(say`${ours(forgottenText(counts.forgotten))} asked to be forgotten, and will not come back.`)]),
    hint(
      say`Nothing is written down yet.${ours(mayBeNew ? ' How often should I bring up those who are new?' : '')}`,
    ),
    buttons(
      [
        ...(mayBeNew ? [rhythmSelect()] : []),
        button('Import', actionIds.importBegin, id, 'primary'),
        button('Leave it', actionIds.importLeave, id),
      ],
      ours(`${mayBeNew ? 'Choose that, then ' : ''}Import, or Leave it.`),
    ),
  ])
}

/** Nobody can be made of any row of a file, and why. */
export const nobodyView = ({ now: { name, format, counts }, first }: Preview): Reply =>
  page([
    line(
      say`I found nobody in ${fileName(name)}, so nothing was written down.`,
      say`I read it as ${formatWords(format)}. What I can read: ${command('/person help import')}`,
    ),
    ...listed('Skipped', first.skipped, counts.skipped),
  ])

const forgottenText = (n: number): string => (n === 1 ? 'One person' : `${grouped(n)} people`)

const rhythmSelect = (): StaticSelect => {
  const [first = { label: '', value: '' }] = rhythms
  return { ...select('How often?', actionIds.importRhythm, rhythms), initial_option: option(first) }
}

const longestRow = 140

const listed = (title: string, rows: readonly PreviewRow[], count: number): Part[] => {
  if (count === 0) return []
  const more = count - rows.length
  return [
    line(
      label(`${title} (${grouped(count)})`),
      ...rows.map((row) => say`• ${short(rowWords(row))}`),
      ...(more > 0 ? [ours(`and ${grouped(more)} more`)] : []),
    ),
  ]
}

/** A file may hold anything, and sixty lines must fit into one message. */
const short = (words: Words): Words =>
  words.map((piece) =>
    piece.kind === 'typed' ? { ...piece, text: clip(piece.text, longestRow / 2) } : piece,
  )

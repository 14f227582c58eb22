import { type BrokenArchive, type Counts, keptKinds } from '../../app/archive/archive.js'
import { archiveNames } from './archive-files.js'

/** What was exported to a directory, and what was not. */
export const exportedWords = (counts: Counts, directory: string): string =>
  `Exported: ${counted(counts)}. They are in ${directory}: ${archiveNames.lines} holds everything, ${archiveNames.cards} their vCards.
The journal is not in it, nor what was posted: what is known now goes along, and who changed what before does not.`

export const importedWords = (counts: Counts, directory: string): string =>
  `Imported from ${directory}: ${counted(counts)}.`

const counted = (counts: Counts): string => {
  const entries = keptKinds
    .filter(
      (kind) => !['place', 'source', 'person', 'secret', 'forgotten', 'mark', 'sighting'].includes(kind),
    )
    .reduce((sum, kind) => sum + counts[kind], 0)
  return [
    some(counts.person, 'person', 'people'),
    some(entries, 'thing known about them', 'things known about them'),
    some(counts.place, 'place', 'places'),
  ].join(', ')
}

const some = (n: number, one: string, more: string): string =>
  `${new Intl.NumberFormat('en').format(n)} ${n === 1 ? one : more}`

/** What is wrong with which line, and what to do. */
export const brokenWords = ({ line, message }: BrokenArchive, directory: string): string =>
  `${directory}/${archiveNames.lines}, line ${line}: ${message} Put that right, or export again. Nothing was imported.`

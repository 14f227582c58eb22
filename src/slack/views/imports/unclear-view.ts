import type { UnclearRow } from '../../../app/imports/unclear-rows.js'
import type { PersonName } from '../../../app/ports.js'
import { actionIds } from '../../action-ids.js'
import type { Reply } from '../../answer.js'
import { button, clip } from '../blocks.js'
import { joined, named, ours, say, typed, type Words } from '../copy.js'
import { buttons, hint, line, page, quote, row } from '../page.js'
import { roleWords, unclearWords } from './import-words.js'

const mostOffered = 5

/** A row of which nobody but a teammate can say whom it is about. */
export const unclearView = (importId: string, unclear: UnclearRow): Reply => {
  const { contact, candidates, fate } = unclear
  const at = `${importId}:${unclear.nth}`
  const why = fate.outcome === 'unclear' ? say` Here ${ours(unclearWords[fate.why])}.` : []
  const offered = candidates.slice(0, mostOffered)
  return page([
    line(
      say`Row ${ours(String(unclear.row))}: ${named(contact?.name ?? '')}, ${roleWords(contact)}.${why}`,
      ...reached(contact?.addresses ?? []),
    ),
    ...(contact?.note ? [quote(clip(contact.note, 500))] : []),
    ...(offered.length === 0 ? [] : [line(say`Is it one of these?`)]),
    ...offered.map((person) =>
      row([whoWords(person)], button('The same', actionIds.importSame, `${at}:${person.id}`)),
    ),
    buttons([
      button('Somebody new', actionIds.importNew, at),
      button('Leave them out', actionIds.importOut, at),
    ]),
    hint(say`Close this to go on later: what is undecided waits in the message.`),
  ])
}

const whoWords = ({ name, role }: PersonName): Words =>
  role === '' ? named(name) : say`${named(name)}, ${role}`

const reached = (addresses: readonly string[]): Words[] =>
  addresses.length === 0 ? [] : [say`Reached at ${joined(addresses.slice(0, 5).map(typed), ', ')}.`]

/** All of them are decided. */
export const noneUnclearView = (): Reply => page([line(say`Nobody is unclear any more. Thank you.`)])

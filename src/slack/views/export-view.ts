import type { Place } from '../../app/asker.js'
import type { Dossier } from '../../app/export/dossier.js'
import { teammateOf } from '../../domain/audience.js'
import type { Person } from '../../domain/person.js'
import type { Reply } from '../answer.js'
import { called, command, joined, named, ours, say, type Words } from './copy.js'
import { hint, line, page } from './page.js'

/** What stands above the files. It names nobody: the files can be taken away with whoever is forgotten. */
export const filesComment = 'What you asked for, for your eyes.'

const here: Words = ours('here, above')
const there: Words = ours('in your direct messages with me')

/** After `export`: where the files are, and what is in them. */
export const exportedView = (dossier: Dossier, seenBy: Place['seenBy']): Reply => {
  const { person } = dossier
  const isHere = seenBy.kind === 'you' && seenBy.because === 'dm'
  const held = contents(dossier)
  return page([
    line(say`Three files about ${named(person.name)} are ${isHere ? here : there}:`),
    line(
      say`• a page, “What we know about you”, to read or to give to them`,
      say`• a vCard for an address book: name, role, addresses, birthday; no notes`,
      say`• JSON with all of it, for programs`,
    ),
    line(
      held.length === 0
        ? say`Nothing is written down about them but who they are.`
        : say`They hold ${listed(held)}.`,
    ),
    hint(
      isOwnAmong(dossier)
        ? say`That is all that you may see, and some of it is for your eyes alone: read it before you pass it on.`
        : say`That is all that you may see. Others may have written more where you cannot look.`,
    ),
  ])
}

/** What stood in the way: nothing of it is to be seen, unless Slack did not say. `why` is a sentence of our own. */
export type ExportFailure = {
  readonly kind: 'temporary' | 'permanent' | 'uncertain'
  readonly why: string
}

export const exportFailedView = ({ name }: Pick<Person, 'name'>, { kind, why }: ExportFailure): Reply => {
  const again = command(`/person export ${called(name)}`)
  if (kind === 'uncertain')
    return page([
      line(
        say`Slack did not say whether it took the files about ${named(name)}. Look into your direct messages with me.`,
        say`If they are not there: ${again}`,
      ),
    ])
  const next =
    kind === 'temporary'
      ? say`In a minute, once more: ${again}`
      : say`Whoever runs Personable, or the workspace, can mend that. Then: ${again}`
  return page([
    line(say`Slack did not take the files about ${named(name)}, so none was sent. ${ours(why)}`, next),
  ])
}

/** Something that only the asker sees is among it. */
const isOwnAmong = (dossier: Dossier): boolean => {
  const { person, roles, notes, interactions, commitments, dates, questions, ties } = dossier
  const { sightings, claims } = dossier
  const said = [sightings, claims].flat()
  const all = [[person], roles, notes, interactions, commitments, dates, questions, ties, said].flat()
  return all.some(({ home }) => teammateOf(home) !== null)
}

const contents = (dossier: Dossier): Words[] => {
  const { roles, notes, interactions, commitments, dates, questions, ties } = dossier
  const heard = notes.filter(({ kind }) => kind === 'heard').length
  const promises = commitments.filter(({ kind }) => kind === 'promise').length
  const counted: readonly (readonly [n: number, one: string, more: string])[] = [
    [roles.length, 'role', 'roles'],
    [interactions.length, 'contact', 'contacts'],
    [heard, 'thing in their own words', 'things in their own words'],
    [notes.length - heard, 'note', 'notes'],
    [promises, 'promise', 'promises'],
    [commitments.length - promises, 'step of theirs', 'steps of theirs'],
    [dates.length, 'date', 'dates'],
    [questions.length, 'question', 'questions'],
    [ties.length, 'tie to somebody else', 'ties to others'],
    [dossier.claims.length, 'change that a source claims', 'changes that sources claim'],
  ]
  return counted.flatMap(([n, one, more]) => (n === 0 ? [] : [ours(`${n} ${n === 1 ? one : more}`)]))
}

const listed = (items: readonly Words[]): Words => {
  const last = items.at(-1) ?? []
  return items.length < 2 ? last : say`${joined(items.slice(0, -1), ', ')} and ${last}`
}

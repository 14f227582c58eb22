import type { ModalView } from '@slack/types'
import type { Allowed } from '../../app/quotes/allow.js'
import type { Proposal } from '../../app/quotes/propose.js'
import type { Note } from '../../domain/note.js'
import type { Person } from '../../domain/person.js'
import { longestQuote, mayBeQuotedBy } from '../../domain/quote.js'
import { actionIds, fieldIds, formIds } from '../action-ids.js'
import type { Reply } from '../answer.js'
import { button, clip, type Pressable } from './blocks.js'
import { command, named, ours, say, type Words } from './copy.js'
import { choiceInput, form, textInput, words } from './form-inputs.js'
import { buttons, hint, line, page, quote } from './page.js'
import { roleKindWords } from './quote-words.js'

/** The choice that nothing is said of whoever said it. */
const nothingOfThem = '-'

type MayBeHeard = Pick<Note, 'id' | 'kind' | 'by' | 'quote'>

/** For whoever wrote down what somebody said; nobody else is offered it. */
export const quoteButton = (note: MayBeHeard, userId: string): Pressable[] => {
  if (!mayBeQuotedBy(note, userId)) return []
  return [button(note.quote ? 'As it is quoted' : 'May be quoted', actionIds.quote, note.id)]
}

/** Of what was kept at once: where it is more than one sentence of theirs, nobody is asked about each. */
export const onlyQuoteButton = (heard: readonly MayBeHeard[], userId: string): Pressable[] => {
  const [note, another] = heard
  return note === undefined || another !== undefined ? [] : quoteButton(note, userId)
}

/** Their words without names, to read before everybody may. */
export const quoteForm = (
  { person, note, quote: { words: said, role } }: Proposal,
  metadata: string,
): ModalView =>
  form({
    id: formIds.quote,
    title: 'May it be quoted?',
    submit: 'Let it be quoted',
    metadata,
    blocks: [
      textInput(fieldIds.text, `What ${person.name} said, without names`, {
        initial: clip(said, longestQuote),
        multiline: true,
        hint: 'Names, addresses and numbers that I know are taken out. Take out whatever else tells who it was.',
      }),
      ...(role === null
        ? []
        : [
            choiceInput(fieldIds.role, 'Who said it', [
              { label: `Say that it was ${roleKindWords[role]}`, value: role },
              { label: 'Say nothing of them', value: nothingOfThem },
            ]),
          ]),
      words(
        say`Everybody in this workspace may read these words then, without a name.`,
        ...(note.facets.length === 0
          ? []
          : [
              say`Beside them stands what they are about: ${ours(note.facets.map((each) => `#${each}`).join(' '))}.`,
            ]),
        say`You can take it back at any time: ${command('/person words')} with a topic finds it.`,
      ),
    ],
  })

/** After it was allowed: as it reads now. */
export const quotedView = ({ noteId, quote: said }: Allowed): Reply =>
  page([line(everybodyReads), quote(said.words), ...takingBack(noteId)])

/** How it reads, where it was allowed before. */
export const quotedAlreadyView = ({ note, quote: said }: Proposal): Reply =>
  page([line(say`You let it be quoted. ${everybodyReads}`), quote(said.words), ...takingBack(note.id)])

const everybodyReads: Words = say`Everybody in this workspace may read these words now, without a name:`

const takingBack = (noteId: string) => [
  buttons([button('No longer quoted', actionIds.unquote, noteId)], say`“No longer quoted” takes it back.`),
  hint(say`${command('/person words')} with a topic finds it.`),
]

export const unquotedView = (person: Person | null): Reply =>
  page([
    line(
      person === null
        ? say`These words are quoted no longer.`
        : say`What ${named(person.name)} said is quoted no longer.`,
    ),
    hint(say`${command('/person undo')} brings it back.`),
  ])

import type { KnownBlock, ModalView } from '@slack/types'
import type { PersonName } from '../../app/ports.js'
import { type InteractionKind, interactionKinds } from '../../domain/interaction.js'
import type { LocalDate } from '../../domain/local-time.js'
import type { NoteKind } from '../../domain/note.js'
import { fieldIds, formIds } from '../action-ids.js'
import type { Reply } from '../answer.js'
import { clip } from './blocks.js'
import { say } from './copy.js'
import { choiceInput, dayInput, fitsInput, form, notice, textInput, words } from './form-inputs.js'
import { howLabels } from './kinds.js'
import { lookUpField, peopleInput } from './people-input.js'
import { richText } from './rich-text.js'

/** What a form is filled with from the message that the shortcut was used on. */
export type FromMessage = {
  readonly about: readonly PersonName[]
  readonly text: string
  /** The message's day. */
  readonly on: LocalDate
  readonly metadata: string
}

/** "Log a conversation": the likeliest way stands first. */
export const logConversationForm = (from: FromMessage, likely: InteractionKind): ModalView =>
  form({
    id: formIds.logConversation,
    title: 'Log a conversation',
    submit: 'Write it down',
    metadata: from.metadata,
    blocks: [
      peopleInput('With whom?', from.about),
      choiceInput(
        fieldIds.how,
        'How?',
        [likely, ...interactionKinds.filter((kind) => kind !== likely)].map((kind) => ({
          label: howLabels[kind],
          value: kind,
        })),
      ),
      ...textFields('What was said?', from.text, {
        optional: true,
        hint: 'Words in quotation marks are kept as their own.',
      }),
      dayInput(fieldIds.on, 'On', from.on),
    ],
  })

/** What "Remember this" is told where a message is to be read. */
export const changedRoles = 'changed-roles'

const noteLabels: Record<'note' | 'heard', string> = {
  note: 'Something that we noticed',
  heard: 'Their own words',
}

/**
 * "Remember this": what stands in the message, as somebody's words or as a note about them. A signature or an automatic
 * reply can be read instead.
 */
export const rememberForm = (from: FromMessage, likely: 'note' | 'heard', isOfRole = false): ModalView => {
  const kinds = likely === 'heard' ? (['heard', 'note'] as const) : (['note', 'heard'] as const)
  const reading = isOfRole ? [{ label: 'It says that they changed roles', value: changedRoles }] : []
  return form({
    id: formIds.rememberThis,
    title: 'Remember this',
    submit: 'Keep it',
    metadata: from.metadata,
    blocks: [
      peopleInput('About whom?', from.about),
      choiceInput(fieldIds.kind, 'What is it?', [
        ...reading,
        ...kinds.map((kind: NoteKind & ('note' | 'heard')) => ({ label: noteLabels[kind], value: kind })),
      ]),
      ...textFields('What to remember', from.text, { optional: false }),
      dayInput(fieldIds.on, 'On', from.on),
    ],
  })
}

/** As much of a long message as is shown above the field. */
const shown = 2_000

/** A field holds 3,000 signs; a longer message is kept whole beside what is added to it. */
const textFields = (
  label: string,
  text: string,
  field: { readonly optional: boolean; readonly hint?: string },
): KnownBlock[] =>
  fitsInput(text)
    ? [textInput(fieldIds.text, label, { initial: text, multiline: true, ...field })]
    : [
        words(say`The message is longer than a field, so it is kept whole:`),
        richText([{ quote: clip(text, shown) }]),
        textInput(fieldIds.text, 'Anything to add?', { initial: '', multiline: true, optional: true }),
      ]

/** "Look up a person": a field, and below it whoever was chosen. */
export const lookUpForm = (metadata: string): ModalView => ({
  ...notice('Look up a person', [lookUpField]),
  private_metadata: metadata,
})

/** The field stays, so that one can look for the next. */
export const lookedUpView = ({ text, blocks }: Reply): Reply => ({ text, blocks: [lookUpField, ...blocks] })

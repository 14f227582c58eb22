import type { ModalView } from '@slack/types'
import type { CommitmentKind } from '../../domain/commitment.js'
import type { NoteKind } from '../../domain/note.js'
import { fieldIds, formIds } from '../action-ids.js'
import { named } from './copy.js'
import { choiceInput, dayInput, form, textInput, words } from './form-inputs.js'

const noteKinds: readonly { readonly label: string; readonly value: NoteKind }[] = [
  { label: 'Something you noticed', value: 'note' },
  { label: 'Their own words', value: 'heard' },
  { label: 'What is going on for them', value: 'situation' },
]

/** "Note", on a card. */
export const noteForm = (name: string, metadata: string): ModalView =>
  form({
    id: formIds.writeNote,
    title: 'Note',
    submit: 'Keep it',
    metadata,
    blocks: [
      words(named(name)),
      choiceInput(fieldIds.kind, 'What is it?', noteKinds),
      textInput(fieldIds.text, 'In words', {
        initial: '',
        multiline: true,
        hint: 'A word like #story, #feeling or #thought says what it is about.',
      }),
    ],
  })

const promiseKinds: readonly { readonly label: string; readonly value: CommitmentKind }[] = [
  { label: 'I promised it', value: 'promise' },
  { label: 'They said they would do it', value: 'step' },
]

/** "Promise", on a card: ours, or their step. */
export const promiseForm = (name: string, metadata: string): ModalView =>
  form({
    id: formIds.promise,
    title: 'Promise',
    submit: 'Keep it in mind',
    metadata,
    blocks: [
      words(named(name)),
      choiceInput(fieldIds.kind, 'Whose is it?', promiseKinds),
      textInput(fieldIds.text, 'What was promised?', { initial: '', multiline: true }),
      dayInput(fieldIds.dueOn, 'By when? Without a day, nobody is reminded.', null, true),
    ],
  })

import type { ModalView } from '@slack/types'
import { interactionKinds } from '../../domain/interaction.js'
import type { LocalDate } from '../../domain/local-time.js'
import { fieldIds, formIds } from '../action-ids.js'
import { named, say } from './copy.js'
import { channelInput, choiceInput, dayInput, form, teammateInput, textInput, words } from './form-inputs.js'
import { howLabels } from './kinds.js'

/** "I reached out", on a nudge. */
export const reachedOutForm = (name: string, today: LocalDate, metadata: string): ModalView =>
  contactForm(formIds.reachedOut, 'I reached out', name, today, metadata)

/** "Talked", on a card. */
export const talkedForm = (name: string, today: LocalDate, metadata: string): ModalView =>
  contactForm(formIds.talked, 'Talked', name, today, metadata)

const contactForm = (
  id: string,
  title: string,
  name: string,
  today: LocalDate,
  metadata: string,
): ModalView =>
  form({
    id,
    title,
    submit: 'Write it down',
    metadata,
    blocks: [
      words(named(name)),
      choiceInput(
        fieldIds.how,
        'How?',
        howOrder.map((kind) => ({ label: howLabels[kind], value: kind })),
      ),
      textInput(fieldIds.text, 'What did they say?', {
        initial: '',
        optional: true,
        multiline: true,
        hint: 'Words in quotation marks are kept as their own.',
      }),
      dayInput(fieldIds.on, 'On', today),
    ],
  })

/** A call is the commonest, so it stands first. */
const howOrder = ['called', ...interactionKinds.filter((kind) => kind !== 'called')] as const

/** "Hand over", on a nudge. */
export const handOverForm = (name: string, metadata: string): ModalView =>
  form({
    id: formIds.handOver,
    title: 'Hand over',
    submit: 'Hand over',
    metadata,
    blocks: [
      words(say`Who looks after ${named(name)} from now on?`),
      teammateInput(fieldIds.teammate, 'A teammate who may see them'),
    ],
  })

/** "Let more people see them". */
export const moveHomeForm = (name: string, metadata: string): ModalView =>
  form({
    id: formIds.moveHome,
    title: 'Where they live',
    submit: 'Move',
    metadata,
    blocks: [
      words(
        say`Whoever may see the channel sees ${named(name)} from then on, and nudges go there.`,
        say`Notes stay where they were typed; each can be shown to more people by itself.`,
      ),
      channelInput(fieldIds.channel, 'Channel'),
    ],
  })

import type { ModalView } from '@slack/types'
import { fieldIds, formIds } from '../action-ids.js'
import { channelInput, form, textInput } from './form-inputs.js'

/** "Introduce somebody", in Home. */
export const introduceForm = (metadata: string): ModalView =>
  form({
    id: formIds.introduce,
    title: 'Introduce somebody',
    submit: 'Introduce',
    metadata,
    blocks: [
      textInput(fieldIds.name, 'Name', { initial: '' }),
      textInput(fieldIds.title, 'What do they do?', {
        initial: '',
        optional: true,
        hint: 'As "facilities manager".',
      }),
      textInput(fieldIds.company, 'Where?', { initial: '', optional: true, hint: 'As "Acme Lighting".' }),
      textInput(fieldIds.addresses, 'Email address', { initial: '', optional: true }),
      {
        ...channelInput(fieldIds.channel, 'Who else should know them?'),
        optional: true,
        hint: {
          type: 'plain_text',
          text: 'Whoever may see this channel. Without one, you alone know them for now.',
        },
      },
    ],
  })

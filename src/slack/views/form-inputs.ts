import type { InputBlock, KnownBlock, ModalView } from '@slack/types'
import { type Choice, limits, option, plain } from './blocks.js'
import type { Words } from './copy.js'
import { richText } from './rich-text.js'

/** Whether an input can hold all of a text; one that cannot would cut it, and the rest would be lost. */
export const fitsInput = (text: string): boolean => text.length <= limits.inputText

/** The element's action id is the block's id: what was filled in is found by one word. */
const input = (id: string, label: string, element: InputBlock['element'], optional: boolean): InputBlock => ({
  type: 'input',
  block_id: id,
  label: plain(label, limits.inputLabel),
  element,
  optional,
})

type TextField = {
  readonly initial: string
  readonly optional?: boolean
  readonly multiline?: boolean
  readonly hint?: string
}

export const textInput = (id: string, label: string, field: TextField): InputBlock => {
  const { initial, optional = false, multiline = false, hint } = field
  const value = initial === '' ? {} : { initial_value: initial }
  const block = input(id, label, { type: 'plain_text_input', action_id: id, multiline, ...value }, optional)
  return hint === undefined ? block : { ...block, hint: plain(hint, limits.inputLabel) }
}

export const dayInput = (id: string, label: string, initial: string | null, optional = false): InputBlock =>
  input(
    id,
    label,
    { type: 'datepicker', action_id: id, ...(initial === null ? {} : { initial_date: initial }) },
    optional,
  )

/** `chosen` is the value that it is filled with; the first choice, unless said otherwise. */
export const choiceInput = (
  id: string,
  label: string,
  choices: readonly Choice[],
  chosen?: string,
): InputBlock => {
  const options = choices.map(option)
  const first = options.find(({ value }) => value === chosen) ?? options[0]
  const initial = first === undefined ? {} : { initial_option: first }
  return input(id, label, { type: 'static_select', action_id: id, options, ...initial }, false)
}

/** The same with every choice in sight. */
export const radioInput = (
  id: string,
  label: string,
  choices: readonly Choice[],
  chosen: string,
): InputBlock => {
  const options = choices.map(option)
  const initial = options.find(({ value }) => value === chosen)
  const element = { type: 'radio_buttons', action_id: id, options } as const
  return input(id, label, initial === undefined ? element : { ...element, initial_option: initial }, false)
}

/** `chosen` are the values that are ticked. Slack takes no empty list of them. */
export const checkboxesInput = (
  id: string,
  label: string,
  choices: readonly Choice[],
  chosen: readonly string[],
  optional = false,
): InputBlock => {
  const options = choices.map(option)
  const ticked = options.filter(({ value }) => value !== undefined && chosen.includes(value))
  const initial = ticked.length === 0 ? {} : { initial_options: ticked }
  return input(id, label, { type: 'checkboxes', action_id: id, options, ...initial }, optional)
}

export const teammateInput = (
  id: string,
  label: string,
  initial: string | null = null,
  optional = false,
): InputBlock =>
  input(
    id,
    label,
    { type: 'users_select', action_id: id, ...(initial === null ? {} : { initial_user: initial }) },
    optional,
  )

/** A channel that nobody outside the organisation reads. */
export const channelInput = (id: string, label: string): InputBlock =>
  input(
    id,
    label,
    {
      type: 'conversations_select',
      action_id: id,
      filter: {
        include: ['public', 'private'],
        exclude_external_shared_channels: true,
        exclude_bot_users: true,
      },
    },
    false,
  )

export const words = (...lines: readonly Words[]): KnownBlock => richText([{ lines }])

type Form = {
  readonly id: string
  readonly title: string
  readonly submit: string
  readonly metadata: string
  readonly blocks: readonly KnownBlock[]
}

export const form = ({ id, title, submit, metadata, blocks }: Form): ModalView => ({
  type: 'modal',
  callback_id: id,
  title: plain(title, limits.modalTitle),
  submit: plain(submit, limits.modalTitle),
  close: plain('Cancel', limits.modalTitle),
  private_metadata: metadata,
  blocks: [...blocks],
})

/** Something to read, with nothing to send. */
export const notice = (title: string, blocks: readonly KnownBlock[]): ModalView => ({
  type: 'modal',
  title: plain(title, limits.modalTitle),
  close: plain('Close', limits.modalTitle),
  blocks: [...blocks],
})

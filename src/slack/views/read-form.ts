import type { KnownBlock, ModalView } from '@slack/types'
import type { PersonName } from '../../app/ports.js'
import type { Reading } from '../../domain/reading/reading.js'
import { actionIds, fieldIds, formIds } from '../action-ids.js'
import type { Reply } from '../answer.js'
import { button, clip, limits } from './blocks.js'
import { named, ours, say, type Words } from './copy.js'
import { checkboxesInput, form, radioInput, textInput, words } from './form-inputs.js'
import { buttons, line, page } from './page.js'
import { personInput } from './people-input.js'
import { richText } from './rich-text.js'

/** Where a signature or an automatic reply is pasted. */
export const pasteForm = (person: PersonName | null, metadata: string): ModalView =>
  form({
    id: formIds.paste,
    title: 'Read a message',
    submit: 'Read it',
    metadata,
    blocks: [
      words(
        person === null
          ? say`A signature, or an automatic reply that says who is no longer there.`
          : say`Something that ${named(person.name)} sent: a signature, or an automatic reply.`,
      ),
      textInput(fieldIds.text, 'Paste it here', {
        initial: '',
        multiline: true,
        hint: 'The end of an email will do. I show what I understood, and nothing is kept before you say so.',
      }),
    ],
  })

/** What is understood by now, to be put right. */
export type Understood = {
  readonly reading: Exclude<Reading, { kind: 'unclear' | 'away' }>
  readonly text: string
  /** Whose it is, said before it was read. */
  readonly about: PersonName | null
  /** Whose it may be. */
  readonly likely: PersonName | null
  /** Ways to reach them that are not known. */
  readonly addresses: readonly string[]
  /** Whether more people see those, once they are kept, than read here. */
  readonly isSeenWider: boolean
}

const shown = 500

/** What was understood, for a teammate to say whether it is so. */
export const understoodForm = (understood: Understood, metadata: string): ModalView => {
  const { reading, about, likely, addresses, isSeenWider, text } = understood
  return form({
    id: formIds.understood,
    title: 'What I understood',
    submit: 'Go on',
    metadata,
    blocks: [
      words(understoodWords(understood)),
      richText([{ quote: clip(text.trim(), shown) }]),
      ...(about === null ? [personInput('Who is it?', likely)] : []),
      ...roleFields(reading),
      ...(addresses.length === 0 ? [] : [addressField(addresses, isSeenWider)]),
      ...(reading.kind === 'address-changed' ? [] : [answerField(reading.kind === 'left')]),
    ],
  })
}

const understoodWords = ({ reading, about }: Understood): Words => {
  const who = about === null ? ours('somebody') : named(about.name)
  if (reading.kind === 'left')
    return reading.company === null
      ? say`It says that ${who} is no longer there.`
      : say`It says that ${who} is no longer at ${reading.company}.`
  if (reading.kind === 'signature') return say`This is how ${who} signs.`
  return say`It says that the address of ${who} has changed, and nothing about a role.`
}

const roleFields = (reading: Understood['reading']): KnownBlock[] => {
  const text = (id: string, label: string, initial: string) =>
    textInput(id, label, { initial: initial.slice(0, longest), optional: true })
  if (reading.kind === 'signature')
    return [text(fieldIds.title, 'Title', reading.title), text(fieldIds.company, 'Company', reading.company)]
  if (reading.kind === 'address-changed') return []
  return [
    text(fieldIds.company, 'Which company did they leave?', reading.company ?? ''),
    text(fieldIds.successor, 'Who is there now?', reading.successor?.name ?? ''),
    text(fieldIds.successorAddress, 'How are those reached?', reading.successor?.address ?? ''),
  ]
}
const longest = 200

/** What others will see is kept when somebody chooses it, and not by itself. */
const addressField = (addresses: readonly string[], isSeenWider: boolean) =>
  checkboxesInput(
    fieldIds.keep,
    isSeenWider
      ? 'New ways to reach them, to keep: all who know them see these'
      : 'New ways to reach them, to keep',
    addresses.map((address) => ({ label: address, value: address })),
    isSeenWider ? [] : addresses,
    true,
  )

/** Longer ones cannot be offered whole. */
export const fitsChoice = (address: string): boolean =>
  address.length <= Math.min(limits.option, limits.optionValue) && !address.includes(',')

const answerField = (isDeparture: boolean) =>
  radioInput(
    fieldIds.answer,
    'Is it so?',
    [
      { label: 'That is so', value: 'so' },
      ...(isDeparture ? [] : [{ label: 'They do it beside the other', value: 'beside' }]),
      { label: 'Not so', value: 'not-so' },
      { label: 'Not sure: ask the others', value: 'ask' },
    ],
    'so',
  )

/** A form cannot be opened from a message: Slack wants a press. */
export const openPasteView = (person: PersonName | null): Reply =>
  page([
    line(
      person === null
        ? say`I read signatures and automatic replies, and ask whether I understood them.`
        : say`I read what ${named(person.name)} sent, and ask whether I understood it.`,
    ),
    buttons([button('Paste it', actionIds.paste, person?.id ?? '-', 'primary')]),
  ])

export const readingOffView = (): Reply =>
  page([line(say`An admin of this workspace has switched reading off, in the settings.`)])

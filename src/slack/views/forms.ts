import type { KnownBlock, ModalView } from '@slack/types'
import type { AnyEntry } from '../../app/entries/entry.js'
import { rhythmText } from '../../domain/cadence.js'
import { interactionKinds } from '../../domain/interaction.js'
import type { LocalDate } from '../../domain/local-time.js'
import type { Person } from '../../domain/person.js'
import type { Role } from '../../domain/role.js'
import { fieldIds, formIds } from '../action-ids.js'
import { called, command, named, say } from './copy.js'
import {
  channelInput,
  choiceInput,
  dayInput,
  fitsInput,
  form,
  notice,
  teammateInput,
  textInput,
  words,
} from './form-inputs.js'
import { howLabels } from './kinds.js'
import { richText } from './rich-text.js'

/** What is known of somebody, to put right. */
export const editPersonForm = (person: Person, metadata: string): ModalView => {
  const { name, slackUserId } = person
  const addresses = person.addresses.join('\n')
  const prefers = person.prefers ?? ''
  if (![name, addresses, prefers].every(fitsInput))
    return tooLong([name, addresses, prefers].join('\n'), person)
  return form({
    id: formIds.editPerson,
    title: 'Put things right',
    submit: 'Save',
    metadata,
    blocks: [
      textInput(fieldIds.name, 'Name', { initial: name }),
      textInput(fieldIds.addresses, 'Addresses', {
        initial: addresses,
        optional: true,
        multiline: true,
        hint: 'Email addresses, links or numbers, one on each line.',
      }),
      textInput(fieldIds.prefers, 'How do they like to be reached?', { initial: prefers, optional: true }),
      textInput(fieldIds.rhythm, 'How often to be in touch', {
        initial: rhythmText(person.rhythm),
        hint: 'As "3 weeks", "2 months" or "never".',
      }),
      teammateInput(fieldIds.slackUser, 'Who they are in Slack, if they are', slackUserId, true),
    ],
  })
}

/** One entry, to put right. */
export const editEntryForm = (person: Person, found: AnyEntry, metadata: string): ModalView => {
  const fields = found.kind === 'role' ? roleFields(found.entry) : textFields(found)
  if (fields === null) return tooLong(textOf(found), person)
  const about = words(say`About ${named(person.name)}`)
  return form({
    id: formIds.editEntry,
    title: 'Put it right',
    submit: 'Save',
    metadata,
    blocks: [about, ...fields],
  })
}

const textOf = (found: AnyEntry): string =>
  found.kind === 'role' ? `${found.entry.title}\n${found.entry.company}` : found.entry.text

const roleFields = ({ title, company, sinceOn, untilOn }: Role): KnownBlock[] | null =>
  fitsInput(title) && fitsInput(company)
    ? [
        textInput(fieldIds.title, 'Title', { initial: title, optional: true }),
        textInput(fieldIds.company, 'Company', { initial: company, optional: true }),
        dayInput(fieldIds.sinceOn, 'Since', sinceOn, true),
        dayInput(fieldIds.untilOn, 'Until', untilOn, true),
      ]
    : null

const textFields = (found: Exclude<AnyEntry, { kind: 'role' }>): KnownBlock[] | null => {
  const { text, on } = found.entry
  if (!fitsInput(text)) return null
  const isContact = found.kind === 'interaction'
  const label = isContact ? 'What was said' : found.entry.kind === 'heard' ? 'Their words' : 'Note'
  return [
    textInput(fieldIds.text, label, { initial: text, optional: isContact, multiline: true }),
    dayInput(fieldIds.on, 'On', on),
  ]
}

/** A form would cut what it cannot hold, so it is shown instead, whole, with the way around. */
const tooLong = (text: string, { name }: Person): ModalView =>
  notice('Too long for a form', [
    words(
      say`This is longer than a form in Slack can hold, so it stays as it is.`,
      say`To replace it, copy what you need from here, type it again (${command(`/person note ${called(name)}: ...`)}), then remove this one under “More”.`,
    ),
    richText([{ quote: text }]),
  ])

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

import type { KnownBlock, ModalView } from '@slack/types'
import type { LikelyDouble } from '../../app/merges/likely-doubles.js'
import { formOf, type PersonForm } from '../../app/people/put-right.js'
import { rhythmText } from '../../domain/cadence.js'
import { type Changed, filledAgain } from '../../domain/meanwhile.js'
import type { Person } from '../../domain/person.js'
import { fieldIds, formIds } from '../action-ids.js'
import type { ViewContext } from './context.js'
import { ours, say, teammate } from './copy.js'
import { fitsInput, form, teammateInput, textInput, words } from './form-inputs.js'
import { type Field, meanwhileNotice } from './meanwhile-view.js'
import { doublePart } from './merge-view.js'
import { blocksOf } from './page.js'
import { knownWiderLine } from './seen-wider.js'
import { tooLong } from './too-long-view.js'

/** What is known of somebody, to put right. */
export const editPersonForm = (
  person: Person,
  metadata: string,
  ctx: ViewContext,
  doubles: readonly LikelyDouble[] = [],
): ModalView => {
  const texts = [person.name, person.addresses.join('\n'), person.prefers ?? '']
  return texts.every(fitsInput)
    ? personForm(person, formOf(person), metadata, ctx, [], doubles)
    : tooLong(texts.join('\n'), person)
}

/** The same form, with what was typed still in it, after somebody else changed the person meanwhile. */
export const personFormAgain = (
  person: Person,
  typed: PersonForm,
  changed: Changed,
  metadata: string,
  ctx: ViewContext,
): ModalView => {
  const now = formOf(person)
  const notice = meanwhileNotice(personFields(now), changed)
  return personForm(person, filledAgain(typed, now, changed), metadata, ctx, [notice])
}

const personForm = (
  person: Person,
  fields: PersonForm,
  metadata: string,
  ctx: ViewContext,
  notice: readonly KnownBlock[],
  doubles: readonly LikelyDouble[] = [],
): ModalView => {
  const wider = knownWiderLine(ctx, person)
  return form({
    id: formIds.editPerson,
    title: 'Put things right',
    submit: notice.length === 0 ? 'Save' : 'Save mine',
    metadata,
    blocks: [
      ...notice,
      ...(wider === null ? [] : [words(wider)]),
      ...personFields(fields).map(({ input }) => input),
      ...perhapsTheSame(doubles),
    ],
  })
}

/** Who else it may be stands beneath, for whoever came to put that right. */
const perhapsTheSame = (doubles: readonly LikelyDouble[]): KnownBlock[] =>
  doubles.length === 0
    ? []
    : [words(say`Perhaps one person who is known twice:`), ...blocksOf(doubles.map(doublePart))]

/** The fields of the form, filled with what is known or with what was typed. */
export const personFields = ({ name, addresses, prefers, rhythm, slackUserId }: PersonForm): Field[] => [
  field('name', 'Name', name, (label) => textInput(fieldIds.name, label, { initial: name })),
  field('addresses', 'Addresses', addresses.join('\n'), (label) =>
    textInput(fieldIds.addresses, label, {
      initial: addresses.join('\n'),
      optional: true,
      multiline: true,
      hint: 'Email addresses, links or numbers, one on each line.',
    }),
  ),
  field('prefers', 'How do they like to be reached?', prefers ?? '', (label) =>
    textInput(fieldIds.prefers, label, { initial: prefers ?? '', optional: true }),
  ),
  field('rhythm', 'How often to be in touch', rhythmText(rhythm), (label) =>
    textInput(fieldIds.rhythm, label, {
      initial: rhythmText(rhythm),
      hint: 'As "3 weeks", "2 months" or "never".',
    }),
  ),
  {
    key: 'slackUserId',
    label: 'Who they are in Slack, if they are',
    input: teammateInput(fieldIds.slackUser, 'Who they are in Slack, if they are', slackUserId, true),
    reads: { words: slackUserId === null ? ours('nobody') : teammate(slackUserId) },
  },
]

const field = (
  key: keyof PersonForm,
  label: string,
  text: string,
  input: (label: string) => Field['input'],
): Field => ({ key, label, input: input(label), reads: { text } })

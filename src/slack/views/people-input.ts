import type { ActionsBlock, InputBlock } from '@slack/types'
import type { PersonName } from '../../app/ports.js'
import { actionIds, fieldIds } from '../action-ids.js'
import { actions, limits, option, plain, typeAhead } from './blocks.js'
import { nameAndRole } from './choices.js'

/** One conversation, or one message, is about no more; each of them is an act, and Slack waits for none. */
export const mostPeople = 10

/** Several at once, found while typing; those whom a message is about are chosen already. */
export const peopleInput = (label: string, chosen: readonly PersonName[]): InputBlock => {
  const options = chosen
    .slice(0, mostPeople)
    .map((person) => option({ label: nameAndRole(person), value: person.id }))
  const left = chosen.length - options.length
  const more = left > 0 ? `${left} more are named in it: open this form again for them. ` : ''
  return {
    type: 'input',
    block_id: fieldIds.people,
    label: plain(label, limits.inputLabel),
    hint: plain(`${more}Up to ${mostPeople} at once.`, limits.inputLabel),
    element: {
      type: 'multi_external_select',
      action_id: actionIds.people,
      placeholder: plain('Type a name, a company or a title', limits.header),
      min_query_length: 1,
      max_selected_items: mostPeople,
      ...(options.length === 0 ? {} : { initial_options: options }),
    },
  }
}

/** One of them; whoever is likely meant is chosen already. */
export const personInput = (label: string, likely: PersonName | null): InputBlock => ({
  type: 'input',
  block_id: fieldIds.people,
  label: plain(label, limits.inputLabel),
  element: {
    ...typeAhead('A name, a company or a title', actionIds.people),
    ...(likely === null ? {} : { initial_option: option({ label: nameAndRole(likely), value: likely.id }) }),
  },
})

/** The field of "Look up a person": whoever is chosen is shown at once. */
export const lookUpField: ActionsBlock = actions(
  [typeAhead('A name, a company or a title', actionIds.lookUp)],
  actionIds.lookUp,
)

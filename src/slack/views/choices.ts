import type { PersonName } from '../../app/ports.js'
import { actionIds } from '../action-ids.js'
import { button, clip, isLabel } from './blocks.js'
import { say, type Words } from './copy.js'
import { buttons, type Part, row } from './page.js'

/** "Frank Ortiz · facilities manager at Acme". */
export const nameAndRole = ({ name, role }: PersonName): string => (role === '' ? name : `${name} · ${role}`)

/** One button for each person, told apart by role. */
export const personChoices = (people: readonly PersonName[], draftId: string): Part[] =>
  people.map((person) => choice(nameAndRole(person), person.name, draftId, person.id))

/**
 * Something to choose. Slack wants an action id once in a block, so each choice stands in a block of its own; what no
 * button holds stands beside it, and the button says it in short.
 */
export const choice = (label: string, inShort: string, draftId: string, id: string): Part => {
  const value = `${draftId}:${id}`
  return isLabel(label)
    ? buttons([button(label, actionIds.pick, value)], say`${label}`)
    : row([say`${label}`], button(clip(inShort, 40), actionIds.pick, value))
}

/** A choice that is not a person. */
export const otherChoice = (label: string, draftId: string, choice: string, spoken: Words): Part =>
  buttons([button(label, actionIds.pick, `${draftId}:${choice}`)], spoken)

import type { PersonName } from '../../app/ports.js'
import { actionIds } from '../action-ids.js'
import { button, clip, isLabel } from './blocks.js'
import { say, type Words } from './copy.js'
import { buttons, type Part, row } from './page.js'

/** "Frank Ortiz · facilities manager at Acme". */
export const nameAndRole = ({ name, role }: PersonName): string => (role === '' ? name : `${name} · ${role}`)

/**
 * One button for each person, told apart by role. Slack wants an action id once in a block, so each stands in a
 * block of its own; a name that no button holds stands beside it.
 */
export const personChoices = (people: readonly PersonName[], draftId: string): Part[] =>
  people.map((person) => {
    const label = nameAndRole(person)
    const value = `${draftId}:${person.id}`
    return isLabel(label)
      ? buttons([button(label, actionIds.pick, value)], say`${label}`)
      : row([say`${label}`], button(clip(person.name, 40), actionIds.pick, value))
  })

/** A choice that is not a person. */
export const otherChoice = (label: string, draftId: string, choice: string, spoken: Words): Part =>
  buttons([button(label, actionIds.pick, `${draftId}:${choice}`)], spoken)

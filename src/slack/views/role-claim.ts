import type { ClaimModel, SaidBy } from '../../app/role-changes/claim-model.js'
import type { LocalDate } from '../../domain/local-time.js'
import { roleText } from '../../domain/role.js'
import type { RoleAnswer } from '../../domain/role-change/role-question.js'
import { sourceName } from '../../domain/role-change/source.js'
import { actionIds } from '../action-ids.js'
import { button, clip, type Pressable } from './blocks.js'
import { ended, ours, say, teammate, type Words } from './copy.js'
import { plainDay } from './days.js'

/** A role may be as long as whoever wrote the file liked. */
const shown = 200

/** "LinkedIn, in a file of 3 November," and "HubSpot, on 3 November,". */
export const saidByWords = ({ source, observedOn }: SaidBy, today: LocalDate): Words => {
  const { name, isFile } = sourceName(source)
  const when = plainDay(observedOn, today)
  if (isFile) return say`${name}, in a file of ${ours(when)},`
  return say`${name}, ${ours(/^\d/.test(when) ? `on ${when}` : when)},`
}

/** "as LinkedIn says, in a file of 3 November". */
export const asSaidWords = ({ source, observedOn }: SaidBy, today: LocalDate): Words => {
  const { name, isFile } = sourceName(source)
  const when = plainDay(observedOn, today)
  return isFile
    ? say`as ${name} says, in a file of ${ours(when)}`
    : say`as ${name} said ${ours(/^\d/.test(when) ? `on ${when}` : when)}`
}

/** What is claimed of somebody, and what the team knows. */
export const claimWords = (claim: ClaimModel, today: LocalDate): Words => {
  const { was, is } = claim.change
  const known = was === null ? ours('') : ended(say` Before that: ${clip(roleText(was), shown)}`)
  const doubt =
    claim.why === 'contradicts'
      ? ours(' That does not fit what was written down here. Is it so?')
      : ours(' Is it so?')
  if (is === null) {
    const role = was === null ? '' : clip(roleText(was), shown)
    return say`${ended(say`${saidByWords(claim, today)} says that they are no longer ${role}`)}${doubt}`
  }
  return say`${saidByWords(claim, today)} says that they are ${clip(roleText(is), shown)} now.${known}${doubt}`
}

/** What can be said to it. That it began beside another needs something that began. */
export const claimButtons = ({ questionId, change }: ClaimModel): Pressable[] => [
  button('That is so', actionIds.roleSo, questionId, 'primary'),
  ...(change.is === null ? [] : [button('Beside the other', actionIds.roleBeside, questionId)]),
  button('Not so', actionIds.roleNotSo, questionId),
  button('Not sure', actionIds.roleNotSure, questionId),
]

/** How it ended, in the entry where it was asked. */
export const claimAnswered = (as: RoleAnswer, by: string): Words => {
  switch (as) {
    case 'so':
    case 'beside':
      return say`${teammate(by)} says that it is so.`
    case 'not-so':
      return say`${teammate(by)} says that it is not so.`
    case 'not-sure':
      return say`${teammate(by)} is not sure.`
    default:
      return ours('it is known by now.')
  }
}

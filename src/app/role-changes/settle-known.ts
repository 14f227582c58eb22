import { heldNow } from '../../domain/role.js'
import type { RoleQuestion } from '../../domain/role-change/role-question.js'
import { isSameCompany, isSameTitle } from '../../domain/role-change/sameness.js'
import type { Asker } from '../asker.js'
import type { ActingStores } from '../ports.js'

/** What the team came to know otherwise is no question any more: journalled with the act by which it is known. */
export const settleKnown = async (
  { roleQuestions, roles }: ActingStores,
  personId: string,
  { userId: by, at }: Pick<Asker, 'userId' | 'at'>,
): Promise<void> => {
  const open = await roleQuestions.open(personId)
  if (open.length === 0) return
  // As all who see the question may know it: what fewer know answers nothing.
  const held = heldNow(await roles.written(personId))
  for (const question of open) {
    const here = held.filter(({ home }) => home === question.home)
    const known = isKnown(question, here, held)
    if (known) await roleQuestions.change(question.id, { answered: { as: 'known', by, at } })
  }
}

type Held = readonly { readonly title: string; readonly company: string }[]

const isKnown = ({ change: { was, is } }: RoleQuestion, here: Held, held: Held): boolean => {
  if (is !== null)
    return here.some(
      (role) =>
        isSameCompany(role.company, is.company) && (is.title === '' || isSameTitle(role.title, is.title)),
    )
  return was !== null && !held.some((role) => isSameCompany(role.company, was.company))
}

import type { RoleAnsweredOutcome } from '../../../app/role-changes/answer-role-question.js'
import { roleText } from '../../../domain/role.js'
import type { RoleSaid } from '../../../domain/role-change/role-change.js'
import type { Reply } from '../../answer.js'
import type { SavedEntry, ViewContext } from '../context.js'
import { ended, named, say, type Words } from '../copy.js'
import { line } from '../page.js'
import { saved } from './saved.js'

/** After a press on a change of role that a source claims. */
export const roleAnsweredView = (outcome: RoleAnsweredOutcome, ctx: ViewContext): Reply =>
  saved(ctx, outcome.person, [line(...answeredWords(outcome))], {
    entry: writtenBy(outcome),
    seenIn: outcome.question.home,
  })

const writtenBy = ({ recorded, question: { home } }: RoleAnsweredOutcome): SavedEntry | null => {
  if (recorded === null) return null
  const { begunRoleId, newsId } = recorded
  return begunRoleId === null ? { kind: 'news', id: newsId, home } : { kind: 'role', id: begunRoleId, home }
}

export const answeredWords = (outcome: RoleAnsweredOutcome): Words[] => {
  const { person, question, said } = outcome
  const who = named(person.name)
  const { was, is } = question.change
  if (said === 'not-sure') return [say`All right. I ask about ${who} again when somebody else says so.`]
  if (said === 'not-so')
    return question.recorded === null
      ? [say`All right, nothing changes for ${who}.`]
      : [say`Taken back: what I wrote down about ${who} is as it was before.`]
  if (is !== null)
    return said === 'beside'
      ? [say`Written down: ${who} is ${roleText(is)} too.`]
      : [say`Written down: ${who} is ${roleText(is)} now.`]
  const role = was === null ? '' : roleText(was)
  return [
    ended(say`Written down: ${who} is no longer ${role}`),
    ...(was === null || outcome.recorded?.someoneId == null ? [] : [whoIsThereWords(was)]),
  ]
}

/** That there is somebody to find in their place: offstage, as `at COMPANY` shows. */
export const whoIsThereWords = ({ title, company }: RoleSaid): Words =>
  title === ''
    ? say`Who is at ${company} now? I keep a place for them.`
    : say`Who is ${title} at ${company} now? I keep a place for them.`

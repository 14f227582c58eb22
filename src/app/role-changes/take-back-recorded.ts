import { unnamed } from '../../domain/person.js'
import type { Recorded } from '../../domain/role-change/role-question.js'
import type { ActingStores } from '../ports.js'
import { whereTo } from './threads.js'

/**
 * Takes back what was recorded by a claim: the news, the role that began, the end of the one before, and those threads
 * that nobody has followed since. False, changing nothing, where something later stands on it.
 */
export const takeBackRecorded = async (stores: ActingStores, recorded: Recorded): Promise<boolean> => {
  const { newsId, begunRoleId, closedRoleId, questionId, someoneId } = recorded
  const news = await stores.news.get(newsId)
  if (news === null) return false
  const later = (await stores.news.of(news.personId)).filter(({ id }) => id !== newsId)
  const standsOnIt = later.some(({ roleId, beforeRoleId, endsRoleId }) =>
    [roleId, beforeRoleId, endsRoleId].some((id) => id !== null && id === begunRoleId),
  )
  if (standsOnIt) return false
  await stores.news.remove(newsId)
  if (begunRoleId !== null && (await stores.roles.get(begunRoleId)) !== null)
    await stores.roles.remove(begunRoleId)
  if (closedRoleId !== null && (await stores.roles.get(closedRoleId)) !== null)
    await stores.roles.change(closedRoleId, { untilOn: null })
  const asked = questionId === null ? null : await stores.openQuestions.get(questionId)
  if (asked !== null && asked.answered === null && asked.text === whereTo)
    await stores.openQuestions.remove(asked.id)
  if (someoneId !== null) await unlessFollowed(stores, someoneId)
  return true
}

/** Whoever has got a name, or anything written down, is somebody by now. */
const unlessFollowed = async (stores: ActingStores, personId: string): Promise<void> => {
  const { people, roles, notes, interactions, commitments, keyDates, openQuestions, ties, news } = stores
  const person = await people.get(personId)
  if (person === null || person.name !== unnamed) return
  const page = { limit: 1, offset: 0 }
  const known = await Promise.all(
    [notes, interactions, commitments, keyDates, openQuestions, ties].map((each) => each.of(personId, page)),
  )
  if (known.some((some) => some.length > 0) || (await news.of(personId)).length > 0) return
  for (const { id } of await roles.of(personId)) await roles.remove(id)
  await people.remove(personId)
}

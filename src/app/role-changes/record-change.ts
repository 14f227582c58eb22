import type { Home } from '../../domain/audience.js'
import type { Instant, LocalDate } from '../../domain/local-time.js'
import type { News } from '../../domain/news.js'
import { heldBefore, heldNow, type Role } from '../../domain/role.js'
import type { RoleChange } from '../../domain/role-change/role-change.js'
import type { Recorded, Successor } from '../../domain/role-change/role-question.js'
import { isSameCompany, isSameTitle } from '../../domain/role-change/sameness.js'
import type { ActingStores, NewId } from '../ports.js'
import { answerWhereTo, openThreads, whoIsThereNow } from './threads.js'

/** A change of role to be written down, as a source or a teammate says. */
export type Recording = {
  readonly personId: string
  /** Where it lives, and so who hears of it. */
  readonly home: Home
  readonly by: string
  readonly at: Instant
  readonly today: LocalDate
  readonly observedAt: Instant
  readonly change: RoleChange
  readonly successor: Successor | null
  /** Who says so, where no teammate does. */
  readonly source: string | null
  /** It began beside what is held, closing nothing. */
  readonly beside: boolean
}

/** Roles and news as `role` and `left` write them; a departure opens its two threads. */
export const recordChange = async (
  stores: ActingStores,
  ports: { readonly newId: NewId },
  recording: Recording,
): Promise<Recorded> => {
  const { personId, home, by, at, change, beside } = recording
  const person = await stores.people.get(personId)
  if (person === null) throw new Error(`no person ${personId} whose role may be written down`)
  const roles = await stores.roles.of(personId)
  const told = roles.filter((role) => role.home === home || role.home === person.home)
  const closing = beside ? undefined : roleThatCloses(heldNow(told), change)
  const on = dayOf(recording)
  // Who sees the role and not this place goes on seeing it as held.
  const closesForAll = closing !== undefined && closing.home === home
  if (closesForAll) await stores.roles.change(closing.id, { untilOn: on })
  const typed = { personId, home, by, at, on }
  const endsRoleId = closing === undefined || closesForAll ? null : closing.id
  const begun = change.is === null ? null : await begin(stores, ports, recording, change.is)
  const former = closing ?? (beside ? heldNow(told)[0] : heldBefore(told)[0])
  const news: News | null =
    begun !== null
      ? {
          id: ports.newId(),
          ...typed,
          kind: 'new-role',
          roleId: begun,
          beforeRoleId: former?.id ?? null,
          endsRoleId,
        }
      : closing === undefined
        ? null
        : { id: ports.newId(), ...typed, kind: 'left', roleId: closing.id, beforeRoleId: null, endsRoleId }
  if (news === null) throw new Error(`nothing to write down about ${personId}`)
  await stores.news.add(news)
  const closedRoleId = closesForAll ? closing.id : null
  const recorded = { newsId: news.id, closedRoleId, begunRoleId: begun, questionId: null, someoneId: null }
  const thread = { ...typed, person, successor: recording.successor }
  if (change.kind === 'left' && closing !== undefined)
    return { ...recorded, ...(await openThreads(stores, ports, { ...thread, role: closing })) }
  if (change.is !== null && change.is.company !== '') await answerWhereTo(stores, thread)
  if (change.kind !== 'new-company' || closing === undefined) return recorded
  return { ...recorded, someoneId: await whoIsThereNow(stores, ports, { ...thread, role: closing }) }
}

const begin = async (
  { roles }: ActingStores,
  { newId }: { readonly newId: NewId },
  { personId, home, by, at, source }: Recording,
  { title, company }: Pick<Role, 'title' | 'company'>,
): Promise<string> => {
  const id = newId()
  await roles.add({ id, personId, home, by, at, title, company, sinceOn: null, untilOn: null, source })
  return id
}

/** What was, if it is held; otherwise as `role` closes: the one at the new company, or the one held longest. */
const roleThatCloses = (held: readonly Role[], { was, is }: RoleChange): Role | undefined => {
  const there = held.filter((role) => was !== null && isSameCompany(role.company, was.company))
  const titled = there.find((role) => was !== null && isSameTitle(role.title, was.title))
  const stays = held.find((role) => is !== null && isSameCompany(role.company, is.company))
  return titled ?? there.at(-1) ?? stays ?? (is === null ? undefined : held.at(-1))
}

/** The day on which the source knew it; nobody begins something on a day that is to come. */
const dayOf = ({ observedAt, today }: Recording): LocalDate => {
  const day = observedAt.slice(0, 10)
  return day < today ? day : today
}

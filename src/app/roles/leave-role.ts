import type { Home } from '../../domain/audience.js'
import type { LocalDate } from '../../domain/local-time.js'
import type { Person } from '../../domain/person.js'
import { companyKey, type Role } from '../../domain/role.js'
import { type ActPorts, act } from '../acting.js'
import type { Asker } from '../asker.js'
import { type Outcome, ok, rejected } from '../outcome.js'
import { openThreads } from '../role-changes/threads.js'
import { mayTellHere, tellsAll } from '../tells-all.js'
import { heldHere } from './held-here.js'

export type Leaving = {
  readonly personId: string
  readonly company: string | null
  readonly on: LocalDate | null
}
export type RoleLeft = {
  readonly person: Person
  readonly role: Role
  readonly stillHeld: readonly Role[]
  /** Whoever may see this home, and the role, sees that it ended. */
  readonly seenIn: Home
  /** The news that alone says so, where others go on seeing the role as held; null where it closed for all. */
  readonly newsId: string | null
  /** Whether it is to be found out now where they went, and who is there. */
  readonly threads: { readonly whereTo: boolean; readonly whoIsThere: boolean }
}

/** `left`: the current role closes for those who read here; the person stays. */
export const leaveRole = (ports: ActPorts, asker: Asker, leaving: Leaving): Promise<Outcome<RoleLeft>> =>
  act(ports, asker, 'left', leaving.personId, async (stores) => {
    const person = await stores.people.get(leaving.personId)
    if (person === null) return rejected({ reason: 'person-gone' })
    const held = await heldHere(stores, asker, person.id)
    const role = roleThatEnds(held, asker, leaving.company)
    if (role === undefined) return rejected({ reason: 'nothing-held', name: person.name })
    const on = leaving.on ?? asker.today
    const newsId = ports.newId()
    const endsForAll = tellsAll(asker, role.home)
    // The end of a role that may not be told here is news to those who know the role.
    const home = endsForAll && !mayTellHere(asker, role.home) ? role.home : asker.place.home
    await stores.places.know(home, asker.zoneGiven)
    if (endsForAll) await stores.roles.change(role.id, { untilOn: on })
    const typed = { home, by: asker.userId, at: asker.at, on }
    await stores.news.add({
      id: newsId,
      personId: person.id,
      ...typed,
      kind: 'left',
      roleId: role.id,
      beforeRoleId: null,
      endsRoleId: endsForAll ? null : role.id,
    })
    const threads = await openThreads(stores, ports, { ...typed, person, role, successor: null })
    return ok({
      person,
      role: { ...role, untilOn: on },
      stillHeld: held.filter((each) => each.id !== role.id),
      seenIn: endsForAll ? role.home : home,
      newsId: endsForAll ? null : newsId,
      threads: { whereTo: threads.questionId !== null, whoIsThere: threads.someoneId !== null },
    })
  })

/** Of what may be told here, the role held longest, unless a company is named. */
const roleThatEnds = (held: readonly Role[], asker: Asker, company: string | null): Role | undefined => {
  const there =
    company === null ? held : held.filter((role) => companyKey(role.company) === companyKey(company))
  const tellable = there.filter((role) => mayTellHere(asker, role.home))
  return company === null ? (tellable.at(-1) ?? there.at(-1)) : (tellable[0] ?? there[0])
}

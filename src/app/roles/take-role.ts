import type { LocalDate } from '../../domain/local-time.js'
import { fold } from '../../domain/names.js'
import type { Person } from '../../domain/person.js'
import { companyKey, type Role, roleText } from '../../domain/role.js'
import { type ActPorts, act } from '../acting.js'
import type { Asker } from '../asker.js'
import { type Outcome, ok, rejected } from '../outcome.js'
import { answerWhereTo } from '../role-changes/threads.js'
import { mayTellHere, tellsAll } from '../tells-all.js'
import { heldHere } from './held-here.js'

export type RoleChange = {
  readonly personId: string
  readonly title: string
  /** Null keeps the company of the role that closes, where that may be told. */
  readonly company: string | null
  readonly sinceOn: LocalDate | null
  /** Beside the roles that are held, closing none. */
  readonly also: boolean
}
export type RoleTaken = { readonly person: Person; readonly role: Role; readonly closed: Role | null }

/** `role`: the new role opens, the old one closes for those who read here, and the team will hear of it. */
export const takeRole = (ports: ActPorts, asker: Asker, change: RoleChange): Promise<Outcome<RoleTaken>> =>
  act(ports, asker, 'role', change.personId, async (stores) => {
    const person = await stores.people.get(change.personId)
    if (person === null) return rejected({ reason: 'person-gone' })
    const held = await heldHere(stores, asker, person.id)
    const tellable = held.filter((role) => mayTellHere(asker, role.home))
    const known = tellable.length > 0 ? tellable : held
    const closing = change.also ? undefined : roleThatCloses(known, change.company)
    const { title } = change
    const company = change.company ?? tellable.at(-1)?.company ?? ''
    if (
      held.some(
        (role) => fold(role.title) === fold(title) && companyKey(role.company) === companyKey(company),
      )
    )
      return rejected({ reason: 'role-known', name: person.name, role: roleText({ title, company }) })
    const { home } = asker.place
    await stores.places.know(home, asker.zoneGiven)
    const typed = { personId: person.id, home, by: asker.userId, at: asker.at }
    const role: Role = { id: ports.newId(), title, company, sinceOn: change.sinceOn, untilOn: null, ...typed }
    const on = change.sinceOn ?? asker.today
    const closesForAll = closing !== undefined && tellsAll(asker, closing.home)
    if (closesForAll) await stores.roles.change(closing.id, { untilOn: on })
    await stores.roles.add(role)
    if (company !== '') await answerWhereTo(stores, { person, home, by: asker.userId, on })
    const endsRoleId = closing === undefined || closesForAll ? null : closing.id
    // Where nothing was known before, as far as it may be told here, a first role is no news.
    if (tellable.length > 0 || endsRoleId !== null) {
      const told = { kind: 'new-role', roleId: role.id, on, endsRoleId } as const
      const beforeRoleId = (closing ?? tellable[0])?.id ?? null
      await stores.news.add({ id: ports.newId(), ...typed, ...told, beforeRoleId })
    }
    return ok({ person, role, closed: closing ?? null })
  })

/** A new title at a company closes the one held there; otherwise the role held longest gives way. */
const roleThatCloses = (held: readonly Role[], company: string | null): Role | undefined => {
  const there =
    company === null ? undefined : held.find((role) => companyKey(role.company) === companyKey(company))
  return there ?? held.at(-1)
}

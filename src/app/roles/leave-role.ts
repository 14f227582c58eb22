import type { LocalDate } from '../../domain/local-time.js'
import type { Person } from '../../domain/person.js'
import { companyKey, heldNow, type Role, roleText } from '../../domain/role.js'
import { type ActPorts, act } from '../acting.js'
import type { Asker } from '../asker.js'
import { type Outcome, ok, rejected } from '../outcome.js'

export type Leaving = {
  readonly personId: string
  readonly company: string | null
  readonly on: LocalDate | null
}
export type RoleLeft = { readonly person: Person; readonly role: Role; readonly stillHeld: readonly Role[] }

/** `left`: the current role closes; the person stays. */
export const leaveRole = (ports: ActPorts, asker: Asker, leaving: Leaving): Promise<Outcome<RoleLeft>> =>
  act(ports, asker, 'left', leaving.personId, async (stores) => {
    const person = await stores.people.get(leaving.personId)
    if (person === null) return rejected({ reason: 'person-gone' })
    const held = heldNow(await stores.roles.of(person.id))
    const { company } = leaving
    const role =
      company === null ? held.at(-1) : held.find((each) => companyKey(each.company) === companyKey(company))
    if (role === undefined) return rejected({ reason: 'nothing-held', name: person.name })
    const on = leaving.on ?? asker.today
    await stores.places.know(asker.place.home, asker.zoneGiven)
    await stores.roles.change(role.id, { untilOn: on })
    await stores.news.add({
      id: ports.newId(),
      personId: person.id,
      home: asker.place.home,
      by: asker.userId,
      at: asker.at,
      on,
      kind: 'left',
      roleId: role.id,
      before: roleText(role),
    })
    return ok({
      person,
      role: { ...role, untilOn: on },
      stillHeld: held.filter((each) => each.id !== role.id),
    })
  })

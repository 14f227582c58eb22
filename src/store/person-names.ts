import type { Named, PersonName } from '../app/ports.js'
import { heldNow, type Role, roleText } from '../domain/role.js'
import type { Bound } from './bound.js'
import { roleCodec } from './codec.js'
import { type Given, KeptQuery } from './kept-query.js'

/** Adds to people the present role of each, as far as the asker may see it; in the order given. */
export const withRoles = async (bound: Bound, people: readonly Named[]): Promise<readonly PersonName[]> => {
  const roles = await presentRoles(
    bound,
    people.map(({ id }) => id),
  )
  return people.map(({ id, name }) => {
    const [role] = heldNow(roles.get(id) ?? [])
    return { id, name, role: role === undefined ? '' : roleText(role) }
  })
}

const presentRoles = async (bound: Bound, ids: readonly string[]): Promise<Map<string, Role[]>> => {
  if (ids.length === 0) return new Map()
  const rows = await bound.ask(presentRolesQuery, { ids: [...new Set(ids)] })
  const roles = new Map<string, Role[]>()
  for (const row of rows) {
    const known = roles.get(row.person_id)
    if (known === undefined) roles.set(row.person_id, [roleCodec.decode(row)])
    else known.push(roleCodec.decode(row))
  }
  return roles
}

type These = { readonly ids: readonly string[] }
const presentRolesQuery = new KeptQuery((bound: Bound, { ids }: Given<These>) =>
  bound
    .roles()
    .selectAll('e')
    .where(bound.dialect.oneOf('e.person_id', ids))
    .where('e.until_on', 'is', null)
    .where(({ not }) => not(bound.endedInNews('e.id'))),
)
export const namesQuery = new KeptQuery((bound: Bound, { ids }: Given<These>) =>
  bound.people().select(['p.id', 'p.name']).where(bound.dialect.oneOf('p.id', ids)),
)

/** These people by name, in the order of the ids; those who cannot be seen are left out. */
export const namesOf = async (bound: Bound, ids: readonly string[]): Promise<readonly PersonName[]> => {
  if (ids.length === 0) return []
  const rows = await bound.ask(namesQuery, { ids: [...new Set(ids)] })
  const known = new Map(rows.map((row) => [row.id, row]))
  return withRoles(
    bound,
    ids.map((id) => known.get(id)).filter((row) => row !== undefined),
  )
}

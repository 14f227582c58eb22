import type { Roles } from '../app/ports.js'
import type { Role } from '../domain/role.js'
import type { Bound } from './bound.js'
import { roleCodec } from './codec.js'
import { type Given, KeptQuery } from './kept-query.js'

export class RoleStore implements Roles {
  readonly #bound: Bound
  constructor(bound: Bound) {
    this.#bound = bound
  }

  async get(id: string): Promise<Role | null> {
    const row = await asHeard(this.#bound).where('e.id', '=', id).executeTakeFirst()
    return row === undefined ? null : roleCodec.decode({ ...row, until_on: row.ended_on })
  }

  async of(personId: string): Promise<readonly Role[]> {
    const rows = await this.#bound.ask(rolesOf, { personId })
    return rows.map((row) => roleCodec.decode({ ...row, until_on: row.ended_on }))
  }

  async written(personId: string): Promise<readonly Role[]> {
    const query = this.#bound.roles().selectAll('e').where('e.person_id', '=', personId)
    return (await query.orderBy('e.act_seq').orderBy('e.id').execute()).map(roleCodec.decode)
  }

  /** The row itself, which a change goes on from: what was heard of its end in private is not written into it. */
  async asWritten(id: string): Promise<Role | null> {
    const row = await this.#bound.roles().selectAll('e').where('e.id', '=', id).executeTakeFirst()
    return row === undefined ? null : roleCodec.decode(row)
  }
}

const asHeard = (bound: Bound) => bound.roles().selectAll('e').select(bound.endOfRole().as('ended_on'))
const rolesOf = new KeptQuery((bound: Bound, { personId }: Given<{ personId: string }>) =>
  asHeard(bound).where('e.person_id', '=', personId).orderBy('e.act_seq').orderBy('e.id'),
)

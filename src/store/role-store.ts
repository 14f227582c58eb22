import type { Roles } from '../app/ports.js'
import type { Role } from '../domain/role.js'
import type { Bound } from './bound.js'
import { roleCodec } from './codec.js'

export class RoleStore implements Roles {
  readonly #bound: Bound
  constructor(bound: Bound) {
    this.#bound = bound
  }

  async get(id: string): Promise<Role | null> {
    const row = await this.#bound.roles().selectAll('e').where('e.id', '=', id).executeTakeFirst()
    return row === undefined ? null : roleCodec.decode(row)
  }

  async of(personId: string): Promise<readonly Role[]> {
    const query = this.#bound.roles().selectAll('e').where('e.person_id', '=', personId)
    const rows = await query.orderBy('e.act_seq').orderBy('e.id').execute()
    return rows.map(roleCodec.decode)
  }
}

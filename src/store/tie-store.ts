import { sql } from 'kysely'
import type { Page, Ties } from '../app/ports/knowledge.js'
import type { Tie } from '../domain/tie.js'
import type { Bound } from './bound.js'
import { count } from './codec.js'
import { tieCodec } from './knowledge-codec.js'
import { sortedBy } from './sorted-by.js'

export class TieStore implements Ties {
  readonly #bound: Bound
  constructor(bound: Bound) {
    this.#bound = bound
  }

  async get(id: string): Promise<Tie | null> {
    const row = await this.#bound.ties().selectAll('e').where('e.id', '=', id).executeTakeFirst()
    return row === undefined ? null : tieCodec.decode(row)
  }

  async of(personId: string, { limit, offset }: Page): Promise<readonly Tie[]> {
    const query = this.#of(personId).selectAll('e')
    const rows = await query
      .orderBy('e.written_at', 'desc')
      .orderBy('e.id', 'desc')
      .limit(limit)
      .offset(offset)
      .execute()
    return rows.map(tieCodec.decode)
  }

  async countOf(personId: string): Promise<number> {
    const counted = this.#of(personId).select((eb) => eb.fn.countAll().as('n'))
    return count((await counted.executeTakeFirst())?.n)
  }

  async from(personId: string, kind: Tie['kind']): Promise<readonly Tie[]> {
    const query = this.#bound.ties().selectAll('e').where('e.person_id', '=', personId)
    const rows = await query.where('e.kind', '=', kind).orderBy(sortedBy('e.id')).execute()
    return rows.map(tieCodec.decode)
  }

  async fromAny(personIds: readonly string[]): Promise<readonly Tie[]> {
    return (await fromAnyQuery(this.#bound, personIds).execute()).map(tieCodec.decode)
  }

  #of(personId: string) {
    // One after the other, each by its index: either of them in one condition would be looked for among all ties.
    const { workspaceId } = this.#bound
    return this.#bound.ties().where(
      sql<boolean>`e.id in (
        select t.id from ties as t where t.workspace_id = ${workspaceId} and t.person_id = ${personId}
        union all select t.id from ties as t where t.workspace_id = ${workspaceId} and t.other_id = ${personId})`,
    )
  }
}

/** More ties than this are not read side by side. */
const mostRead = 300

export const fromAnyQuery = (bound: Bound, personIds: readonly string[]) =>
  bound
    .ties()
    .selectAll('e')
    .where(bound.dialect.oneOf('e.person_id', personIds))
    .orderBy('e.written_at')
    .orderBy('e.id')
    .limit(mostRead)

import { sql } from 'kysely'
import type { Page, Ties } from '../app/ports/knowledge.js'
import type { Tie } from '../domain/tie.js'
import type { Bound } from './bound.js'
import { count } from './codec.js'
import { type Given, KeptQuery } from './kept-query.js'
import { tieCodec } from './knowledge-codec.js'
import { sortedBy } from './sorted-by.js'
import type { Term } from './terms.js'

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
    const rows = await this.#bound.ask(newest, { personId, limit, offset })
    return rows.map(tieCodec.decode)
  }

  async countOf(personId: string): Promise<number> {
    const [counted] = await this.#bound.ask(countOf, { personId })
    return count(counted?.n)
  }

  async from(personId: string, kind: Tie['kind']): Promise<readonly Tie[]> {
    const query = this.#bound.ties().selectAll('e').where('e.person_id', '=', personId)
    const rows = await query.where('e.kind', '=', kind).orderBy(sortedBy('e.id')).execute()
    return rows.map(tieCodec.decode)
  }

  async fromAny(personIds: readonly string[]): Promise<readonly Tie[]> {
    return (await fromAnyQuery(this.#bound, personIds).execute()).map(tieCodec.decode)
  }
}

const tiesOf = (bound: Bound, personId: Term) => {
  // One after the other, each by its index: either of them in one condition would be looked for among all ties.
  const { workspace } = bound
  return bound.ties().where(
    sql<boolean>`e.id in (
      select t.id from ties as t where t.workspace_id = ${workspace} and t.person_id = ${personId}
      union all select t.id from ties as t where t.workspace_id = ${workspace} and t.other_id = ${personId})`,
  )
}
type OfPerson = { readonly personId: string }
const newest = new KeptQuery((bound: Bound, given: Given<OfPerson & { limit: number; offset: number }>) =>
  tiesOf(bound, given.personId)
    .selectAll('e')
    .orderBy('e.written_at', 'desc')
    .orderBy('e.id', 'desc')
    .limit(given.limit)
    .offset(given.offset),
)
const countOf = new KeptQuery((bound: Bound, { personId }: Given<OfPerson>) =>
  tiesOf(bound, personId).select((eb) => eb.fn.countAll().as('n')),
)

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

import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { KnownTo } from '../app/ports/quotes.js'
import { type Conditions, ofPerson } from './conditions.js'
import type { Hit } from './search-dialect.js'
import type { Db } from './tables.js'

/** The part of `Bound` that tells of words which every full member may read, whoever may see the note `n` and the person `p`. */
export class BoundQuotes {
  readonly #db: Db
  readonly #only: Conditions

  constructor(db: Db, only: Conditions) {
    this.#db = db
    this.#only = only
  }

  quotes() {
    const ofNote = sql<SqlBool>`p.workspace_id = n.workspace_id and p.id = n.person_id`
    return this.#db
      .selectFrom('notes as n')
      .innerJoin('people as p', (join) => join.on(ofNote))
      .where(this.#only.here('n'))
      .where('n.quote', 'is not', null)
  }

  /** Those of the hits `e` in the index. */
  among(hits: RawBuilder<Hit>) {
    const ofHit = sql<SqlBool>`n.workspace_id = e.workspace_id and n.id = e.entry_id`
    return this.#db
      .selectFrom(sql<Hit>`(${hits})`.as('e'))
      .innerJoin('notes as n', (join) => join.on(ofHit))
      .innerJoin('people as p', (join) => join.on(ofPerson))
      .where(this.#only.here('n'))
      .where('e.source', '=', 'quotes')
      .where('n.quote', 'is not', null)
  }

  /** Whether somebody has a name `k` of which this is so. */
  isCalled(isSo: RawBuilder<SqlBool>, knownTo: KnownTo): RawBuilder<SqlBool> {
    const seen = knownTo === 'anybody' ? this.#only.here('p') : this.#only.seenPerson()
    return sql`exists (select 1 from person_keys as k
      join people as p on p.workspace_id = k.workspace_id and p.id = k.person_id
      where ${this.#only.here('k')} and ${isSo} and k.kind in ('full', 'given', 'family')
        and ${seen})`
  }

  /** Whether a role `e` is somewhere of which this is so. */
  isCompany(isSo: RawBuilder<SqlBool>, knownTo: KnownTo): RawBuilder<SqlBool> {
    if (knownTo === 'anybody')
      return sql`exists (select 1 from roles as e where ${this.#only.here('e')} and ${isSo})`
    return sql`exists (select 1 from roles as e join people as p on ${ofPerson}
      where ${this.#only.seen('e')} and ${isSo} and ${this.#only.seenPerson()})`
  }
}

import { type RawBuilder, sql } from 'kysely'
import { type Conditions, ofPerson } from './conditions.js'
import type { Db } from './tables.js'
import type { Term } from './terms.js'

/** The part of `Bound` that tells what many rows share, each once: by one step in the index from each to the next. */
export class BoundEachOnce {
  readonly #db: Db
  readonly #only: Conditions

  constructor(db: Db, only: Conditions) {
    this.#db = db
    this.#only = only
  }

  /** Everybody who owns somebody, by id, whoever may see whom they own. */
  owners(most: number) {
    const after = (id: RawBuilder<unknown>) =>
      sql`select min(p.owner_id) from people as p where ${this.#only.here('p')} and p.owner_id > ${id}`
    const all = sql<{ id: string | null }>`(
      with recursive owners(id) as (
        ${after(sql`''`)} union all select (${after(sql`o.id`)}) from owners as o where o.id is not null
      ) select id from owners limit ${sql.lit(most)})`.as('o')
    return this.#db.selectFrom(all).select('o.id').where('o.id', 'is not', null)
  }

  /** The companies from one key on and before another where the asker sees a role; they come in the order of their keys. */
  companies(from: Term, before: Term) {
    const next = (after: RawBuilder<unknown>) => sql`select min(e.company_key) from roles as e
      where ${this.#only.here('e')} and ${after} and e.company_key < ${before}`
    const all = sql<{ company_key: string | null }>`(
      with recursive companies(company_key) as (
        ${next(sql`e.company_key >= ${from}`)}
        union all select (${next(sql`e.company_key > c.company_key`)}) from companies as c
          where c.company_key is not null
      ) select company_key from companies)`.as('c')
    // With a limit it stays a condition of each in turn, and no server makes a join of it, which would put them in another order.
    const isSeen = sql<boolean>`exists (select 1 from roles as e cross join people as p
      where ${ofPerson} and e.company_key = c.company_key and ${this.#only.seen('e')} and ${this.#only.seenPerson()}
      limit 1 offset 0)`
    return this.#db
      .selectFrom(all)
      .select('c.company_key')
      .where('c.company_key', 'is not', null)
      .where(isSeen)
  }
}

import { type SqlBool, sql } from 'kysely'
import { type Conditions, ofPerson } from './conditions.js'
import type { Db } from './tables.js'

/** The part of `Bound` that tells of sketches `s`, of what they claim `c`, and of the people `p` on whom that was tried `e`. */
export class BoundPersonas {
  readonly #db: Db
  readonly #only: Conditions

  constructor(db: Db, only: Conditions) {
    this.#db = db
    this.#only = only
  }

  personas() {
    return this.#db.selectFrom('personas as s').where(this.#only.seen('s'))
  }

  claims() {
    const ofPersona = sql<SqlBool>`s.workspace_id = c.workspace_id and s.id = c.persona_id`
    return this.#db
      .selectFrom('persona_claims as c')
      .innerJoin('personas as s', (join) => join.on(ofPersona))
      .where(this.#only.seen('c'))
      .where(this.#only.seen('s'))
  }

  /** A trial tells of a sketch and of a person: whoever sees it may see both, and where it lives since people were merged. */
  trials() {
    const ofClaim = sql<SqlBool>`c.workspace_id = e.workspace_id and c.id = e.claim_id`
    return this.#db
      .selectFrom('persona_trials as e')
      .innerJoin('people as p', (join) => join.on(ofPerson))
      .innerJoin('persona_claims as c', (join) => join.on(ofClaim))
      .where(this.#only.seen('e'))
      .where(this.#only.seen('c'))
      .where(this.#only.seenPerson())
  }

  /** Those that count: of how the claim reads now, and of several that are seen, about one person, the newest. */
  counting() {
    return this.trials()
      .where(sql<SqlBool>`e.wording = c.wording`)
      .where(sql<SqlBool>`not exists (
      select 1 from persona_trials as n where n.workspace_id = e.workspace_id and n.claim_id = e.claim_id
        and n.person_id = e.person_id and n.wording = e.wording and ${this.#only.seen('n')}
        and (n.act_seq > e.act_seq or n.act_seq = e.act_seq and n.id > e.id))`)
  }
}

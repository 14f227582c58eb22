import { type SqlBool, sql } from 'kysely'
import { type Conditions, ofPerson } from './conditions.js'
import type { Db } from './tables.js'

/** The part of `Bound` that tells of two people at once: those who were made one, and those who may be one. */
export class BoundMerges {
  readonly #db: Db
  readonly #only: Conditions

  constructor(db: Db, only: Conditions) {
    this.#db = db
    this.#only = only
  }

  /** Merges with `c`, how the second was: the journal's image of the row that the merge removed. */
  merges() {
    const ofSecond = sql<SqlBool>`c.workspace_id = e.workspace_id and c.act_seq = e.act_seq
      and c.row_id = e.merged_id and c.table_name = 'people' and c.row_after is null`
    return this.#db
      .selectFrom('merges as e')
      .innerJoin('people as p', (join) => join.on(ofPerson))
      .innerJoin('changes as c', (join) => join.on(ofSecond))
      .where(this.#only.seen('e'))
      .where(this.#only.seenPerson())
  }

  /** Pairs of people, `p` and `q`, who can be called by the same key `k`. Cross joins keep SQLite to this order. */
  sharingKeys() {
    return this.#db
      .selectFrom('people as p')
      .crossJoin('person_keys as k')
      .crossJoin('person_keys as l')
      .crossJoin('people as q')
      .where(sql<SqlBool>`k.workspace_id = p.workspace_id and k.person_id = p.id`)
      .where(sql<SqlBool>`l.workspace_id = k.workspace_id and l.key = k.key and l.kind = k.kind`)
      .where(sql<SqlBool>`q.workspace_id = l.workspace_id and q.id = l.person_id and q.id <> p.id`)
      .where(this.#only.seenPerson())
      .where(this.#only.seenPerson('q'))
  }

  /** The same, where both hold a role, `e` and `f`, at one company. */
  sharingCompanies() {
    return this.sharingKeys()
      .crossJoin('roles as e')
      .crossJoin('roles as f')
      .where(ofPerson)
      .where(sql<SqlBool>`f.workspace_id = q.workspace_id and f.person_id = q.id`)
      .where(sql<SqlBool>`f.company_key = e.company_key and e.company_key <> ''`)
      .where('e.until_on', 'is', null)
      .where('f.until_on', 'is', null)
      .where(this.#only.seen('e'))
      .where(this.#only.seen('f'))
      .where(({ not }) => not(this.#only.endedInNews('e.id')))
      .where(({ not }) => not(this.#only.endedInNews('f.id')))
  }

  /** The rows that these acts changed, by id: for telling apart where entries come from. */
  async rowsChangedBy(seqs: readonly number[]): Promise<ReadonlySet<string>> {
    if (seqs.length === 0) return new Set()
    const changes = this.#db.selectFrom('changes as c').select('c.row_id').where(this.#only.here('c'))
    const rows = await changes.where('c.act_seq', 'in', seqs).execute()
    return new Set(rows.map((row) => row.row_id))
  }

  /** The numbers of the acts that changed a row. */
  async actsThatChanged(rowId: string): Promise<readonly number[]> {
    const changes = this.#db.selectFrom('changes as c').select('c.act_seq').where(this.#only.here('c'))
    return (await changes.where('c.row_id', '=', rowId).execute()).map((row) => row.act_seq)
  }
}

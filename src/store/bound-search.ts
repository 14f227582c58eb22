import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { Conditions, ofPerson } from './conditions.js'
import type { Dialect } from './dialect.js'
import type { Among, Hit, Ways } from './search-dialect.js'
import type { Db } from './tables.js'
import { ofAnyNumber, type Terms } from './terms.js'

/** The part of `Bound` that finds by words. Each query is another one, so none of them is kept. */
export class BoundSearch {
  readonly #db: Db
  readonly #dialect: Dialect
  readonly #terms: Terms
  readonly #only: Conditions

  constructor(db: Db, dialect: Dialect, terms: Terms) {
    this.#db = db
    this.#dialect = dialect
    this.#terms = terms
    this.#only = new Conditions(dialect, ofAnyNumber(terms))
  }
  get #workspaceId(): string {
    const { workspaceId } = this.#terms
    if (typeof workspaceId !== 'string') throw new Error('a query by words is not kept')
    return workspaceId
  }

  /** Indexed entries that have all the words, each whole or a beginning. */
  hits(words: readonly string[], among: Among = 'everything') {
    return this.#seen(this.#dialect.search.hits(this.#workspaceId, this.#ways(words, among), among))
  }
  /** The same of names and roles, no older than so many; null where the newest would not be there at once. */
  newestOfPeople(words: readonly string[], most: number) {
    const { newestOfPeople } = this.#dialect.search
    if (newestOfPeople === null) return null
    return this.#seen(newestOfPeople(this.#workspaceId, this.#ways(words, 'people'), most))
  }
  #seen(found: RawBuilder<Hit>) {
    const hits = sql<Hit>`(${found})`.as('e')
    const entries = this.#db.selectFrom(hits).innerJoin('people as p', (join) => join.on(ofPerson))
    // How somebody likes to be reached has no home of its own: whoever sees them, as their owner too, reads it.
    const read = sql<SqlBool>`(e.source = 'prefers' or ${this.#only.seen('e')})`
    const seen = entries.where(read).where(this.#only.seenPerson())
    return seen.where(this.#withOther())
  }
  #ways(words: readonly string[], among: Among): Ways[] {
    const { cipher } = this.#dialect.search
    // What people are called is never sealed.
    const marks = (word: string) =>
      among === 'people' ? [] : (cipher?.wordMarks(this.#workspaceId, word) ?? [])
    return words.map((word) => [word, ...marks(word)])
  }
  /** A tie that was found names another person too, who has to be seen as well. */
  #withOther(): RawBuilder<SqlBool> {
    return sql`(e.source <> 'ties' or exists (select 1 from ties as t
      join people as q on q.workspace_id = t.workspace_id and q.id = t.other_id
      where t.workspace_id = ${this.#workspaceId} and t.id = e.entry_id and ${this.#only.seenPerson('q')}))`
  }
  /** In how many names and roles each word is, roughly: `c0`, `c1` and so on. */
  commonness(words: readonly string[], bound: number) {
    const { search } = this.#dialect
    return this.#db.selectNoFrom(
      words.map((word, n) => search.commonness(this.#workspaceId, [word], bound).as(`c${n}`)),
    )
  }
  /** Whether name, addresses or a present role of the person `p` has a word: all else that is known of them is not looked at. */
  calledWith(word: string): RawBuilder<SqlBool> {
    const has = this.#dialect.search.has('o.words', this.#workspaceId, word)
    const entry = sql`${this.#only.seen('o')} and ${has}`
    return sql`(exists (select 1 from search_entries as o
        where o.source = 'people' and o.entry_id = p.id and ${entry})
      or exists (select 1 from search_entries as o
        where o.source = 'roles' and o.entry_id in (select r.id from roles as r
            where r.workspace_id = ${this.#workspaceId} and r.person_id = p.id)
          and o.kind = 'role' and ${entry} and not ${this.#only.endedInNews('o.entry_id')}))`
  }
}

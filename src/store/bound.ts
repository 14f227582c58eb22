import { type AliasedExpression, type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Scope } from '../app/ports.js'
import { type Audience, type Homed, maySee } from '../domain/audience.js'
import { Books } from './books.js'
import { BoundByKey } from './bound-by-key.js'
import { BoundEachOnce } from './bound-each-once.js'
import { BoundMerges } from './bound-merges.js'
import { BoundPersonas } from './bound-personas.js'
import { BoundQuotes } from './bound-quotes.js'
import { BoundSearch } from './bound-search.js'
import { Conditions, ofPerson } from './conditions.js'
import type { Dialect, List } from './dialect.js'
import type { KeptQuery, Values } from './kept-query.js'
import type { Db } from './tables.js'
import { shapeOf, type Term, type Terms, termsOf, termsOfShape, valuesOf } from './terms.js'

/**
 * The only way from a store to what is known. Each query that it hands out is bound already: to the workspace, to
 * the homes that the asker may see, and, for what is about a person, to the same of that person. The connection
 * stays in here, so a store cannot forget a condition. `p` is the person, `e` the entry about them.
 */
export class Bound {
  readonly dialect: Dialect
  readonly #db: Db
  /** Null where a query is written that is kept for every scope of one shape. */
  readonly #scope: Scope | null
  readonly #terms: Terms
  readonly #only: Conditions
  /** Those who were merged, and those who may be one. */
  readonly merging: BoundMerges
  /** What has words in it. */
  readonly searching: BoundSearch
  readonly sketches: BoundPersonas
  readonly quoted: BoundQuotes
  readonly eachOnce: BoundEachOnce
  readonly byKey: BoundByKey

  constructor(db: Db, dialect: Dialect, scope: Scope | null, terms?: Terms) {
    this.#db = db
    this.dialect = dialect
    this.#scope = scope
    this.#terms = terms ?? termsOf(this.#known)
    this.#only = new Conditions(dialect, this.#terms)
    this.merging = new BoundMerges(db, this.#only)
    this.searching = new BoundSearch(db, dialect, this.#terms)
    this.sketches = new BoundPersonas(db, this.#only)
    this.quoted = new BoundQuotes(db, this.#only)
    this.eachOnce = new BoundEachOnce(db, this.#only)
    this.byKey = new BoundByKey(db, this.#only)
  }

  get workspaceId(): string {
    return this.#known.workspaceId
  }
  /** The workspace as it stands in a query. */
  get workspace(): Term {
    return this.#terms.workspaceId
  }
  get #known(): Scope {
    if (this.#scope === null) throw new Error('a query that is kept knows nothing of who asks')
    return this.#scope
  }

  /** The rows of a query that is compiled once for everybody whose scope has the same shape. */
  ask<V extends Values, O>(query: KeptQuery<Bound, V, O>, values: V): Promise<O[]> {
    const { dialect } = this
    const shape = shapeOf(this.#known)
    const bare = (): Bound => new Bound(this.#db, dialect, null, termsOfShape(shape, query.rows))
    const all = { ...valuesOf(this.#known, dialect, query.rows), ...values }
    return dialect.ask(this.#db, query.filled(dialect, shape, bare, all))
  }

  /** The bookkeeping of the same workspace. */
  books(): Books {
    return new Books(this.#db, this.dialect, this.workspace)
  }

  people() {
    return this.#db.selectFrom('people as p').where(this.#only.seenPerson())
  }
  /** People, with the last day on which somebody spoke with them as far as the asker sees. */
  standings() {
    return this.people().selectAll('p').select(this.lastSpokenOn().as('last_seen_on'))
  }
  /** Of people `p`: whether the day on which they are due follows from what the asker sees. */
  isDueAsSeen(): RawBuilder<SqlBool> {
    return sql`(p.last_contact_on is null or p.let_be_on >= p.last_contact_on or p.later_until = p.due_on
      or p.last_contact_on = ${this.lastSpokenOn()})`
  }
  /** Of people `p`: the last day on which somebody spoke with them as far as the asker sees. */
  lastSpokenOn(): RawBuilder<string | null> {
    return sql`(select e.happened_on from interactions as e where ${ofPerson} and ${this.#only.seen('e')}
      order by e.happened_on desc limit 1)`
  }
  keys() {
    const ofKey = sql<SqlBool>`p.workspace_id = k.workspace_id and p.id = k.person_id`
    return this.#db
      .selectFrom('person_keys as k')
      .innerJoin('people as p', (join) => join.on(ofKey))
      .where(this.#only.here('k'))
      .where(this.#only.seenPerson())
  }
  roles() {
    const entries = this.#db.selectFrom('roles as e').innerJoin('people as p', (join) => join.on(ofPerson))
    return entries.where(this.#only.seen('e')).where(this.#only.seenPerson())
  }
  /**
   * The day on which the role `e` ended, as far as the asker may know: on the role itself, or in news that was told in
   * a narrower place.
   */
  endOfRole(): RawBuilder<string | null> {
    const heard = sql`select min(n.happened_on) from news as n
      where n.ends_role_id = e.id and ${this.#only.seen('n')}`
    return sql`coalesce(e.until_on, (${heard}))`
  }
  /** See `Conditions`. */
  endedInNews(roleId: string): RawBuilder<SqlBool> {
    return this.#only.endedInNews(roleId)
  }
  /** Whether anybody was ever in touch with the person `p`, as far as the asker may know. */
  spokenWith(): RawBuilder<SqlBool> {
    return sql`exists (select 1 from interactions as i
      where i.workspace_id = p.workspace_id and i.person_id = p.id and ${this.#only.seen('i')})`
  }
  notes() {
    const entries = this.#db.selectFrom('notes as e').innerJoin('people as p', (join) => join.on(ofPerson))
    return entries.where(this.#only.seen('e')).where(this.#only.seenPerson())
  }
  interactions() {
    const entries = this.#db
      .selectFrom('interactions as e')
      .innerJoin('people as p', (join) => join.on(ofPerson))
    return entries.where(this.#only.seen('e')).where(this.#only.seenPerson())
  }
  news() {
    const entries = this.#db.selectFrom('news as e').innerJoin('people as p', (join) => join.on(ofPerson))
    return entries.where(this.#only.seen('e')).where(this.#only.seenPerson())
  }
  commitments() {
    const entries = this.#db
      .selectFrom('commitments as e')
      .innerJoin('people as p', (join) => join.on(ofPerson))
    return entries.where(this.#only.seen('e')).where(this.#only.seenPerson())
  }
  keyDates() {
    const entries = this.#db
      .selectFrom('key_dates as e')
      .innerJoin('people as p', (join) => join.on(ofPerson))
    return entries.where(this.#only.seen('e')).where(this.#only.seenPerson())
  }
  openQuestions() {
    const entries = this.#db
      .selectFrom('open_questions as e')
      .innerJoin('people as p', (join) => join.on(ofPerson))
    return entries.where(this.#only.seen('e')).where(this.#only.seenPerson())
  }
  sightings() {
    const entries = this.#db
      .selectFrom('sightings as e')
      .innerJoin('people as p', (join) => join.on(ofPerson))
    return entries.where(this.#only.seen('e')).where(this.#only.seenPerson())
  }
  roleQuestions() {
    const entries = this.#db
      .selectFrom('role_questions as e')
      .innerJoin('people as p', (join) => join.on(ofPerson))
    return entries.where(this.#only.seen('e')).where(this.#only.seenPerson())
  }
  /** A tie tells of two people: whoever sees it may see both. `q` is the other. */
  ties() {
    const ofOther = sql<SqlBool>`q.workspace_id = e.workspace_id and q.id = e.other_id`
    return this.#db
      .selectFrom('ties as e')
      .innerJoin('people as p', (join) => join.on(ofPerson))
      .innerJoin('people as q', (join) => join.on(ofOther))
      .where(this.#only.seen('e'))
      .where(this.#only.seenPerson())
      .where(this.#only.seenPerson('q'))
  }
  marks() {
    const entries = this.#db.selectFrom('marks as e').innerJoin('people as p', (join) => join.on(ofPerson))
    return entries.where(this.#only.seen('e')).where(this.#only.seenPerson())
  }
  /** Nudges have no home of their own: whoever may see the person may see and answer them. */
  nudges() {
    const entries = this.#db.selectFrom('nudges as e').innerJoin('people as p', (join) => join.on(ofPerson))
    return entries.where(this.#only.here('e')).where(this.#only.seenPerson())
  }
  /** Those posted where the asker reads: what stands in another place is not for them, whoever may see the person. */
  nudgesRead() {
    const posted = this.nudges().innerJoin('posts as t', (join) =>
      join.onRef('t.workspace_id', '=', 'e.workspace_id').onRef('t.id', '=', 'e.post_id'),
    )
    const { audience } = this.#terms
    if (audience === 'everything') return posted
    return posted.where(this.dialect.among('t.place', audience.homes, audience.rows))
  }
  /** Words `w`, each a row. */
  words(words: List) {
    return this.#db.selectFrom(sql<{ word: string }>`${this.dialect.listed(words)}`.as('w')).select('w.word')
  }
  /** Imports: one's own alone. */
  imports() {
    const imports = this.#db.selectFrom('imports as i').where(this.#only.here('i'))
    const { audience } = this.#terms
    return audience === 'everything' ? imports : imports.where('i.written_by', '=', audience.userId)
  }
  /** Their rows `r`. */
  importRows() {
    return this.imports().innerJoin('import_rows as r', (join) =>
      join.onRef('r.workspace_id', '=', 'i.workspace_id').onRef('r.import_id', '=', 'i.id'),
    )
  }
  /** Acts: one's own, and those done in a place that the asker may see. */
  acts() {
    const acts = this.#db.selectFrom('acts as a').where(this.#only.here('a'))
    const { audience } = this.#terms
    if (audience === 'everything') return acts
    const there = this.dialect.among('a.place', audience.homes, audience.rows)
    const { userId } = audience
    return acts.where(userId === null ? there : sql<SqlBool>`(${there} or a.written_by = ${userId})`)
  }

  /** A query over what a bound query answers. */
  over<O>(query: AliasedExpression<O, 'q'>) {
    return this.#db.selectFrom(query)
  }

  /** The same without an audience, for what must be counted over everything and is told to nobody. */
  unbound(): Bound {
    const { workspaceId } = this.#terms
    const scope = this.#scope && ({ ...this.#scope, audience: 'everything' } as const)
    return new Bound(this.#db, this.dialect, scope, { workspaceId, audience: 'everything' })
  }
  /** The same for those alone who will read what is now decided over everything. */
  readBy(audience: Audience): Bound {
    if (this.#known.audience !== 'everything') throw new Error('only what is bound to nobody can be narrowed')
    return new Bound(this.#db, this.dialect, { workspaceId: this.workspaceId, audience })
  }
  /** Whether the asker may see something with a home, apart from the person that it is about. */
  maySee(thing: Homed): boolean {
    return maySee(this.#known.audience, thing)
  }
}

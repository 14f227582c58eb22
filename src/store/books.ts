import type { Insertable } from 'kysely'
import type { Home } from '../domain/audience.js'
import type { Dialect } from './dialect.js'
import { type KeptQuery, slot, type Values } from './kept-query.js'
import { rehome } from './rehoming.js'
import type { Database, Db } from './tables.js'
import type { Term } from './terms.js'

/** The tables of the bot's own bookkeeping, which tells nobody anything about anybody. */
type Book =
  | 'places'
  | 'place_members'
  | 'drafts'
  | 'reactions'
  | 'digests'
  | 'weeks'
  | 'posts'
  | 'nudges'
  | 'nudge_reasons'
  | 'told'
  | 'retractions'
  | 'imports'
  | 'import_rows'

/** The only way from a store to the bookkeeping: every query and every new row has its workspace already. */
export class Books {
  readonly dialect: Dialect
  readonly #db: Db
  /** A slot where a query is written that is kept for all workspaces. */
  readonly #workspaceId: Term

  constructor(db: Db, dialect: Dialect, workspaceId: Term) {
    this.#db = db
    this.dialect = dialect
    this.#workspaceId = workspaceId
  }

  /** The rows of a query that is compiled once for all workspaces. */
  ask<V extends Values, O>(query: KeptQuery<Books, V, O>, values: V): Promise<O[]> {
    const { dialect } = this
    const bare = (): Books => new Books(this.#db, dialect, slot<string>('books.workspaceId'))
    const all = { ...values, 'books.workspaceId': this.#known }
    return dialect.ask(this.#db, query.filled(dialect, 'books', bare, all))
  }
  get #known(): string {
    if (typeof this.#workspaceId !== 'string') throw new Error('a query that is kept knows no workspace')
    return this.#workspaceId
  }

  add<B extends Book>(book: B, ...rows: readonly Omit<Database[B], 'workspace_id'>[]) {
    const values = rows.map((row) => ({ ...row, workspace_id: this.#known }) as Insertable<Database[B]>)
    return this.#db.insertInto(book).values(values)
  }

  places() {
    return this.#db.selectFrom('places').where('workspace_id', '=', this.#workspaceId)
  }
  changePlaces() {
    return this.#db.updateTable('places').where('workspace_id', '=', this.#workspaceId)
  }

  placeMembers() {
    return this.#db.selectFrom('place_members').where('workspace_id', '=', this.#workspaceId)
  }

  /** See `rehome`. */
  async moveAll(from: Home, to: Home): Promise<void> {
    await rehome(this.#db, this.#known, from, to)
  }

  drafts() {
    return this.#db.selectFrom('drafts').where('workspace_id', '=', this.#workspaceId)
  }
  removeDrafts() {
    return this.#db.deleteFrom('drafts').where('workspace_id', '=', this.#workspaceId)
  }
  reactions() {
    return this.#db.selectFrom('reactions').where('workspace_id', '=', this.#workspaceId)
  }
  removeReactions() {
    return this.#db.deleteFrom('reactions').where('workspace_id', '=', this.#workspaceId)
  }

  changeImports() {
    return this.#db.updateTable('imports').where('workspace_id', '=', this.#workspaceId)
  }
  removeImports() {
    return this.#db.deleteFrom('imports').where('workspace_id', '=', this.#workspaceId)
  }
  importRows() {
    return this.#db.selectFrom('import_rows').where('workspace_id', '=', this.#workspaceId)
  }
  changeImportRows() {
    return this.#db.updateTable('import_rows').where('workspace_id', '=', this.#workspaceId)
  }
  removeImportRows() {
    return this.#db.deleteFrom('import_rows').where('workspace_id', '=', this.#workspaceId)
  }

  weeks() {
    return this.#db.selectFrom('weeks').where('workspace_id', '=', this.#workspaceId)
  }
  digests() {
    return this.#db.selectFrom('digests').where('workspace_id', '=', this.#workspaceId)
  }
  posts() {
    return this.#db.selectFrom('posts').where('workspace_id', '=', this.#workspaceId)
  }
  changePosts() {
    return this.#db.updateTable('posts').where('workspace_id', '=', this.#workspaceId)
  }
  removePosts() {
    return this.#db.deleteFrom('posts').where('workspace_id', '=', this.#workspaceId)
  }

  /** Nudges `n` with their posts `t`, whether or not their people are still there. */
  nudges() {
    return this.#db
      .selectFrom('nudges as n')
      .innerJoin('posts as t', (join) =>
        join.onRef('t.workspace_id', '=', 'n.workspace_id').onRef('t.id', '=', 'n.post_id'),
      )
      .where('n.workspace_id', '=', this.#workspaceId)
  }
  changeNudges() {
    return this.#db.updateTable('nudges').where('workspace_id', '=', this.#workspaceId)
  }
  removeNudges() {
    return this.#db.deleteFrom('nudges').where('workspace_id', '=', this.#workspaceId)
  }
  /** What live posts have raised. */
  raised() {
    return this.#db
      .selectFrom('nudge_reasons as r')
      .innerJoin('nudges as n', (join) =>
        join.onRef('n.workspace_id', '=', 'r.workspace_id').onRef('n.id', '=', 'r.nudge_id'),
      )
      .innerJoin('posts as t', (join) =>
        join.onRef('t.workspace_id', '=', 'n.workspace_id').onRef('t.id', '=', 'n.post_id'),
      )
      .where('r.workspace_id', '=', this.#workspaceId)
      .where('t.state', '<>', 'failed')
  }
  removeReasons() {
    return this.#db.deleteFrom('nudge_reasons').where('workspace_id', '=', this.#workspaceId)
  }

  /** What everybody can be called by: for noting down of whom was told, and for nothing that is said. */
  keys() {
    return this.#db.selectFrom('person_keys').where('workspace_id', '=', this.#workspaceId)
  }
  retractions() {
    return this.#db.selectFrom('retractions').where('workspace_id', '=', this.#workspaceId)
  }
  changeRetractions() {
    return this.#db.updateTable('retractions').where('workspace_id', '=', this.#workspaceId)
  }
  removeRetractions() {
    return this.#db.deleteFrom('retractions').where('workspace_id', '=', this.#workspaceId)
  }
}

import { sql } from 'kysely'
import { awaitedOf } from './awaited.js'
import { insertCells, type NewRow, updateCells } from './cells.js'
import { cleanCells } from './clean-text.js'
import type { Cell, Cells } from './codec.js'
import { addKeys, changesKeys, writeKeys, writeStanding } from './derived.js'
import type { Dialect } from './dialect.js'
import { askOn, type Given, KeptQuery } from './kept-query.js'
import { changesIndex, indexNewRows, indexRow, indexTiesTo } from './search-index.js'
import type { Db, JournalledTable } from './tables.js'

/** Columns of a person that follow from others: kept current here, in no image of a row. */
const derived: ReadonlySet<string> = new Set(['last_contact_on', 'due_on', 'open_news'])

/** What the derived columns follow from. */
const movesStanding: ReadonlySet<string> = new Set(['people', 'interactions', 'news', 'role_questions'])

/**
 * Every journalled write of one act goes through here: the row, its image before and after in the journal, and all
 * that follows from it (keys, standing, search, posts to put right). Taking an act back goes the same way.
 */
export class Recorder {
  readonly #db: Db
  readonly #dialect: Dialect
  readonly #workspaceId: string
  readonly #seq: number
  readonly #touched = new Set<string>()
  readonly #concerned = new Set<string>()
  #ordinal = 0

  constructor(db: Db, dialect: Dialect, workspaceId: string, seq: number) {
    this.#db = db
    this.#dialect = dialect
    this.#workspaceId = workspaceId
    this.#seq = seq
  }

  get #within() {
    return { db: this.#db, dialect: this.#dialect, workspaceId: this.#workspaceId }
  }

  changedAnything(): boolean {
    return this.#ordinal > 0
  }

  /** The people about whom something was changed so far. */
  touched(): readonly string[] {
    return [...this.#touched]
  }

  /**
   * Teammates to whom it matters: those who look after somebody about whom something was changed so far, or did before, and
   * whose promises were.
   */
  async concerned(): Promise<readonly string[]> {
    if (this.#touched.size === 0) return [...this.#concerned]
    const { db, dialect, workspaceId } = this.#within
    const rows = await askOn(db, dialect, ownersOf, { workspaceId, ids: [...this.#touched] })
    return [...new Set([...this.#concerned, ...rows.map((row) => row.owner_id)])]
  }

  /** Of those about whom something was changed so far, the people about whom a teammate's answer is waited for. */
  awaited(): Promise<readonly string[]> {
    const { db, dialect, workspaceId } = this.#within
    return awaitedOf(db, dialect, { workspaceId, personIds: this.touched() })
  }

  /** A row as it is now; null when there is none. */
  async present(table: JournalledTable, id: string): Promise<Cells | null> {
    const found = await sql<Record<string, Cell>>`
      select * from ${sql.table(table)} where workspace_id = ${this.#workspaceId} and id = ${id}`.execute(
      this.#db,
    )
    const row = found.rows[0]
    if (row === undefined) return null
    const isOwn = (column: string) =>
      column !== 'workspace_id' && !(table === 'people' && derived.has(column))
    return Object.fromEntries(Object.entries(row).filter(([column]) => isOwn(column)))
  }

  /** Adds new rows of one table, together. */
  async add(table: JournalledTable, rows: readonly NewRow[]): Promise<void> {
    const placed = rows.map(({ id, cells }) => ({ id, cells: cleanCells({ ...cells, act_seq: this.#seq }) }))
    if (placed.length > 0) await this.#insert(table, placed)
  }

  /** Adds a row back as it was, with its first place in the journal. */
  async restore(table: JournalledTable, id: string, cells: Cells): Promise<void> {
    await this.#insert(table, [{ id, cells }])
  }

  /** Writes those cells that differ. A row that is not there is a mistake of the caller. */
  async change(table: JournalledTable, id: string, next: Cells): Promise<void> {
    const before = await this.#presentOrThrow(table, id)
    const wished = withItsQuote(table, before, cleanCells(next))
    const columns = Object.keys(wished).filter((column) => wished[column] !== before[column])
    if (columns.length === 0) return
    const after = { ...before, ...wished }
    if (table === 'people' && columns.includes('owner_id'))
      for (const { owner_id: owner } of [before, after]) this.#concerned.add(String(owner))
    await updateCells(this.#db, table, { workspaceId: this.#workspaceId, key: { id } }, pick(after, columns))
    const images = { before: pick(before, columns), after: pick(after, columns) }
    await this.#journal(table, [{ id, row: after, ...images }])
    await this.#follow(table, id, after, columns)
    if (personOf(table, id, before) !== personOf(table, id, after))
      await this.#touch(table, [{ id, cells: before }])
  }

  async remove(table: JournalledTable, id: string): Promise<void> {
    const before = await this.#presentOrThrow(table, id)
    // What hangs on the row goes first: its keys point to it.
    await this.#unhang(table, id)
    await sql`delete from ${sql.table(table)}
      where workspace_id = ${this.#workspaceId} and id = ${id}`.execute(this.#db)
    await this.#journal(table, [{ id, row: before, before, after: null }])
    await this.#touch(table, [{ id, cells: before }])
  }

  /** What was not there has no keys, is not in the index, and nobody is tied to it. */
  async #insert(table: JournalledTable, rows: readonly NewRow[]): Promise<void> {
    const [db, workspaceId] = [this.#db, this.#workspaceId]
    await insertCells(
      db,
      table,
      rows.map(({ cells }) => ({ ...cells, workspace_id: workspaceId })),
    )
    await this.#journal(
      table,
      rows.map(({ id, cells }) => ({ id, row: cells, before: null, after: cells })),
    )
    if (table === 'people') await addKeys(db, workspaceId, rows)
    if (table === 'nudges') for (const { id, cells } of rows) await this.#raisedAbout(id, cells)
    await indexNewRows(db, this.#dialect.search, workspaceId, table, rows)
    await this.#touch(table, rows)
  }

  async #presentOrThrow(table: JournalledTable, id: string): Promise<Cells> {
    const row = await this.present(table, id)
    if (row === null) throw new Error(`no row ${id} in ${table}`)
    return row
  }

  async #journal(table: JournalledTable, changes: readonly Written[]): Promise<void> {
    await insertCells(
      this.#db,
      'changes',
      changes.map(({ id, row, before, after }) => ({
        workspace_id: this.#workspaceId,
        act_seq: this.#seq,
        ordinal: this.#ordinal++,
        table_name: table,
        row_id: id,
        person_id: personOf(table, id, row),
        row_before: before === null ? null : JSON.stringify(before),
        row_after: after === null ? null : JSON.stringify(after),
      })),
    )
  }

  async #follow(table: JournalledTable, id: string, cells: Cells, columns: readonly string[]): Promise<void> {
    if (table === 'people' && changesKeys(columns)) await writeKeys(this.#db, this.#workspaceId, id, cells)
    if (table === 'nudges' && columns.includes('person_id')) await this.#raisedAbout(id, cells)
    const { search } = this.#dialect
    if (changesIndex(columns)) await indexRow(this.#db, search, this.#workspaceId, table, id, cells)
    if (table === 'people' && columns.includes('name'))
      await indexTiesTo(this.#db, search, this.#workspaceId, id)
    await this.#touch(table, [{ id, cells }])
  }

  /** What a nudge raised goes with it to another person, unless the same was raised about both. */
  async #raisedAbout(nudgeId: string, { person_id: personId }: Cells): Promise<void> {
    await sql`update nudge_reasons set person_id = ${personId}
      where workspace_id = ${this.#workspaceId} and nudge_id = ${nudgeId} and not exists (
        select 1 from nudge_reasons as o where o.workspace_id = nudge_reasons.workspace_id
          and o.place = nudge_reasons.place and o.person_id = ${personId} and o.on_day = nudge_reasons.on_day
          and o.kind = nudge_reasons.kind and o.apart = nudge_reasons.apart)`.execute(this.#db)
  }

  async #unhang(table: JournalledTable, id: string): Promise<void> {
    if (table === 'people') {
      await writeKeys(this.#db, this.#workspaceId, id, null)
      await this.#settleAll(id)
    }
    await indexRow(this.#db, this.#dialect.search, this.#workspaceId, table, id, null)
  }

  async #touch(table: JournalledTable, rows: readonly NewRow[]): Promise<void> {
    const ids = rows.map(({ id, cells }) => personOf(table, id, cells)).filter((id) => id !== null)
    for (const id of ids) this.#touched.add(id)
    if (table === 'commitments') for (const { cells } of rows) this.#concerned.add(String(cells.written_by))
    if (movesStanding.has(table) && ids.length > 0) await writeStanding(this.#within, ids)
    if (table === 'nudges') for (const { cells } of rows) await this.#putRight(String(cells.post_id))
  }

  /** Nobody is to be reached any more: the posts that ask for it are put right. */
  async #settleAll(personId: string): Promise<void> {
    const open = await this.#db
      .updateTable('nudges')
      .set({ moot: 1 })
      .where('workspace_id', '=', this.#workspaceId)
      .where('person_id', '=', personId)
      .returning('post_id')
      .execute()
    for (const postId of new Set(open.map((nudge) => nudge.post_id))) await this.#putRight(postId)
  }

  async #putRight(postId: string): Promise<void> {
    await this.#db
      .updateTable('posts')
      .set((eb) => ({ version: eb('version', '+', 1) }))
      .where('workspace_id', '=', this.#workspaceId)
      .where('id', '=', postId)
      .execute()
  }
}

/** A row that was changed: as it is, and its image before and after. */
type Written = {
  readonly id: string
  readonly row: Cells
  readonly before: Cells | null
  readonly after: Cells | null
}

/** What may be quoted are the words that were there: other words have not been allowed, whoever writes them and however. */
const withItsQuote = (table: JournalledTable, before: Cells, next: Cells): Cells => {
  const isOtherText = table === 'notes' && 'text' in next && next.text !== before.text
  if (!isOtherText || ('quote' in next && next.quote !== before.quote)) return next
  return { ...next, quote: null, quote_role: null }
}

const personOf = (table: string, id: string, cells: Cells): string | null => {
  if (table === 'people') return id
  const personId = cells.person_id
  return typeof personId === 'string' ? personId : null
}

const pick = (cells: Cells, columns: readonly string[]): Cells =>
  Object.fromEntries(columns.map((column) => [column, cells[column] ?? null]))

const ownersOf = new KeptQuery(
  (db: Db, { workspaceId, ids }: Given<{ workspaceId: string; ids: readonly string[] }>, dialect: Dialect) =>
    db
      .selectFrom('people')
      // Each once would lead SQLite through all owners of the workspace.
      .select('owner_id')
      .where('workspace_id', '=', workspaceId)
      .where(dialect.oneOf('id', ids)),
)

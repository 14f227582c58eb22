import { sql } from 'kysely'
import type { ImportPatch } from '../app/ports/imports.js'
import type { Page } from '../app/ports/knowledge.js'
import type { Fate, Imports, KeepingImports, Settled, StagedRow } from '../app/ports.js'
import { groupBy } from '../domain/group-by.js'
import { type Import, type ImportCounts, noCounts, type RowOutcome } from '../domain/import.js'
import type { Instant } from '../domain/local-time.js'
import type { Books } from './books.js'
import type { Bound } from './bound.js'
import { inFewSizes } from './cells.js'
import { count, json } from './codec.js'
import { importOf, rowOf, stagedRowOf } from './import-codec.js'
import { isOver } from './waits-until.js'

export class ImportStore implements Imports {
  readonly #bound: Bound
  constructor(bound: Bound) {
    this.#bound = bound
  }

  async get(id: string): Promise<Import | null> {
    const row = await this.#bound.imports().selectAll('i').where('i.id', '=', id).executeTakeFirst()
    return row === undefined ? null : importOf(row)
  }

  async current(): Promise<Import | null> {
    const open = this.#bound.imports().where('i.state', 'in', ['staging', 'ready', 'running', 'undoing'])
    const row = await open.selectAll('i').orderBy('i.id', 'desc').limit(1).executeTakeFirst()
    return row === undefined ? null : importOf(row)
  }

  async ofAct(actId: string): Promise<Import | null> {
    const row = await this.#bound
      .imports()
      .selectAll('i')
      .where('i.first_act_id', '=', actId)
      .executeTakeFirst()
    return row === undefined ? null : importOf(row)
  }

  async unfinished(): Promise<readonly Import[]> {
    const open = this.#bound.imports().where('i.state', 'in', ['running', 'undoing'])
    return (await open.selectAll('i').orderBy('i.id').execute()).map(importOf)
  }

  async counts(id: string): Promise<ImportCounts> {
    const kept = await this.#bound.imports().select('i.counts').where('i.id', '=', id).executeTakeFirst()
    if (kept !== undefined && kept.counts !== null) return JSON.parse(kept.counts)
    const found = await this.#rows(id)
      .select((eb) => ['r.outcome', eb.fn.countAll().as('n')])
      .groupBy('r.outcome')
      .execute()
    const counts = noCounts()
    for (const { outcome, n } of found) counts[outcome] = count(n)
    return counts
  }

  async after(id: string, nth: number, limit: number): Promise<readonly StagedRow[]> {
    const query = this.#rows(id).selectAll('r').where('r.nth', '>', nth)
    return (await query.orderBy('r.nth').limit(limit).execute()).map(stagedRowOf)
  }

  async row(id: string, nth: number): Promise<StagedRow | null> {
    const row = await this.#rows(id).selectAll('r').where('r.nth', '=', nth).executeTakeFirst()
    return row === undefined ? null : stagedRowOf(row)
  }

  async withOutcome(id: string, outcome: RowOutcome, { limit, offset }: Page): Promise<readonly StagedRow[]> {
    const query = this.#rows(id).selectAll('r').where('r.outcome', '=', outcome).orderBy('r.nth')
    return (await query.limit(limit).offset(offset).execute()).map(stagedRowOf)
  }

  async met(id: string, personIds: readonly string[]): Promise<readonly string[]> {
    if (personIds.length === 0) return []
    const query = this.#rows(id).select('r.person_id').distinct()
    const rows = await query.where(this.#bound.dialect.oneOf('r.person_id', personIds)).execute()
    return rows.flatMap(({ person_id: personId }) => (personId === null ? [] : [personId]))
  }

  #rows(id: string) {
    return this.#bound.importRows().where('r.import_id', '=', id)
  }

  /** All of them, the oldest first. */
  protected async all(): Promise<readonly Import[]> {
    return (await this.#bound.imports().selectAll('i').orderBy('i.id').execute()).map(importOf)
  }
}

const dayMs = 24 * 60 * 60 * 1000
/** What was being read when the program ended is never read to its end. */
const stagingMs = 60 * 60 * 1000
const unclearMs = 30 * dayMs
/** Rows that go in one transaction. */
const sweptAtOnce = 1_000

export class KeepingImportStore extends ImportStore implements KeepingImports {
  readonly #books: Books
  constructor(bound: Bound, books: Books) {
    super(bound)
    this.#books = books
  }

  async begin(them: Import): Promise<void> {
    await this.#books
      .add('imports', { ...rowOf(them), counts: null, claimed_by: null, claimed_until: null })
      .execute()
  }

  async change(id: string, patch: ImportPatch): Promise<void> {
    const known = await this.get(id)
    if (known === null) throw new Error(`no import ${id}`)
    await this.#books
      .changeImports()
      .set(rowOf({ ...known, ...patch }))
      .where('id', '=', id)
      .execute()
  }

  async claim(
    id: string,
    { by, until, now }: { by: string; until: Instant; now: Instant },
  ): Promise<boolean> {
    const taken = await this.#books
      .changeImports()
      .set({ claimed_by: by, claimed_until: until })
      .where('id', '=', id)
      .where((eb) => eb.or([eb('claimed_by', '=', by), isOver('claimed_until', now)]))
      .returning('id')
      .execute()
    return taken.length > 0
  }

  async letGo(id: string, by: string): Promise<void> {
    const released = { claimed_by: null, claimed_until: null }
    const held = this.#books.changeImports().set(released).where('id', '=', id)
    await held.where('claimed_by', '=', by).execute()
  }

  async addRows(id: string, rows: readonly StagedRow[]): Promise<void> {
    const added = rows.map(({ nth, row, contact, fate, personId }) => ({
      import_id: id,
      nth,
      row_number: row,
      contact: contact === null ? null : json(contact),
      outcome: fate.outcome,
      fate: json(fate),
      person_id: personId,
    }))
    for (const some of inFewSizes(added)) await this.#books.add('import_rows', ...some).execute()
  }

  async settle(id: string, ...settled: readonly Settled[]): Promise<void> {
    for (const alike of groupBy(settled, ({ fate }) => json(fate)).values())
      for (const some of inFewSizes(alike))
        if (some[0] !== undefined) await this.#settle(id, some[0].fate, some)
  }

  /** Those that ended in the same way, each about somebody else. */
  async #settle(id: string, fate: Fate, alike: readonly Settled[]): Promise<void> {
    const whom = alike.map(({ nth, personId }) => sql`when ${nth} then ${personId}`)
    await this.#books
      .changeImportRows()
      .set({
        outcome: fate.outcome,
        fate: json(fate),
        person_id: sql<string | null>`case nth ${sql.join(whom, sql` `)} end`,
      })
      .where('import_id', '=', id)
      .where(
        'nth',
        'in',
        alike.map(({ nth }) => nth),
      )
      .execute()
  }

  async keepCounts(id: string, counts: ImportCounts): Promise<void> {
    await this.#books
      .changeImports()
      .set({ counts: json(counts) })
      .where('id', '=', id)
      .execute()
  }

  async sweep(now: Instant): Promise<boolean> {
    const before = (ms: number) => new Date(Date.parse(now) - ms).toISOString()
    let left = sweptAtOnce
    for (const { id, state, changedAt } of await this.all()) {
      if (left <= 0) return true
      const isExpired =
        state === 'cancelled' ||
        (state === 'staging' && changedAt < before(stagingMs)) ||
        (state === 'ready' && changedAt < before(dayMs)) ||
        changedAt < before(unclearMs)
      const isDone = (state === 'done' || state === 'undone') && changedAt < before(dayMs)
      if (isExpired || isDone) left -= await this.#remove(id, isExpired || state === 'undone', left)
      if (isExpired && left > 0) await this.#books.removeImports().where('id', '=', id).execute()
    }
    return left <= 0
  }

  /** Answers how many went. */
  async #remove(id: string, unclearToo: boolean, most: number): Promise<number> {
    const rows = this.#books.importRows().select('nth').where('import_id', '=', id)
    const going = unclearToo ? rows : rows.where('outcome', '<>', 'unclear')
    const last = (await going.orderBy('nth').limit(most).execute()).at(-1)
    if (last === undefined) return 0
    const removing = this.#books.removeImportRows().where('import_id', '=', id).where('nth', '<=', last.nth)
    const { numDeletedRows } = await (unclearToo
      ? removing
      : removing.where('outcome', '<>', 'unclear')
    ).executeTakeFirst()
    return Number(numDeletedRows)
  }
}

import { sql } from 'kysely'
import type { CameSince } from '../app/ports/merges.js'
import { nothingTaken, type Taken, withoutTaken } from '../domain/merge.js'
import { type Change, changesOf } from './change.js'
import { type Cell, type Cells, personCodec } from './codec.js'
import { mergeCodec } from './knowledge-codec.js'
import type { Recorder } from './recorder.js'
import type { Db, JournalledTable } from './tables.js'

const tableOf: { readonly [K in CameSince['kind']]: JournalledTable } = {
  note: 'notes',
  interaction: 'interactions',
  role: 'roles',
  commitment: 'commitments',
  date: 'key_dates',
  question: 'open_questions',
  tie: 'ties',
}
/** What goes where an entry goes: its table, and the column that names the entry. */
type Hanging = readonly (readonly [JournalledTable, string])[]
const hangingOn: { readonly [K in CameSince['kind']]?: Hanging } = {
  interaction: [
    ['notes', 'interaction_id'],
    ['marks', 'entry_id'],
  ],
  note: [['marks', 'entry_id']],
  role: [['news', 'role_id']],
}
/** And what goes where that goes: the claim of a source that it came from. */
const hangingOnNews: Hanging = [['role_questions', 'news_id']]
/** The columns that name people. */
const endColumns = ['person_id', 'other_id']

/**
 * Gives two people back whom an act merged, at any later time, inside another act. The journal says what the merge did,
 * and each step is put back as far as it stands: what was removed since stays removed, what was changed since stays
 * changed.
 */
export class Unmerger {
  readonly #db: Db
  readonly #workspaceId: string
  readonly #recorder: Recorder

  constructor(db: Db, workspaceId: string, recorder: Recorder) {
    this.#db = db
    this.#workspaceId = workspaceId
    this.#recorder = recorder
  }

  async unmerge(mergeId: string, toSecond: readonly CameSince[]): Promise<void> {
    const row = await this.#db
      .selectFrom('merges')
      .selectAll()
      .where('workspace_id', '=', this.#workspaceId)
      .where('id', '=', mergeId)
      .executeTakeFirstOrThrow()
    const { mergedId, personId: holderId, taken } = mergeCodec.decode(row)
    const changes = await changesOf(this.#db, this.#workspaceId, row.act_seq)
    const written = changes.find(({ table, id }) => table === 'merges' && id === mergeId)
    // Whoever stayed may have been merged into a third since: for now the third has what is theirs.
    const stayedId = written?.after?.person_id
    const now = (cell: Cell): Cell => (cell === stayedId ? holderId : cell)
    await this.#recorder.remove('merges', mergeId)
    for (const change of [...changes].reverse()) await this.#putBack(change, mergedId, now)
    await this.#giveUp(holderId, taken)
    // Who was in the second then, and was given back since, has their own again.
    for (const { table, id, before } of changes)
      if (table === 'merges' && before !== null && (await this.#recorder.present(table, id)) === null)
        await this.#giveUp(mergedId, await this.#takenBy(id))
    for (const { kind, id } of toSecond) await this.#give(kind, id, holderId, mergedId)
  }

  async #putBack({ table, id, before, after }: Change, mergedId: string, now: Now): Promise<void> {
    if (before === null) return
    if (table === 'people') {
      // Of whoever stayed, only what was taken over goes back.
      if (id === mergedId && after === null) await this.#recorder.restore(table, id, before)
      return
    }
    const present = await this.#recorder.present(table, id)
    if (after === null) {
      const cells = withEnds(before, now)
      if (present === null && (await this.#stands(cells))) await this.#recorder.restore(table, id, cells)
      return
    }
    if (present === null) return
    const left = withEnds(after, now)
    const stands = Object.keys(left).filter((column) => present[column] === left[column])
    // Given to somebody else since: it stays with them as it is.
    if (endColumns.some((column) => column in left && !stands.includes(column))) return
    await this.#recorder.change(
      table,
      id,
      Object.fromEntries(stands.map((key) => [key, before[key] ?? null])),
    )
  }

  /** Whether all whom a row names are there, and are not one and the same. */
  async #stands(cells: Cells): Promise<boolean> {
    const ids = endColumns.map((column) => cells[column]).filter((id) => typeof id === 'string')
    for (const id of ids) if ((await this.#recorder.present('people', id)) === null) return false
    return new Set(ids).size === ids.length
  }

  async #giveUp(holderId: string, taken: Taken): Promise<void> {
    const people = this.#db.selectFrom('people').selectAll().where('workspace_id', '=', this.#workspaceId)
    const holder = personCodec.decode(await people.where('id', '=', holderId).executeTakeFirstOrThrow())
    const rest = { ...holder, ...withoutTaken(holder, taken) }
    await this.#recorder.change('people', holderId, personCodec.encode(rest))
  }

  /** What was taken over in a merge that is no more. */
  async #takenBy(mergeId: string): Promise<Taken> {
    const added = await this.#db
      .selectFrom('changes')
      .select('row_after')
      .where('workspace_id', '=', this.#workspaceId)
      .where('row_id', '=', mergeId)
      .where('row_before', 'is', null)
      .orderBy('act_seq')
      .executeTakeFirst()
    const row = JSON.parse(added?.row_after ?? '{}')
    return typeof row.taken === 'string' ? JSON.parse(row.taken) : nothingTaken
  }

  async #give(kind: CameSince['kind'], id: string, fromId: string, toId: string): Promise<void> {
    const present = await this.#recorder.present(tableOf[kind], id)
    const ends = endColumns.filter((column) => present?.[column] === fromId)
    if (ends.length === 0) return
    await this.#recorder.change(tableOf[kind], id, Object.fromEntries(ends.map((column) => [column, toId])))
    await this.#giveHanging(hangingOn[kind] ?? [], id, fromId, toId)
  }

  async #giveHanging(hanging: Hanging, id: string, fromId: string, toId: string): Promise<void> {
    for (const [table, column] of hanging) {
      const rows = await sql<{ id: string }>`
        select id from ${sql.table(table)} where workspace_id = ${this.#workspaceId}
          and person_id = ${fromId} and ${sql.id(column)} = ${id} order by id`.execute(this.#db)
      for (const row of rows.rows) {
        await this.#recorder.change(table, row.id, { person_id: toId })
        if (table === 'news') await this.#giveHanging(hangingOnNews, row.id, fromId, toId)
      }
    }
  }
}

type Now = (cell: Cell) => Cell
const withEnds = (cells: Cells, now: Now): Cells =>
  Object.fromEntries(
    Object.entries(cells).map(([column, cell]) => [column, endColumns.includes(column) ? now(cell) : cell]),
  )

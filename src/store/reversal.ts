import { type SqlBool, sql } from 'kysely'
import type { Reversal } from '../app/ports.js'
import type { Act } from '../domain/act.js'
import { groupBy } from '../domain/group-by.js'
import type { Bound } from './bound.js'
import { type Change, changeOf, changesOf } from './change.js'
import { actOf, type Cells, home } from './codec.js'
import { hangersOf, hangingBelow, hangsOn } from './hanging.js'
import type { Recorder } from './recorder.js'
import type { Db } from './tables.js'

type LaterChange = Change & { readonly act: Act }

/** Takes one act back inside another, whose recorder writes every step down. */
export class Reverser {
  readonly #db: Db
  readonly #bound: Bound
  readonly #recorder: Recorder

  constructor(db: Db, bound: Bound, recorder: Recorder) {
    this.#db = db
    this.#bound = bound
    this.#recorder = recorder
  }

  async reverse(past: Act, undoneBy: string): Promise<Reversal> {
    const changes = await changesOf(this.#db, this.#bound.workspaceId, past.seq)
    const rows = groupBy(changes, ({ table, id }) => `${table} ${id}`)
    for (const steps of rows.values()) {
      const standing = await this.#standingOn(past, steps, changes)
      if (standing !== null) return this.#builtOn(standing)
      if (await this.#isGone(steps)) return { kind: 'gone' }
    }
    await this.#putBack(past, changes, undoneBy)
    const personIds = new Set(changes.map((change) => change.personId).filter((id) => id !== null))
    // A change of where it is known can only have widened it, so taking that back says nothing to anybody.
    const ties = changes.filter(
      ({ table, before, after }) =>
        table === 'ties' && before !== null && (after === null || 'kind' in before),
    )
    return {
      kind: 'reversed',
      personIds: [...personIds],
      tieIds: [...new Set(ties.map(({ id }) => id))],
    }
  }

  /** Takes back what nobody built on; answers the people about whom all of it stays. */
  async reverseWhatStands(past: Act, undoneBy: string): Promise<readonly string[]> {
    const changes = await changesOf(this.#db, this.#bound.workspaceId, past.seq)
    const about = groupBy(changes, whomOf)
    const people = [...new Set(changes.flatMap(({ personId }) => personId ?? []))]
    const spokenOf = await this.#spokenOfSince(past, people)
    const staying = new Set<string>()
    for (const [whom, ofThem] of about)
      if (spokenOf.has(whom) && (await this.#isBuiltOn(past, ofThem, changes))) staying.add(whom)
    const going = changes.filter((change) => !staying.has(whomOf(change)))
    await this.#putBack(past, going, undoneBy)
    return [...staying]
  }

  async #isBuiltOn(past: Act, ofThem: readonly Change[], all: readonly Change[]): Promise<boolean> {
    for (const steps of groupBy(ofThem, ({ table, id }) => `${table} ${id}`).values())
      if ((await this.#standingOn(past, steps, all)) !== null || (await this.#isGone(steps))) return true
    return false
  }

  async #putBack(past: Act, changes: readonly Change[], undoneBy: string): Promise<void> {
    for (const { table, id, before, after } of [...changes].reverse()) {
      if (await this.#wasUnsaid(table, id)) continue
      if (before === null) await this.#recorder.remove(table, id)
      else if (after === null) await this.#recorder.restore(table, id, before)
      else await this.#recorder.change(table, id, before)
    }
    await this.#db
      .updateTable('acts')
      .set({ undone_by: undoneBy })
      .where('workspace_id', '=', this.#bound.workspaceId)
      .where('id', '=', past.id)
      .execute()
  }

  /** Of some people, those about whom something was said after an act, and those who are gone: all at once. */
  async #spokenOfSince({ seq }: Act, personIds: readonly string[]): Promise<ReadonlySet<string>> {
    const { workspaceId, dialect } = this.#bound
    const here = (table: string) => sql`${sql.ref(`${table}.workspace_id`)} = ${workspaceId}`
    const found = await sql<{ id: string }>`
      select c.person_id as id from changes as c
        join acts as a on a.workspace_id = c.workspace_id and a.seq = c.act_seq
        where ${here('c')} and ${dialect.oneOf('c.person_id', personIds)} and c.act_seq > ${seq}
          and a.undone_by is null and a.kind <> 'undo'
      union select t.other_id as id from ties as t
        where ${here('t')} and ${dialect.oneOf('t.other_id', personIds)}`.execute(this.#db)
    const there = await sql<{ id: string }>`
      select p.id from people as p where ${here('p')} and ${dialect.oneOf('p.id', personIds)}`.execute(
      this.#db,
    )
    const known = new Set(there.rows.map(({ id }) => id))
    return new Set([...found.rows.map(({ id }) => id), ...personIds.filter((id) => !known.has(id))])
  }

  /** The later change that stands on what an act did to one row; null when the row can go back. */
  async #standingOn(
    past: Act,
    steps: readonly Change[],
    all: readonly Change[],
  ): Promise<LaterChange | null> {
    const [first, final] = [steps[0], steps.at(-1)]
    if (first === undefined || final === undefined) return null
    if (final.after === null) return this.#missingFor(past, final, all)
    const later = await this.#laterChanges(past, final)
    const ofRow = later.filter((change) => change.table === final.table && change.id === final.id)
    if (first.before === null) return later.find((change) => hangsOn(change, final)) ?? ofRow[0] ?? null
    const present = await this.#recorder.present(final.table, final.id)
    if (present === null) return ofRow.find((change) => change.after === null) ?? ofRow[0] ?? null
    const left: Cells = Object.assign({}, ...steps.map((step) => step.after ?? {}))
    const elsewhere = ofRow.find(toldElsewhere(past, left))
    if (elsewhere !== undefined) return elsewhere
    const differing = Object.keys(left).filter((column) => present[column] !== left[column])
    if (differing.length === 0) return null
    return (
      ofRow.find((change) => differing.some((column) => column in (change.after ?? {}))) ?? ofRow[0] ?? null
    )
  }

  /** Whether a row is not there any more that the act left there, and that nobody's act removed. */
  async #isGone(steps: readonly Change[]): Promise<boolean> {
    const final = steps.at(-1)
    if (final === undefined || final.after === null) return false
    if (await this.#wasUnsaid(final.table, final.id)) return false
    return (await this.#recorder.present(final.table, final.id)) === null
  }

  /** Whether this is a nudge that went with its post, since nothing was said of it: nothing of it has to go back. */
  async #wasUnsaid(table: Change['table'], id: string): Promise<boolean> {
    return table === 'nudges' && (await this.#recorder.present(table, id)) === null
  }

  /** A row that was removed can come back only to the rows that it hung on. */
  async #missingFor(past: Act, removed: Change, all: readonly Change[]): Promise<LaterChange | null> {
    for (const [table, id] of hangersOf(removed.before ?? {})) {
      const comesBack = all.some(
        (change) => change.table === table && change.id === id && change.after === null,
      )
      if (comesBack || (await this.#recorder.present(table, id)) !== null) continue
      const later = await this.#laterChanges(past, { ...removed, table, id })
      const gone = later.find((change) => change.table === table && change.id === id && change.after === null)
      if (gone !== undefined) return gone
    }
    return null
  }

  /** What was changed after an act and stands, about the same row or the same person; newest first. */
  async #laterChanges(past: Act, { table, id, personId }: Change): Promise<LaterChange[]> {
    const rows = await this.#db
      .selectFrom('changes as c')
      .innerJoin('acts as a', (join) =>
        join.onRef('a.workspace_id', '=', 'c.workspace_id').onRef('a.seq', '=', 'c.act_seq'),
      )
      .selectAll('c')
      .selectAll('a')
      .select('c.person_id as about')
      .where('c.workspace_id', '=', this.#bound.workspaceId)
      .where('c.act_seq', '>', past.seq)
      .where((eb) =>
        eb.or([
          eb('c.row_id', '=', id),
          eb('c.person_id', '=', table === 'people' ? id : (personId ?? id)),
          sql<SqlBool>`c.row_id in ${hangingBelow(this.#bound.workspaceId, id)}`,
        ]),
      )
      .where('a.undone_by', 'is', null)
      .where('a.kind', '<>', 'undo')
      .orderBy('c.act_seq', 'desc')
      .orderBy('c.ordinal', 'desc')
      .execute()
    return rows.map((row) => ({ ...changeOf({ ...row, person_id: row.about }), act: actOf(row) }))
  }

  async #builtOn({ act, ...change }: LaterChange): Promise<Reversal> {
    return { kind: 'built-on', act, by: (await this.#mayTell(change)) ? act.by : null }
  }

  /** Whether the asker may see the row that stands in the way, and the person that it is about. */
  async #mayTell({ table, id, personId, before, after }: Change): Promise<boolean> {
    const row = (await this.#recorder.present(table, id)) ?? after ?? before ?? {}
    const [place, by] = [row.home, row.written_by]
    const rowSeen =
      typeof place !== 'string' || typeof by !== 'string' || this.#bound.maySee({ home: home(place), by })
    if (!rowSeen || personId === null || table === 'people') return rowSeen
    const person = this.#bound.people().select('p.id').where('p.id', '=', personId)
    return (await person.executeTakeFirst()) !== undefined
  }
}

/** The person, or, for what is about nobody, the row itself. */
const whomOf = ({ table, id, personId }: Change): string => personId ?? `${table} ${id}`

/**
 * Whether by a later change a row says elsewhere what it would say again, or what it says now: where a row lives decides
 * who reads all of it. What others wrote into it since was for those who read it where the act had brought it.
 */
const toldElsewhere =
  (past: Act, left: Cells) =>
  ({ act, after }: LaterChange): boolean =>
    'home' in left ? act.by !== past.by : after !== null && 'home' in after

import { sql } from 'kysely'
import type { MergeDraft } from '../app/ports/merges.js'
import type { Home, Homed } from '../domain/audience.js'
import { homeAfter, isAsWide, type Taken, takenFurther, withTaken } from '../domain/merge.js'
import { fold } from '../domain/names.js'
import type { News } from '../domain/news.js'
import { companyKey, type Role } from '../domain/role.js'
import { isSameTie, type Tie } from '../domain/tie.js'
import { type Cell, type Cells, home, json, newsCodec, personCodec, roleCodec } from './codec.js'
import { mergeCodec, tieCodec } from './knowledge-codec.js'
import type { Recorder } from './recorder.js'
import type { AboutPerson } from './row.js'
import type { Db, JournalledRows, JournalledTable } from './tables.js'

/** Every table with rows about people; a new one is named here, or this does not compile. */
type AboutTable = {
  [T in JournalledTable]: JournalledRows[T] extends AboutPerson ? T : never
}[JournalledTable]
const rowsOnlyMove: { readonly [T in AboutTable]: boolean } = {
  notes: true,
  interactions: true,
  commitments: true,
  key_dates: true,
  open_questions: true,
  marks: true,
  persona_trials: true,
  sightings: true,
  role_questions: true,
  // Of these some are doubles.
  roles: false,
  news: false,
  ties: false,
  merges: false,
}
const isAboutTable = (table: string): table is AboutTable => Object.hasOwn(rowsOnlyMove, table)
const justMoving = Object.keys(rowsOnlyMove)
  .filter(isAboutTable)
  .filter((table) => rowsOnlyMove[table])

/**
 * Merges two people inside an act, whose recorder writes every step down. Rows move whoever may see them; where the same
 * is known about both, it stays once where nobody loses sight of it.
 */
export class Merger {
  readonly #db: Db
  readonly #workspaceId: string
  readonly #recorder: Recorder
  readonly #draft: MergeDraft

  constructor(db: Db, workspaceId: string, recorder: Recorder, draft: MergeDraft) {
    this.#db = db
    this.#workspaceId = workspaceId
    this.#recorder = recorder
    this.#draft = draft
  }

  async merge(): Promise<void> {
    const { merge, first, second } = this.#draft
    await this.#ties()
    await this.#rolesAndNews()
    for (const table of justMoving)
      for (const row of await this.#rows(table, second.id))
        await this.#move(table, { id: String(row.id), ...homedOf(row) })
    await this.#nudges()
    await this.#mergesBefore(merge.taken)
    const { addresses, slackUserId, prefers, offstage } = withTaken(first, merge.taken)
    const taken = { ...first, addresses, slackUserId, prefers, offstage }
    await this.#recorder.change('people', first.id, personCodec.encode(taken))
    await this.#recorder.remove('people', second.id)
    const name_key = fold(second.name).slice(0, longestKey)
    const cells = { ...mergeCodec.encode(merge), name_key }
    await this.#recorder.add('merges', [{ id: merge.id, cells }])
  }

  /** A tie between the two goes; one that both have to a third stays once. */
  async #ties(): Promise<void> {
    const { first, second } = this.#draft
    let known = await this.#tiesOf(first.id)
    for (const tie of await this.#tiesOf(second.id)) {
      const other = tie.personId === second.id ? tie.otherId : tie.personId
      if (other === first.id) {
        await this.#recorder.remove('ties', tie.id)
        continue
      }
      const ends = tie.personId === second.id ? { personId: first.id } : { otherId: first.id }
      const moved: Tie = { ...tie, ...ends, home: this.#homeOf(tie) }
      const same = known.filter((each) => isSameTie(each, moved))
      if (same.some((each) => this.#isAsWide(each, moved))) {
        await this.#recorder.remove('ties', tie.id)
        continue
      }
      await this.#recorder.change('ties', tie.id, tieCodec.encode(moved))
      const narrower = same.filter((each) => this.#isAsWide(moved, each))
      for (const each of narrower) await this.#recorder.remove('ties', each.id)
      known = known.filter((each) => !narrower.includes(each))
    }
  }

  /** A role that both hold stays once, and so does the news of it. */
  async #rolesAndNews(): Promise<void> {
    const { first, second } = this.#draft
    const [known, theirs] = [await this.#newsOf(first.id), await this.#newsOf(second.id)]
    // A role that ended for some is past for them, and stays as it is.
    const ended = new Set([...known, ...theirs].map(({ endsRoleId }) => endsRoleId))
    const isHeld = (role: Role) => role.untilOn === null && !ended.has(role.id)
    let mine = (await this.#rolesOf(first.id)).filter(isHeld)
    const instead = new Map<string, string>()
    for (const role of await this.#rolesOf(second.id)) {
      const moved: Role = { ...role, home: this.#homeOf(role) }
      const same = isHeld(role) ? mine.filter((each) => isSameRole(each, role)) : []
      const stays = same.find((each) => this.#tellsAsMuch(each, moved))
      if (stays !== undefined) {
        instead.set(role.id, stays.id)
        await this.#recorder.remove('roles', role.id)
        continue
      }
      await this.#move('roles', role)
      const less = same.filter((each) => this.#tellsAsMuch(moved, each))
      for (const each of less) {
        instead.set(each.id, role.id)
        await this.#recorder.remove('roles', each.id)
      }
      mine = mine.filter((each) => !less.includes(each))
    }
    for (const news of known) await this.#changeNews(news, instead)
    for (const news of theirs) {
      const moved = { ...pointed(news, instead), home: this.#homeOf(news) }
      const isSame = (each: News) => each.kind === moved.kind && each.roleId === moved.roleId
      const told = known.map((each) => pointed(each, instead)).filter(isSame)
      if (told.some((each) => this.#isAsWide(each, moved))) await this.#recorder.remove('news', news.id)
      else {
        await this.#move('news', news)
        await this.#changeNews(news, instead)
      }
    }
  }

  async #changeNews(news: News, instead: ReadonlyMap<string, string>): Promise<void> {
    const { roleId, beforeRoleId } = pointed(news, instead)
    await this.#recorder.change('news', news.id, { role_id: roleId, before_role_id: beforeRoleId })
  }

  /**
   * What was answered about the second counts for the first: what was asked last, what nobody needs. What is open is
   * settled when the second goes, since it names them.
   */
  async #nudges(): Promise<void> {
    const answered = await this.#db
      .selectFrom('nudges')
      .select('id')
      .where('workspace_id', '=', this.#workspaceId)
      .where('person_id', '=', this.#draft.second.id)
      .where('answer', 'is not', null)
      .orderBy('id')
      .execute()
    for (const { id } of answered)
      await this.#recorder.change('nudges', id, { person_id: this.#draft.first.id })
  }

  /** Whoever was merged into the second before is in the first from now on. */
  async #mergesBefore(next: Taken): Promise<void> {
    for (const row of await this.#rows('merges', this.#draft.second.id)) {
      const taken = json(takenFurther(JSON.parse(String(row.taken)), next))
      await this.#recorder.change('merges', String(row.id), { person_id: this.#draft.first.id, taken })
    }
  }

  async #move(table: AboutTable, row: Homed & { readonly id: string }): Promise<void> {
    const cells = { person_id: this.#draft.first.id, home: this.#homeOf(row) }
    await this.#recorder.change(table, row.id, cells)
  }

  #homeOf(thing: Homed): Home {
    const { first, second, sight } = this.#draft
    return homeAfter(thing, first, second, sight)
  }
  #isAsWide(one: Homed, other: Homed): boolean {
    return isAsWide(one, other, this.#draft.sight)
  }
  #tellsAsMuch(one: Role, other: Role): boolean {
    return this.#isAsWide(one, other) && (one.sinceOn !== null || other.sinceOn === null)
  }

  async #rows(table: AboutTable, personId: string): Promise<Cells[]> {
    const found = await sql<Record<string, Cell>>`
      select * from ${sql.table(table)}
      where workspace_id = ${this.#workspaceId} and person_id = ${personId} order by id`.execute(this.#db)
    return found.rows
  }
  async #tiesOf(personId: string): Promise<Tie[]> {
    const ties = this.#db.selectFrom('ties').selectAll().where('workspace_id', '=', this.#workspaceId)
    const theirs = ties.where((eb) => eb.or([eb('person_id', '=', personId), eb('other_id', '=', personId)]))
    return (await theirs.orderBy('id').execute()).map(tieCodec.decode)
  }
  async #rolesOf(personId: string): Promise<Role[]> {
    const roles = this.#db.selectFrom('roles').selectAll().where('workspace_id', '=', this.#workspaceId)
    return (await roles.where('person_id', '=', personId).orderBy('id').execute()).map(roleCodec.decode)
  }
  async #newsOf(personId: string): Promise<News[]> {
    const news = this.#db.selectFrom('news').selectAll().where('workspace_id', '=', this.#workspaceId)
    return (await news.where('person_id', '=', personId).orderBy('id').execute()).map(newsCodec.decode)
  }
}

/** An index takes no longer ones. */
const longestKey = 500

const homedOf = (row: Cells): Homed => ({ home: home(String(row.home)), by: String(row.written_by) })

const isSameRole = (one: Role, other: Role): boolean =>
  fold(one.title) === fold(other.title) && companyKey(one.company) === companyKey(other.company)

/** News, naming the roles that stay. */
const pointed = (news: News, instead: ReadonlyMap<string, string>): News => ({
  ...news,
  roleId: instead.get(news.roleId) ?? news.roleId,
  beforeRoleId: news.beforeRoleId === null ? null : (instead.get(news.beforeRoleId) ?? news.beforeRoleId),
})

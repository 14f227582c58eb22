import { sql } from 'kysely'
import type { Journal } from '../app/ports.js'
import type { Act } from '../domain/act.js'
import type { Home } from '../domain/audience.js'
import type { Instant } from '../domain/local-time.js'
import type { Jotting } from '../domain/same-words.js'
import type { Bound } from './bound.js'
import { actOf, count } from './codec.js'
import { jottingsLike } from './jottings.js'
import { putRightBy } from './put-right-by.js'
import { whoActed, whoTyped } from './who-acted.js'

export class JournalStore implements Journal {
  readonly #bound: Bound
  constructor(bound: Bound) {
    this.#bound = bound
  }

  async get(actId: string): Promise<Act | null> {
    const row = await this.#bound.acts().selectAll('a').where('a.id', '=', actId).executeTakeFirst()
    return row === undefined ? null : actOf(row)
  }

  async lastBy(userId: string, before: number | null = null): Promise<Act | null> {
    const acts = this.#bound.acts()
    const row = await (before === null ? acts : acts.where('a.seq', '<', before))
      .selectAll('a')
      .where('a.written_by', '=', userId)
      .where('a.undone_by', 'is', null)
      .where('a.kind', '<>', 'undo')
      // An import is taken back as a whole: what it does while others act is not done after them.
      .where(isNoPartOfAnImport)
      // An act that found everything as it should be left nothing to take back; a forgetting says that it cannot be.
      .where((eb) => eb.or([hasChanges, eb('a.kind', '=', 'forget')]))
      .orderBy('a.seq', 'desc')
      .limit(1)
      .executeTakeFirst()
    return row === undefined ? null : actOf(row)
  }

  async together({ id, partOf }: Act): Promise<readonly Act[]> {
    const first = partOf ?? id
    const { workspaceId } = this.#bound
    const rows = await this.#bound
      .acts()
      .selectAll('a')
      // One after the other, each by its index: either of them in one condition would be looked for in the whole journal.
      .where(
        sql<boolean>`a.seq in (
          select f.seq from acts as f where f.workspace_id = ${workspaceId} and f.id = ${first}
          union all select f.seq from acts as f where f.workspace_id = ${workspaceId} and f.part_of = ${first})`,
      )
      .where('a.undone_by', 'is', null)
      .orderBy('a.seq', 'desc')
      .execute()
    return rows.map(actOf)
  }

  async isCause(delivery: string): Promise<boolean> {
    const caused = this.#bound.acts().select('a.seq').where('a.cause', '=', delivery)
    return (await caused.executeTakeFirst()) !== undefined
  }

  jottingsLike(userId: string, since: Instant, text: string): Promise<readonly Jotting[]> {
    return jottingsLike(this.#bound, userId, since, text)
  }

  putRightBy(entryIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    return putRightBy(this.#bound, entryIds)
  }

  whoActed(personIds: readonly string[], place: Home): Promise<ReadonlyMap<string, readonly string[]>> {
    return whoActed(this.#bound, personIds, place)
  }

  whoTyped(place: Home): Promise<ReadonlySet<string>> {
    return whoTyped(this.#bound, place)
  }

  async knows(userId: string): Promise<boolean> {
    const query = this.#bound.acts().select('a.seq').where('a.written_by', '=', userId).limit(1)
    return (await query.executeTakeFirst()) !== undefined
  }

  async length(): Promise<number> {
    const query = this.#bound
      .unbound()
      .acts()
      .select((eb) => eb.fn.max('a.seq').as('last'))
    return count((await query.executeTakeFirst())?.last)
  }
}

const isNoPartOfAnImport = sql<boolean>`(a.part_of is null or not exists (
  select 1 from imports as i where i.workspace_id = a.workspace_id and i.first_act_id = a.part_of
))`

const hasChanges = sql<boolean>`exists (
  select 1 from changes as c where c.workspace_id = a.workspace_id and c.act_seq = a.seq
)`

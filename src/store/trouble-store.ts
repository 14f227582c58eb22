import type { Pulse, Trouble, TroubleKind, Troubles } from '../app/ports/troubles.js'
import type { Home } from '../domain/audience.js'
import type { Instant } from '../domain/local-time.js'
import { count, home } from './codec.js'
import type { Dialect } from './dialect.js'
import { askOn, type Given, KeptQuery } from './kept-query.js'
import { isUnfinished } from './post-store.js'
import type { Db } from './tables.js'

/** Longer than any row of days off. */
const forgottenMs = 7 * 24 * 60 * 60_000

const pulseIn = new KeptQuery((db: Db, { workspaceId }: Given<{ workspaceId: string }>) =>
  db.selectFrom('pulses').selectAll().where('workspace_id', '=', workspaceId),
)

/** The bot's watch over itself, for one workspace. */
export class TroubleStore implements Troubles {
  readonly #db: Db
  readonly #dialect: Dialect
  readonly #workspaceId: string
  constructor(db: Db, dialect: Dialect, workspaceId: string) {
    this.#db = db
    this.#dialect = dialect
    this.#workspaceId = workspaceId
  }

  async standing(): Promise<readonly Trouble[]> {
    const rows = await this.#db
      .selectFrom('place_troubles')
      .selectAll()
      .where('workspace_id', '=', this.#workspaceId)
      .orderBy('since_at')
      .orderBy('place')
      .execute()
    return rows.map((row) => ({
      place: home(row.place),
      kind: row.kind,
      why: row.why,
      since: row.since_at,
      until: row.last_at,
      told: row.told_at !== null,
    }))
  }

  async note(place: Home, kind: TroubleKind, why: string, at: Instant): Promise<void> {
    const row = {
      workspace_id: this.#workspaceId,
      place,
      kind,
      why,
      since_at: at,
      last_at: at,
      told_at: null,
    }
    const before = (await this.standing()).find((each) => each.place === place && each.kind === kind)
    // What nothing was heard of for so long is over, and this is another.
    if (before !== undefined && Date.parse(at) - Date.parse(before.until) > forgottenMs)
      await this.mended(place, kind)
    await this.#db
      .insertInto('place_troubles')
      .values(row)
      .onConflict((conflict) =>
        conflict.columns(['workspace_id', 'place', 'kind']).doUpdateSet({ why, last_at: at }),
      )
      .execute()
  }

  async mended(place: Home, kind: TroubleKind): Promise<void> {
    await this.#db
      .deleteFrom('place_troubles')
      .where('workspace_id', '=', this.#workspaceId)
      .where('place', '=', place)
      .where('kind', '=', kind)
      .execute()
  }

  async told(place: Home, kind: TroubleKind, isTold: boolean): Promise<void> {
    await this.#db
      .updateTable('place_troubles')
      .set((eb) => ({ told_at: isTold ? eb.ref('last_at') : null }))
      .where('workspace_id', '=', this.#workspaceId)
      .where('place', '=', place)
      .where('kind', '=', kind)
      .execute()
  }

  async pulse(): Promise<Pulse | null> {
    const [row] = await askOn(this.#db, this.#dialect, pulseIn, { workspaceId: this.#workspaceId })
    return row === undefined ? null : { beatAt: row.beat_at, wellAt: row.well_at }
  }

  async beat({ beatAt, wellAt }: Pulse): Promise<void> {
    const beaten = { beat_at: beatAt, well_at: wellAt }
    await this.#db
      .insertInto('pulses')
      .values({ workspace_id: this.#workspaceId, ...beaten })
      .onConflict((conflict) => conflict.column('workspace_id').doUpdateSet(beaten))
      .execute()
  }

  async everPosted(place: Home): Promise<boolean> {
    const found = this.#posts().select('id').where('place', '=', place).where('state', '=', 'sent').limit(1)
    return (await found.executeTakeFirst()) !== undefined
  }

  async firstTeammates(limit: number): Promise<readonly string[]> {
    const rows = await this.#db
      .selectFrom('acts')
      .select(['written_by', (eb) => eb.fn.min('seq').as('first')])
      .where('workspace_id', '=', this.#workspaceId)
      // Sources act too, as `source:NAME`.
      .where('written_by', 'not like', '%:%')
      .groupBy('written_by')
      .orderBy('first')
      .limit(limit)
      .execute()
    return rows.map((row) => row.written_by)
  }

  async waiting(): Promise<{ posts: number; oldestAt: Instant | null }> {
    const row = await this.#posts()
      .select((eb) => [eb.fn.countAll().as('n'), eb.fn.min('planned_at').as('oldest')])
      .where(isUnfinished)
      .executeTakeFirst()
    return { posts: count(row?.n), oldestAt: row?.oldest ?? null }
  }

  #posts() {
    return this.#db.selectFrom('posts').where('workspace_id', '=', this.#workspaceId)
  }
}
